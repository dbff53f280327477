using JmaActors.Bank;
using JmaActors.Web.Access;
using JmaActors.Web.Files;
using JmaActors.Web.Http;

namespace JmaActors.Web.Bank;

/// <param name="Account">銀行コード, 支店コード, 預金種目, 口座番号, like <c>0158-100-1-0012345</c>.</param>
/// <param name="Name">口座名義.</param>
public sealed record OpenAccountBody(string Account, string Name);

/// <param name="Account">Whose line it is, and its key; so in the following.</param>
/// <param name="Turn">The turn of the line that was seen: somebody else's decision in between is not overruled.</param>
public sealed record MatchLineBody(string Account, string Line, int Turn, MemberId Member);

/// <param name="Status"><c>aside</c> for something else, <c>returned</c> to who paid.</param>
public sealed record SettleLineBody(string Account, string Line, int Turn, BankLineStatus Status, string Reason);

public sealed record ReopenLineBody(string Account, string Line, int Turn, string Reason);

/// <summary><c>/api/v1/associations/{id}/bank-…</c>: accounts of an association, files of its bank, and whose payments their lines are.</summary>
public static class BankEndpoints
{
    const string Octets = "application/octet-stream", Plain = "text/plain";

    public static void Map(IEndpointRouteBuilder api)
    {
        var bank = api.MapGroup("/associations/{id}").WithTags("Dues");
        bank.MapGet("/bank-accounts", Accounts).Question<IReadOnlyList<BankAccountView>>("Bank accounts", "With sums of their lines by what became of them, and of the payments in the books of dues: both agree but for a moment after booking.");
        bank.MapPost("/bank-accounts", Open).Command<bool>("Keep an account", "An account is one association's. Again with another name, it is renamed.", "account-taken", "bad-name");
        bank.MapPost("/bank-accounts/close", Close).Command<bool>("Give an account up", "Only one no line was taken of.", "no-bank-account", "in-use");
        bank.MapPost("/bank-files", Take)
            .Accepts<string>(Octets, Plain, "text/csv", FileBody.XlsxType, "multipart/form-data")
            .WithMetadata(new BodyLimit(WebLimits.BankBody))
            .Command<BankReport>(
                "Bring a bank's file",
                "全銀 fixed-width records (01 振込入金通知, 03 入出金取引明細; JIS) as `application/octet-stream`, `text/plain` or the first file of `multipart/form-data`, or a CSV or workbook, of which `account` says whose "
                + "it is and `columns` what each column is. `dryRun=true` records nothing. Lines with a payer's number are booked, others wait; a line of any file is taken once. A file with a fault is refused whole, with line and column.",
                "no-bank-account", "bank-kind", "bank-length", "bank-characters", "bank-number", "bank-day", "bank-order", "bank-total", "bad-row", "bad-amount", "bad-date", "too-many-rows");
        bank.MapGet("/bank-lines", Lines).Question<IReadOnlyList<BankLineView>>(
            "Lines", $"Of one `status` (`waiting`, `booked`, `aside`, `returned`), the oldest day first, at most {BankLimits.Page} after the `after` of the last; with whom they may be of where they wait.");
        bank.MapPost("/bank-lines/match", Match).Command<bool>("Book a line", "As somebody's payment.", "no-bank-account", "no-line", "line-moved", "line-cancels", "bad-amount", "not-ours");
        bank.MapPost("/bank-lines/settle", Settle).Command<bool>("Put a line aside", "Or say that it was sent back.", "no-bank-account", "no-line", "line-moved", "no-reason", "bad-status");
        bank.MapPost("/bank-lines/reopen", Reopen).Command<bool>("Have a line wait again", "The payment it was booked as is taken back first.", "no-bank-account", "no-line", "line-moved", "no-reason", "refunded");
    }

    static async Task<IResult> Accounts(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        TypedResults.Ok(await gateway.BankAccounts(Input.Association(id), CallerOf.Api(http), ct).ConfigureAwait(false));

    static async Task<IResult> Open(string id, OpenAccountBody body, Gateway gateway, HttpContext http, CancellationToken ct) => AnswerResults.ToHttp(await gateway.OpenBankAccount(
        Account(body.Account), new OpenBankAccount(Input.Association(id), Input.Text(body.Name, "name", BankLimits.Name), CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Close(string id, CloseAccountBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.CloseBankAccount(Account(body.Account), new CloseBankAccount(Input.Association(id), CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Take(string id, string? account, string? columns, bool? dryRun, BankUpload upload, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        var (association, caller) = (Input.Association(id), CallerOf.Api(http));
        gateway.RequireBank(association, caller);
        var file = await Whole(http.Request, ct).ConfigureAwait(false);
        var said = columns is null ? null : Input.Text(columns, "columns", WebLimits.Cursor);
        return AnswerResults.ToHttp(await upload.Take(association, file, account is null ? null : Account(account), said, dryRun ?? false, caller, ct).ConfigureAwait(false));
    }

    static async Task<IResult> Lines(string id, BankLineStatus? status, string? after, Gateway gateway, HttpContext http, CancellationToken ct) => TypedResults.Ok(
        await gateway.BankLines(Input.Association(id), status ?? BankLineStatus.Waiting, Input.Cursor(after) ?? "", CallerOf.Api(http), ct).ConfigureAwait(false));

    static async Task<IResult> Match(string id, MatchLineBody body, Gateway gateway, HttpContext http, CancellationToken ct) => AnswerResults.ToHttp(await gateway.MatchBankLine(
        Account(body.Account), new MatchBankLine(Input.Association(id), Line(body.Line), body.Turn, body.Member, CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Settle(string id, SettleLineBody body, Gateway gateway, HttpContext http, CancellationToken ct) => AnswerResults.ToHttp(await gateway.SettleBankLine(
        Account(body.Account), new SettleBankLine(Input.Association(id), Line(body.Line), body.Turn, body.Status, Input.Text(body.Reason, "reason", BankLimits.Reason), CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Reopen(string id, ReopenLineBody body, Gateway gateway, HttpContext http, CancellationToken ct) => AnswerResults.ToHttp(await gateway.ReopenBankLine(
        Account(body.Account), new ReopenBankLine(Input.Association(id), Line(body.Line), body.Turn, Input.Text(body.Reason, "reason", BankLimits.Reason), CallerOf.Api(http)), ct).ConfigureAwait(false));

    internal static BankAccountId Account(string text) => BankAccountId.TryParse(text, out var account)
        ? account
        : throw new InvalidInputException("account", "An account is written like 0158-100-1-0012345: bank, branch, kind (1 ordinary, 2 current), number.");

    static string Line(string text) => Input.Text(text, "line", WebLimits.Cursor);

    internal static async Task<byte[]> Whole(HttpRequest request, CancellationToken ct)
    {
        var type = request.ContentType ?? "";
        var plain = type.StartsWith(Octets, StringComparison.OrdinalIgnoreCase) || type.StartsWith(Plain, StringComparison.OrdinalIgnoreCase);
        var body = plain ? request.Body : (await FileBody.Open(request, ct).ConfigureAwait(false)).Reader.AsStream();
        using var whole = new MemoryStream();
        try
        {
            await body.CopyToAsync(whole, ct).ConfigureAwait(false);
        }
        catch (Exception fault) when (FileBody.CutOff(fault))
        {
            throw FileBody.Incomplete();
        }

        return whole.ToArray();
    }
}

public sealed record CloseAccountBody(string Account);
