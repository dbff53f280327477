using JmaActors.Accounts;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Accounts;

/// <summary>Who has which function, over HTTP.</summary>
static class FunctionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var functions = api.MapGroup("/functions").WithTags("Functions");
        functions.MapGet("", OfScope).Question<FunctionPage>("Functions of a scope", "Who has a function of this association, session or workplace; a keyset page.");
        var accounts = api.MapGroup("/accounts/{account}/functions").WithTags("Functions");
        accounts.MapGet("", Of).Question<IReadOnlyList<HeldFunction>>("Functions of an account", "One's own, or those the caller may give.");
        accounts.MapPost("", Grant).Command<HeldFunction>(
            "Give a function", "`key` is the function's id. 日本医師会 gives those of prefectural associations, they those of local ones, an office's approver those within its own office.",
            "bad-key", "bad-scope", "bad-duties", "bad-dates", "no-reason", "reason-too-long", "somebody-else", "ledger-full");
        accounts.MapPost("/{function}/withdraw", Withdraw).Command<HeldFunction>("Withdraw a function", "Takes effect within seconds, also on what is open.", "no-function", "not-own", "no-reason", "reason-too-long");
    }

    static async Task<IResult> OfScope(string scope, bool? ended, string? after, int? size, HttpContext http, Gateway gateway, CancellationToken ct)
    {
        var query = new FunctionQuery(Input.Text(scope, "scope", AccountLimits.KeyLength), ended ?? false, Input.Cursor(after), Input.Size(size));
        return (await gateway.FunctionsOfScope(query, CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
    }

    static async Task<IResult> Of(string account, HttpContext http, Gateway gateway, CancellationToken ct) =>
        (await gateway.FunctionsOf(account, CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Grant(string account, FunctionBody body, HttpContext http, Gateway gateway, TimeProvider clock, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.GrantFunction(account, body.ToCommand(CallerOf.Api(http), clock), ct).ConfigureAwait(false));

    static async Task<IResult> Withdraw(string account, string function, ReasonBody body, HttpContext http, Gateway gateway, CancellationToken ct) => AnswerResults.ToHttp(
        await gateway.WithdrawFunction(account, new WithdrawFunction(function, Input.Text(body.Reason, "reason", AccountLimits.ReasonLength), CallerOf.Api(http)), ct).ConfigureAwait(false));
}

/// <param name="Key">The function's id in the account, 1 to 60 letters, digits, dots, hyphens or underscores.</param>
/// <param name="Duties">Of an office: <c>clerk</c>, <c>approver</c>, <c>treasurer</c>; all of them when left out.</param>
/// <param name="From">First day; today when left out.</param>
/// <param name="Until">Last day; left out for as long as nobody withdraws it.</param>
public sealed record FunctionBody(string Key, CallerRole Role, string Scope, string Reason, IReadOnlyList<string>? Duties = null, DateOnly? From = null, DateOnly? Until = null)
{
    internal GrantFunction ToCommand(Caller caller, TimeProvider clock) => new(
        Input.Text(Key, "key", AccountLimits.KeyLength), Role, Input.Text(Scope, "scope", AccountLimits.KeyLength), Read(Duties),
        From ?? Input.Date(null, "from", clock), Until, Input.Text(Reason, "reason", AccountLimits.ReasonLength), caller);

    internal static OfficeDuties Read(IReadOnlyList<string>? duties)
    {
        if (duties is null) return OfficeDuties.All;
        var all = OfficeDuties.None;
        foreach (var duty in duties)
        {
            all |= duty switch
            {
                "clerk" => OfficeDuties.Clerk,
                "approver" => OfficeDuties.Approver,
                "treasurer" => OfficeDuties.Treasurer,
                _ => throw new InvalidInputException("duties", "Duties are clerk, approver and treasurer."),
            };
        }

        return all;
    }
}

/// <param name="Reason">Why, 1 to 500 characters.</param>
public sealed record ReasonBody(string Reason);
