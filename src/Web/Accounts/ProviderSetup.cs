using JmaActors.Web.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace JmaActors.Web.Accounts;

/// <summary>Adds an organisation's OpenID Connect provider when one is configured.</summary>
static class ProviderSetup
{
    public const string Scheme = "openid";
    public const string Back = "/sign-in/provider/back";
    public const string Done = "/sign-in/provider/done";

    static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    public static void AddProvider(this AuthenticationBuilder authentication, ProviderOptions? provider, AccountCookies cookies)
    {
        if (provider is null || string.IsNullOrWhiteSpace(provider.Authority)) return;
        var services = authentication.Services;
        services.AddSingleton(provider);
        services.AddSingleton<ClaimMapping>();
        services.AddSingleton(new ProviderName(provider.Name));
        authentication.AddOpenIdConnect(Scheme, o =>
        {
            (o.Authority, o.ClientId, o.ClientSecret) = (provider.Authority, provider.ClientId, provider.ClientSecret);
            o.RequireHttpsMetadata = LoopbackOnly.Check([provider.Authority]) is not null;
            (o.ResponseType, o.ResponseMode, o.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
            (o.SaveTokens, o.MapInboundClaims, o.GetClaimsFromUserInfoEndpoint) = (false, false, false);
            (o.CallbackPath, o.SignInScheme) = (Back, IdentityConstants.ExternalScheme);
            o.TokenValidationParameters.ClockSkew = Skew;
            // Who says so is half of who somebody is.
            o.ClaimActions.Remove("iss");
            o.Scope.Clear();
            o.Scope.Add("openid");
            foreach (var scope in provider.Scopes) o.Scope.Add(scope);
            foreach (var cookie in (CookieBuilder[])[o.CorrelationCookie, o.NonceCookie]) (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, cookies.Policy);
            o.Events.OnRemoteFailure = static failure =>
            {
                // What was wrong is for the log; to whoever sent it, it is only no sign-in.
                failure.Response.Redirect($"{AccountPaths.SignIn}?trouble=provider");
                failure.HandleResponse();
                return Task.CompletedTask;
            };
        });
    }
}
