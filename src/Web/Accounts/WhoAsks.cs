using System.Net;
using System.Security.Claims;
using System.Threading.RateLimiting;
using JmaActors.Web.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;

namespace JmaActors.Web.Accounts;

/// <summary>
/// Finds who asks, by token or cookie, and lets nobody else through but to what is open to all. Nothing is open unless its endpoint says so. Whoever acts by
/// cookie acts from a page of this site.
/// </summary>
public sealed class WhoAsks(RequestDelegate next, AccessBook book, AccountCookies cookies, TimeProvider clock)
{
    static readonly Problem BadToken = new(StatusCodes.Status401Unauthorized, "bad-token", Detail: "This token is not known, has expired or was revoked.");
    static readonly Problem ChooseFirst = new(StatusCodes.Status403Forbidden, "no-function", Detail: "This account has chosen no function, or the one chosen has ended: choose one on /function.");
    static readonly Problem ChangeFirst = new(StatusCodes.Status403Forbidden, "must-change-password", Detail: "Choose a password of your own first, on /account/password.");
    static readonly Problem TooMany = new(StatusCodes.Status429TooManyRequests, "too-many-requests", Detail: "Too many tokens from there did not hold, or wait to be looked up. Wait a minute.");

    readonly PartitionedRateLimiter<IPAddress> _badTokens = PartitionedRateLimiter.Create<IPAddress, IPAddress>(from => RateLimitPartition.GetFixedWindowLimiter(
        from, static _ => new() { PermitLimit = SignInLimits.BadTokensPerMinute, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>Looks for accounts this node never met, from one address at once: asked for all at the same time, they would all be looked up before the first is counted.</summary>
    readonly PartitionedRateLimiter<IPAddress> _strangers = PartitionedRateLimiter.Create<IPAddress, IPAddress>(from => RateLimitPartition.GetConcurrencyLimiter(
        from, static _ => new() { PermitLimit = SignInLimits.StrangersAtOnce, QueueLimit = SignInLimits.StrangersWaiting }));

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        var data = Paths.IsData(request.Path);
        var hub = data && request.Path.StartsWithSegments(Paths.Hub, StringComparison.OrdinalIgnoreCase);
        var open = http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        return data && BearerToken.Of(request, hub) is { } bearer ? ByToken(http, bearer, open) : ByCookie(http, data, open);
    }

    async Task ByCookie(HttpContext http, bool data, bool open)
    {
        var request = http.Request;
        // The page that says a page failed is drawn for nobody in particular: who asks may be what could not be found out.
        var failed = open && http.Features.Get<IExceptionHandlerFeature>() is not null;
        if (failed) http.User = new ClaimsPrincipal();
        var asked = !failed && cookies.On(request) ? await BySession(http).ConfigureAwait(false) : null;
        if (open)
        {
            await next(http).ConfigureAwait(false);
            return;
        }

        // Not even kept to go back to: the next one at this browser may be somebody else.
        (http.Response.Headers.CacheControl, http.Response.Headers.Pragma) = ("no-cache, no-store", "no-cache");
        if (asked is not null && SameOrigin.FromElsewhere(request)) await SameOrigin.NotFromThere.ExecuteAsync(http).ConfigureAwait(false);
        else if (Missing(http, asked) is not { } missing) await next(http).ConfigureAwait(false);
        else if (data || !HttpMethods.IsGet(request.Method)) await missing.Problem.ExecuteAsync(http).ConfigureAwait(false);
        else http.Response.Redirect($"{missing.Page}?back={Uri.EscapeDataString(request.Path + request.QueryString)}");
    }

    /// <summary>Nearly every token is known; what follows is then handed on as it is.</summary>
    Task ByToken(HttpContext http, string bearer, bool open)
    {
        var readable = BearerToken.TryRead(bearer, out var token);
        if (!readable || book.Believed(token) is not { } asked) return LookedUp(http, readable ? token : null, open);
        Take(http, asked);
        return next(http);
    }

    async Task LookedUp(HttpContext http, BearerToken? shown, bool open)
    {
        var (asked, enough) = await Find(FromWhere.Of(http), shown, http.RequestAborted).ConfigureAwait(false);
        if (asked is not null || open)
        {
            if (asked is not null) Take(http, asked);
            await next(http).ConfigureAwait(false);
            return;
        }

        if (!enough) http.Response.Headers.WWWAuthenticate = "Bearer";
        await (enough ? TooMany : BadToken).ExecuteAsync(http).ConfigureAwait(false);
    }

    /// <summary>Whose token this is, by asking for its account; or that it does not hold, and whether there were enough from there that do not.</summary>
    async ValueTask<(Asked? Asked, bool Enough)> Find(IPAddress from, BearerToken? shown, CancellationToken ct)
    {
        if (shown is not { } token) return (null, !Counted(from));
        var arrived = clock.GetTimestamp();
        // A token that holds is never made to wait for others from there that do not: a hall has one address. Only what would have to be looked up is held back.
        using var turn = book.Remembers(token.Account) ? null : await _strangers.AcquireAsync(from, 1, ct).ConfigureAwait(false);
        // It may have been met while this one waited.
        if (!book.Remembers(token.Account) && (turn is { IsAcquired: false } || !Left(from))) return (null, true);
        if (await book.OfToken(token, ct).ConfigureAwait(false) is { } asked) return (asked, false);
        if (!Counted(from)) return (null, true);
        // It may have been issued since its account was last asked.
        return (await book.OfNewToken(token, arrived, ct).ConfigureAwait(false), false);
    }

    /// <summary>Counts one that does not hold; false when there were enough.</summary>
    bool Counted(IPAddress from)
    {
        using var lease = _badTokens.AttemptAcquire(from);
        return lease.IsAcquired;
    }

    bool Left(IPAddress from)
    {
        using var lease = _badTokens.AttemptAcquire(from, 0);
        return lease.IsAcquired;
    }

    async Task<Asked?> BySession(HttpContext http)
    {
        var found = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme).ConfigureAwait(false);
        if (found.Principal is not { } who || who.Account() is not { } account || who.Session() is not { } session) return null;
        var asked = await book.OfSession(account, session, http.RequestAborted).ConfigureAwait(false);
        if (asked is null) return null;
        Take(http, asked);
        http.User = who;
        return asked;
    }

    static void Take(HttpContext http, Asked asked)
    {
        http.Features.Set(asked);
        http.User = asked.Principal;
    }

    /// <summary>What is missing before this may be opened, and where it is made good; null when nothing.</summary>
    static (Problem Problem, string Page)? Missing(HttpContext http, Asked? asked)
    {
        if (asked is null) return (Faults.SignInRequired, AccountPaths.SignIn);
        var own = http.GetEndpoint()?.Metadata.GetMetadata<OwnAccountAttribute>();
        if (http.User.MustChange() && own is not { Always: true }) return (ChangeFirst, AccountPaths.Password);
        return asked.Caller is null && own is null ? (ChooseFirst, AccountPaths.Function) : null;
    }
}

/// <summary>A page or endpoint of one's own account, which needs no function.</summary>
/// <param name="always">Also while nothing but to change the password is open.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OwnAccountAttribute(bool always = false) : Attribute
{
    public bool Always => always;
}

/// <summary>Addresses of the account's pages.</summary>
public static class AccountPaths
{
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string Account = "/account";
    public const string Password = "/account/password";
    public const string Function = "/function";
    public const string Forgotten = "/forgotten";
    public const string Join = "/join";
}

/// <summary>What the cookies are called; with the prefix that keeps them to this host where everybody comes by HTTPS.</summary>
public sealed class AccountCookies(WebOptions options)
{
    string Prefix => options.Secure ? "__Host-" : "";

    public string Session { get; } = options.Secure ? "__Host-jma" : "jma";

    public string SecondStep => $"{Prefix}jma-step";

    public string External => $"{Prefix}jma-provider";

    public string Form => $"{Prefix}jma-form";

    public CookieSecurePolicy Policy => options.Secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    /// <summary>Whether a request brings a session.</summary>
    public bool On(HttpRequest request) => request.Cookies.ContainsKey(Session);
}
