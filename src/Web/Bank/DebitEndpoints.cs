using JmaActors.Bank;
using JmaActors.Dues;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Bank;

/// <param name="Account">Like <c>0158-100-1-0012345</c>.</param>
/// <param name="Holder">預金者名; katakana of either width.</param>
public sealed record AgreeDebitBody(string Account, string Holder);

public sealed record EndDebitBody(string Reason);

/// <param name="Key">The sender's own: the same again is the same batch.</param>
/// <param name="Day">引落日.</param>
/// <param name="Until">What is due up to here is drawn.</param>
/// <param name="Client">委託者コード, ten digits.</param>
/// <param name="Account">The association's account.</param>
public sealed record DrawDebitsBody(string Key, DateOnly Day, DateOnly Until, string Client, string Account);

public sealed record WithdrawDebitsBody(string Reason);

/// <summary><c>/api/v1/members/{id}/dues/debit</c> and <c>/api/v1/associations/{id}/debits</c>: 口座振替 of dues.</summary>
public static class DebitEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var own = api.MapGroup("/members/{id}/dues/debit").WithTags("Dues");
        own.MapGet("", Account).Question<DebitAccount>("The account dues are drawn from", "For the member and the treasurer of an office that sees her. It is kept under her own key.");
        own.MapPut("", Agree).Command<bool>("Have dues drawn", "From this account, in the place of the last.", "not-registered", "bad-account", "bad-name");
        own.MapPost("/end", End).Command<bool>("Have dues drawn no more", "Batches that were made before can still be sent.", "no-reason");

        var debits = api.MapGroup("/associations/{id}/debits").WithTags("Dues");
        debits.MapGet("", Batches).Question<IReadOnlyList<DebitBatch>>("Batches", "The newest day first.");
        debits.MapPost("", Draw).Command<DebitBatch>(
            "Make a batch", "What is open up to `until` of everybody who pays through the association and lets her dues be drawn. Who stands in a batch the bank has not answered is left out.", "bad-key", "bad-date", "bad-client", "no-bank-account", "nothing-due", "too-many-rows");
        debits.MapGet("/{batch}", Lines).Question<IReadOnlyList<DebitLine>>("Lines of a batch", "By member, with what the bank said in words.");
        debits.MapGet("/{batch}/file", File).WithSummary("A batch for the bank").WithDescription("全銀 91, 120 bytes a record, JIS. 409 `debit-ended` where somebody agrees no more: withdraw the batch and make another.").Produces(StatusCodes.Status200OK, contentType: "text/plain");
        debits.MapPost("/{batch}/results", Results).Accepts<string>("application/octet-stream", "text/plain", "multipart/form-data").WithMetadata(new BodyLimit(WebLimits.BankBody))
            .Command<DebitBatch>("What the bank says", "The file it gave back. Lines paid (0) are booked; the same file again changes nothing.", "no-batch", "no-line", "bad-amount", "other-result", "bank-batch", "bank-kind", "bank-length", "bank-characters", "bank-number", "bank-order", "bank-total");
        debits.MapPost("/{batch}/withdraw", Withdraw).Command<DebitBatch>("Withdraw a batch", "One that was not sent: its lines can be drawn again.", "no-batch", "in-use", "no-reason");
    }

    static async Task<IResult> Account(string id, Gateway gateway, HttpContext http, CancellationToken ct) => (await gateway.DebitAccount(Input.Member(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Agree(string id, AgreeDebitBody body, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        var holder = HalfKana.Of(Input.Text(body.Holder, "holder", BankLimits.Name)) ?? throw new InvalidInputException("holder", "A holder is written in katakana, as banks do.");
        return (await gateway.AgreeDebit(Input.Member(id), new AgreeDebit(new DebitAccount(BankEndpoints.Account(body.Account).Text, holder), CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();
    }

    static async Task<IResult> End(string id, EndDebitBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.EndDebit(Input.Member(id), new EndDebit(Input.Text(body.Reason, "reason", DuesLimits.Reason), CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Batches(string id, Gateway gateway, HttpContext http, CancellationToken ct) => TypedResults.Ok(await gateway.Debits(Input.Association(id), CallerOf.Api(http), ct).ConfigureAwait(false));

    static async Task<IResult> Draw(string id, DrawDebitsBody body, Gateway gateway, HttpContext http, CancellationToken ct) => AnswerResults.ToHttp(await gateway.DrawDebits(
        Input.Association(id), new DrawDebits(Key(body.Key), body.Day, body.Until, Input.Text(body.Client, "client", 10), BankEndpoints.Account(body.Account), CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Lines(string id, string batch, Gateway gateway, HttpContext http, CancellationToken ct) => (await gateway.DebitLines(Input.Association(id), Key(batch), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static Task<IResult> File(string id, string batch, Gateway gateway, HttpContext http, CancellationToken ct) => Written(Input.Association(id), Key(batch), gateway, CallerOf.Api(http), ct);

    /// <summary>The same file for pages, whose links carry a cookie and no header.</summary>
    public static void MapPages(IEndpointRouteBuilder app) => app.MapGet(
        "/documents/debits/{id}/{batch}.txt", (string id, string batch, Gateway gateway, HttpContext http, CancellationToken ct) => Written(Input.Association(id), Key(batch), gateway, CallerOf.Page(http), ct)).ExcludeFromDescription().AddEndpointFilter(Faults.Told);

    static async Task<IResult> Written(AssociationId association, string batch, Gateway gateway, Caller caller, CancellationToken ct)
    {
        if (await gateway.DebitsToSend(association, batch, caller, ct).ConfigureAwait(false) is not { } found) return Problem.NotFound;
        if (found.Batch.Withdrawn) return Problem.Of(new Refusal("no-batch"));
        var gone = found.Lines.Count(l => l.Account is null);
        if (gone > 0) return Problem.Of(new Refusal("debit-ended", "", $"{gone} people of the batch agree no more: withdraw it and make another."));
        var holder = (await gateway.BankAccounts(association, caller, ct).ConfigureAwait(false)).FirstOrDefault(a => a.Account == found.Batch.Account)?.Name ?? "";
        var bytes = DebitFile.Write(found.Batch, HalfKana.Of(holder) ?? "", [.. found.Lines.Select(l => new DebitFileLine(l.Line.Member, l.Account!, l.Line.Amount, null))]);
        return TypedResults.File(bytes, "text/plain", $"debits-{found.Batch.Key}.txt");
    }

    static async Task<IResult> Results(string id, string batch, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        var (association, caller) = (Input.Association(id), CallerOf.Api(http));
        gateway.RequireBank(association, caller);
        if ((await gateway.Debits(association, caller, ct).ConfigureAwait(false)).FirstOrDefault(b => b.Key == Key(batch)) is not { } of) return Problem.NotFound;
        return AnswerResults.ToHttp(await Take(association, of, await BankEndpoints.Whole(http.Request, ct).ConfigureAwait(false), gateway, caller, ct).ConfigureAwait(false));
    }

    /// <summary>Takes the file a bank gave back, in parts: what was taken before a fault stays, and the same file goes on from there.</summary>
    public static async Task<Answer<DebitBatch>> Take(AssociationId association, DebitBatch of, byte[] file, Gateway gateway, Caller caller, CancellationToken ct)
    {
        IReadOnlyList<DebitResult> results;
        try
        {
            results = DebitFile.Read(file, of);
        }
        catch (BankFileException fault)
        {
            return new Answer<DebitBatch>(null, fault.Refusal, 0, false);
        }

        var answer = new Answer<DebitBatch>(of, null, 0, true);
        foreach (var chunk in results.Chunk(DebitLimits.Chunk))
        {
            answer = await gateway.SettleDebits(association, new SettleDebits(of.Key, chunk, caller), ct).ConfigureAwait(false);
            if (answer.Refusal is not null) break;
        }

        return answer;
    }

    static async Task<IResult> Withdraw(string id, string batch, WithdrawDebitsBody body, Gateway gateway, HttpContext http, CancellationToken ct) => AnswerResults.ToHttp(
        await gateway.WithdrawDebits(Input.Association(id), new WithdrawDebits(Key(batch), Input.Text(body.Reason, "reason", DuesLimits.Reason), CallerOf.Api(http)), ct).ConfigureAwait(false));

    static string Key(string text) => Input.Text(text, "batch", DebitLimits.Key);
}
