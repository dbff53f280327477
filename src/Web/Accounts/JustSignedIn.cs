using JmaActors.Web.Http;

namespace JmaActors.Web.Accounts;

/// <summary>
/// What changes how somebody signs in, or lasts beyond the session (a passkey, a token, a link to a provider), is for who has just proved who it is. Whoever finds a window
/// left open signs in anew first, with everything that asks for.
/// </summary>
static class JustSignedIn
{
    public static readonly Problem Again = new(
        StatusCodes.Status403Forbidden, "sign-in-again", Detail: $"This wants somebody who signed in within the last {SignInLimits.JustSignedIn.TotalMinutes:0} minutes: sign in again.");

    public const string Page = $"{AccountPaths.SignIn}?trouble=again&back={AccountPaths.Account}";

    public static bool Holds(HttpContext http) =>
        http.Features.Get<Asked>() is { Since: { } since } && http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() - since < SignInLimits.JustSignedIn;

    /// <summary>Leads a form to the sign-in page first, and tells a script so.</summary>
    public static RouteHandlerBuilder WantsJustSignedIn(this RouteHandlerBuilder route, bool script = false) =>
        route.AddEndpointFilter((call, next) => Holds(call.HttpContext) ? next(call) : ValueTask.FromResult<object?>(script ? Again : Results.LocalRedirect(Page)));
}
