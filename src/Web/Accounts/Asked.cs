using System.Security.Claims;
using JmaActors.Accounts;
using Microsoft.AspNetCore.Identity;

namespace JmaActors.Web.Accounts;

/// <summary>Who asks, as far as it is known: an account, by a session or a token, in a function or before one was chosen.</summary>
/// <param name="Session">Where one is signed in; null for a token.</param>
/// <param name="Token">The token's id; null for a session.</param>
/// <param name="Caller">Null until a function is chosen, or when the one chosen has ended.</param>
/// <param name="Function">The function acted in.</param>
/// <param name="Since">When the session began; null for a token.</param>
public sealed record Asked(string Account, string? Session, string? Token, Caller? Caller, HeldFunction? Function, DateTimeOffset? Since = null)
{
    /// <summary>The same as the framework knows it.</summary>
    public ClaimsPrincipal Principal { get; } = AccountClaims.Of(Account, Session, Token);

    /// <summary>代行: the member acted for.</summary>
    public MemberId? For => Caller is { For: { } member } && MemberId.TryParse(member, out var id) ? id : null;
}

/// <summary>What stands in the cookie: which account and which session, and nothing it may do.</summary>
public static class AccountClaims
{
    const string SessionClaim = "jma:session";
    const string TokenClaim = "jma:token";
    const string MustChangeClaim = "jma:must-change";

    public static ClaimsPrincipal Of(string account, string? session, string? token, bool mustChange = false)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, account));
        if (session is not null) identity.AddClaim(new Claim(SessionClaim, session));
        if (token is not null) identity.AddClaim(new Claim(TokenClaim, token));
        if (mustChange) identity.AddClaim(new Claim(MustChangeClaim, "1"));
        return new ClaimsPrincipal(identity);
    }

    public static string? Account(this ClaimsPrincipal who) => who.FindFirstValue(ClaimTypes.NameIdentifier);

    public static string? Session(this ClaimsPrincipal who) => who.FindFirstValue(SessionClaim);

    public static string? Token(this ClaimsPrincipal who) => who.FindFirstValue(TokenClaim);

    /// <summary>Signed in with a password somebody else gave: nothing is open but to choose one's own.</summary>
    public static bool MustChange(this ClaimsPrincipal who) => who.HasClaim(MustChangeClaim, "1");
}
