using System.Security.Cryptography;
using JmaActors.Accounts;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Accounts;

/// <summary>代理 and 代行 over HTTP, for who is signed in: a token manages no account, and nobody lends while acting for somebody else.</summary>
static class DeputyEndpoints
{
    const int KeyBytes = 8;

    public static void Map(IEndpointRouteBuilder api)
    {
        var loans = api.MapGroup("/loans").WithTags("Deputies").WithMetadata(new OwnAccountAttribute());
        loans.MapGet("", Mine).Question<Loans>("My deputies, and whose deputy I am", "What one lent, to whom, for which days and why, and what one was lent.");
        // As the form: how often somebody may ask whether an address is somebody's.
        loans.MapPost("", Lend).RequireRateLimiting(SignInRates.Forms).Command<LoanLine>(
            "Have somebody stand in", "Lends a function of one's own to the account of an address, for at most 366 days. One keeps it. `key` is the loan's id; drawn by lot when left out.",
            "bad-key", "no-function", "not-own", "not-lendable", "bad-duties", "bad-dates", "same-account", "too-many-loans", "no-deputy", "no-reason", "reason-too-long", "ledger-full");
        loans.MapPost("/{id}/recall", Recall).Command<LoanLine>("End a loan", "The deputy has the function no more within seconds, also in what is open.", "no-loan", "no-reason", "reason-too-long");
        var acting = api.MapGroup("/acting-for").WithTags("Deputies");
        acting.MapPost("", Begin).Command<ActingNow>(
            "Act for a member", "For a clerk of an association she belongs to, with a reason. Until it is ended one does in every window what the member may do and the clerk may see, and each entry names both.",
            "no-reason", "reason-too-long", "no-function", "not-a-clerk", "signed-out");
        acting.MapPost("/end", End).Command<ActingNow>("Stop acting for a member", "One goes on in one's own function.", "no-function");
    }

    static async Task<IResult> Mine(HttpContext http, Gateway gateway, IAccountBook names, CancellationToken ct)
    {
        var me = Me(http);
        var functions = await gateway.FunctionsOf(me.Account, me.Person, ct).ConfigureAwait(false);
        var known = await names.Names([.. functions.SelectMany(f => f.Loans.Select(l => l.To).Append(f.Of ?? "")).Where(i => i.Length > 0).Distinct()], ct).ConfigureAwait(false);
        return TypedResults.Ok(new Loans(
            [.. functions.SelectMany(f => f.Loans.Select(l => LoanLine.Lent(f, l, known)))], [.. functions.Where(f => f.Of is not null).Select(f => LoanLine.Borrowed(f, known))]));
    }

    static async Task<IResult> Lend(LendBody body, HttpContext http, SignIns signIns, Gateway gateway, TimeProvider clock, CancellationToken ct)
    {
        var me = Me(http);
        var reason = Input.Text(body.Reason, "reason", AccountLimits.ReasonLength);
        var address = Input.Text(body.Address, "address", SignInLimits.Address);
        var functions = await gateway.FunctionsOf(me.Account, me.Person, ct).ConfigureAwait(false);
        var held = functions.FirstOrDefault(f => f.Id == (body.Function ?? http.Features.Get<Asked>()?.Function?.Id));
        var command = new LendFunction(
            body.Key is null ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes)) : Input.Text(body.Key, "key", AccountLimits.KeyLength), held?.Id ?? body.Function ?? "", FunctionPages.SomebodyYet,
            body.Duties is null ? held?.Duties ?? OfficeDuties.All : FunctionBody.Read(body.Duties), body.From ?? Input.Date(null, "from", clock), body.Until, reason, me.Person);
        // Whether an address is somebody's is told to who has something to lend and says for how long and why.
        if (await gateway.MayLend(command, ct).ConfigureAwait(false) is { } fault) return Problem.Of(fault);
        if (await signIns.UserManager.FindByNameAsync(address.Trim()).ConfigureAwait(false) is not { } deputy) return Problem.Of(new Refusal("no-deputy", "", "No account signs in with this address."));
        return Said(await gateway.LendFunction(command with { To = deputy.Id }, ct).ConfigureAwait(false), await gateway.FunctionsOf(me.Account, me.Person, ct).ConfigureAwait(false));
    }

    static async Task<IResult> Recall(string id, ReasonBody body, HttpContext http, Gateway gateway, CancellationToken ct)
    {
        var me = Me(http);
        var command = new RecallFunction(Input.Text(id, "id", AccountLimits.KeyLength), Input.Text(body.Reason, "reason", AccountLimits.ReasonLength), me.Person);
        return Said(await gateway.RecallFunction(command, ct).ConfigureAwait(false), await gateway.FunctionsOf(me.Account, me.Person, ct).ConfigureAwait(false));
    }

    static async Task<IResult> Begin(ActForBody body, HttpContext http, Gateway gateway, CancellationToken ct)
    {
        var asked = InSession(http);
        var command = new ChooseFunction(
            asked.Session!, asked.Function!.Id, Input.Member(body.Member, "member"), Input.Text(body.Reason, "reason", AccountLimits.ReasonLength), asked.Caller!);
        return Chosen(await gateway.ActFor(command.For!.Value, command, ct).ConfigureAwait(false));
    }

    static async Task<IResult> End(HttpContext http, Gateway gateway, CancellationToken ct)
    {
        var asked = InSession(http);
        var command = new ChooseFunction(asked.Session!, asked.Function!.Id, null, "", AccountSubject.Person(asked.Account));
        return Chosen(await gateway.ChooseFunction(asked.Account, command, ct).ConfigureAwait(false));
    }

    static IResult Chosen(Answer<OpenSession>? answer) => answer switch
    {
        null => Problem.NotFound,
        _ => AnswerResults.ToHttp(new Answer<ActingNow>(answer.Value is { } session ? new ActingNow(session.Function ?? "", session.For?.ToString()) : null, answer.Refusal, answer.Version, answer.Repeat)),
    };

    static IResult Said(Answer<Loan> answer, IReadOnlyList<HeldFunction> functions) => AnswerResults.ToHttp(new Answer<LoanLine>(
        answer.Value is { } loan ? LoanLine.Lent(functions.First(f => f.Loans.Any(l => l.Id == loan.Id)), loan, new Dictionary<string, AccountName>()) : null, answer.Refusal, answer.Version, answer.Repeat));

    static (string Account, Caller Person) Me(HttpContext http) =>
        http.Features.Get<Asked>() is { Session: not null, For: null } asked ? (asked.Account, AccountSubject.Person(asked.Account)) : throw new OutOfScopeException("see to deputies");

    static Asked InSession(HttpContext http) =>
        http.Features.Get<Asked>() is { Session: not null, Function: not null, Caller: not null } asked ? asked : throw new OutOfScopeException("act for a member");
}

/// <summary>Has somebody stand in.</summary>
/// <param name="Address">What the deputy signs in with.</param>
/// <param name="Until">Last day, civil date in Asia/Tokyo.</param>
/// <param name="Function">Which function; the one acted in when left out.</param>
/// <param name="Duties">Of an office: those lent; all one has when left out.</param>
/// <param name="From">First day; today when left out.</param>
public sealed record LendBody(string Address, DateOnly Until, string Reason, string? Function = null, IReadOnlyList<string>? Duties = null, DateOnly? From = null, string? Key = null);

/// <param name="Member">The member's number.</param>
public sealed record ActForBody(string Member, string Reason);

/// <param name="Function">The function one goes on in.</param>
/// <param name="For">The member acted for; null when one acts for oneself.</param>
public sealed record ActingNow(string Function, string? For);

/// <param name="Lent">What one lent.</param>
/// <param name="Borrowed">What one was lent.</param>
public sealed record Loans(IReadOnlyList<LoanLine> Lent, IReadOnlyList<LoanLine> Borrowed);

/// <summary>A function that somebody has for a time in somebody else's place.</summary>
/// <param name="Account">The other's account: the deputy's of what one lent, the owner's of what one was lent.</param>
/// <param name="Name">The other's name; null where it is not known.</param>
/// <param name="Ended">When it was taken back; null while it was not.</param>
public sealed record LoanLine(string Id, CallerRole Role, string Scope, string Account, string? Name, DateOnly From, DateOnly? Until, string Reason, DateTimeOffset? Ended)
{
    internal static LoanLine Lent(HeldFunction f, Loan l, IReadOnlyDictionary<string, AccountName> names) =>
        new(l.Id, f.Role, f.Scope, l.To, names.GetValueOrDefault(l.To)?.Name, l.From, l.Until, l.Reason, l.Ended);

    internal static LoanLine Borrowed(HeldFunction f, IReadOnlyDictionary<string, AccountName> names) =>
        new(f.Id, f.Role, f.Scope, f.Of!, names.GetValueOrDefault(f.Of!)?.Name, f.From, f.Until, f.Reason, f.Ended);
}
