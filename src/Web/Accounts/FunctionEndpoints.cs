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
            "Give a function", "`key` is the function's id. An office's approver gives those of its own office, at most the own duties, never to oneself; the first approver of an office is given by the one above, 日本医師会 or the prefecture. A token gives none.",
            "bad-key", "bad-scope", "bad-duties", "bad-dates", "no-reason", "reason-too-long", "somebody-else", "member-has-account", "not-to-oneself", "ledger-full");
        accounts.MapPost("/{function}/withdraw", Withdraw).Command<HeldFunction>("Withdraw a function", "Takes effect within seconds, also on what is open.", "no-function", "not-own", "no-reason", "reason-too-long");
    }

    static async Task<IResult> OfScope(string scope, bool? ended, string? after, int? size, HttpContext http, Gateway gateway, CancellationToken ct)
    {
        var query = new FunctionQuery(Input.Text(scope, "scope", AccountLimits.KeyLength), ended ?? false, Input.Cursor(after), Input.Size(size));
        return (await gateway.FunctionsOfScope(query, CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
    }

    static async Task<IResult> Of(string account, HttpContext http, Gateway gateway, CancellationToken ct) =>
        (await gateway.FunctionsOf(account, CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Grant(string account, FunctionBody body, HttpContext http, Gateway gateway, TimeProvider clock, CancellationToken ct)
    {
        var command = body.ToCommand(CallerOf.Api(http), clock);
        var answer = await gateway.GrantFunction(account, command, ct).ConfigureAwait(false);
        await LinkLetters.Given(http, account, command, answer, ct).ConfigureAwait(false);
        return AnswerResults.ToHttp(answer);
    }

    static async Task<IResult> Withdraw(string account, string function, ReasonBody body, HttpContext http, Gateway gateway, CancellationToken ct)
    {
        var command = new WithdrawFunction(function, Input.Text(body.Reason, "reason", AccountLimits.ReasonLength), CallerOf.Api(http));
        var answer = await gateway.WithdrawFunction(account, command, ct).ConfigureAwait(false);
        LinkLetters.Withdrawn(http, account, command, answer);
        return AnswerResults.ToHttp(answer);
    }
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
