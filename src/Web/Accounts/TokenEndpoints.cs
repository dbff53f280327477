using JmaActors.Accounts;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Accounts;

/// <summary>One's own tokens over HTTP, for who is signed in: a token makes no tokens.</summary>
static class TokenEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var tokens = api.MapGroup("/tokens").WithTags("Tokens");
        tokens.MapGet("", List).Question<IReadOnlyList<TokenLine>>("My tokens", "Those not revoked, with the day each was used last.");
        tokens.MapPost("", Issue).Command<NewToken>(
            "Make a token", "In one of one's own functions, for at most 366 days. Its text is answered once and kept nowhere. For who is signed in; a token makes no tokens.", "no-function", "bad-name", "bad-dates", "too-many-tokens", "ledger-full", "sign-in-again");
        tokens.MapPost("/{id}/revoke", Revoke).Command<TokenLine>("Revoke a token", "Takes effect within seconds, also on what is connected.", "no-token");
    }

    static async Task<IResult> List(HttpContext http, Gateway gateway, CancellationToken ct)
    {
        var account = AccountSubject.Account(CallerOf.Api(http).Subject);
        if (account is null) throw new OutOfScopeException("see tokens");
        var standing = await gateway.AccountStanding(account, ct).ConfigureAwait(false);
        return TypedResults.Ok<IReadOnlyList<TokenLine>>([.. standing.Tokens.Select(TokenLine.Of)]);
    }

    static async Task<IResult> Issue(TokenBody body, HttpContext http, Gateway gateway, Recovery letters, TimeProvider clock, CancellationToken ct)
    {
        var caller = CallerOf.Api(http);
        var account = AccountSubject.IsPerson(caller.Subject) ? AccountSubject.Account(caller.Subject)! : throw new OutOfScopeException("make a token");
        if (!JustSignedIn.Holds(http)) return JustSignedIn.Again;
        var (token, text) = BearerToken.New(account);
        var until = body.Until ?? clock.GetUtcNow() + TimeSpan.FromDays(body.Days ?? 1);
        var command = new IssueToken(
            token.Id, Input.Text(body.Name, "name", AccountLimits.NameLength), token.Hash, body.Function ?? http.Features.Get<Asked>()?.Function?.Id ?? "", until, caller);
        var answer = await gateway.IssueToken(command, ct).ConfigureAwait(false);
        if (answer.Accepted) await letters.Tell(account, "TokenMade").ConfigureAwait(false);
        return AnswerResults.ToHttp(new Answer<NewToken>(answer.Value is { } made ? new NewToken(TokenLine.Of(made), text) : null, answer.Refusal, answer.Version, answer.Repeat));
    }

    static async Task<IResult> Revoke(string id, HttpContext http, Gateway gateway, CancellationToken ct)
    {
        var answer = await gateway.RevokeToken(new RevokeToken(Input.Text(id, "id", AccountLimits.KeyLength), CallerOf.Api(http)), ct).ConfigureAwait(false);
        return AnswerResults.ToHttp(new Answer<TokenLine>(answer.Value is { } ended ? TokenLine.Of(ended) : null, answer.Refusal, answer.Version, answer.Repeat));
    }
}

/// <param name="Function">The function it acts in; the one acted in now when left out.</param>
/// <param name="Days">How many days it holds, 1 when left out; or <paramref name="Until"/>.</param>
public sealed record TokenBody(string Name, string? Function = null, int? Days = null, DateTimeOffset? Until = null);

/// <param name="Text">What the device or script sends after <c>Authorization: Bearer</c>. Kept nowhere else.</param>
public sealed record NewToken(TokenLine Token, string Text);

/// <summary>A token without its secret.</summary>
public sealed record TokenLine(string Id, string Name, string Function, DateTimeOffset Since, DateTimeOffset Until, DateOnly? LastUsed, DateTimeOffset? Revoked)
{
    internal static TokenLine Of(HeldToken t) => new(t.Id, t.Name, t.Function, t.Since, t.Until, t.LastUsed, t.Ended);
}
