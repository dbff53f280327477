using JmaActors.Web.Alerts;
using JmaActors.Web.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace JmaActors.Web.Accounts;

/// <summary>Adds sign-in to a host that has registered stores for <see cref="Account"/>.</summary>
public static class AccountsSetup
{
    /// <summary>Accounts without a site: what a process needs that only makes the first ones.</summary>
    public static IdentityBuilder AddAccounts(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = SignInLimits.HashRounds);
        services.Configure<DataProtectionTokenProviderOptions>(o => o.TokenLifespan = SignInLimits.MailLink);
        return services.AddIdentityCore<Account>(Shape)
            .AddPasswordValidator<PasswordRules>()
            .AddTokenProvider<DataProtectorTokenProvider<Account>>(TokenOptions.DefaultProvider)
            .AddTokenProvider<AuthenticatorOnce>(TokenOptions.DefaultAuthenticatorProvider);
    }

    /// <summary>Sign-in at the site.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services, WebOptions options)
    {
        var cookies = new AccountCookies(options);
        services.AddSingleton(cookies);
        services.AddSingleton<AccessBook>();
        services.AddHostedService(provider => provider.GetRequiredService<AccessBook>());
        services.AddHttpContextAccessor();
        new IdentityBuilder(typeof(Account), services).AddSignInManager<SignIns>();
        services.AddScoped(provider => (SignIns)provider.GetRequiredService<SignInManager<Account>>());
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddIdentityCookies();
        authentication.AddProvider(options.Provider, cookies);
        services.TryAddSingleton<IMailer, NoMailer>();
        services.AddSingleton<LetterBox>();
        services.AddHostedService(provider => provider.GetRequiredService<LetterBox>());
        services.AddSingleton<Recovery>().AddSingleton<Newcomers>();
        services.AddHostedService<AlertPost>();
        Cookie(services, IdentityConstants.ApplicationScheme, cookies.Session, cookies, JmaActors.Accounts.AccountLimits.SessionLife);
        Cookie(services, IdentityConstants.TwoFactorUserIdScheme, cookies.SecondStep, cookies, SignInLimits.SecondStep);
        Cookie(services, IdentityConstants.ExternalScheme, cookies.External, cookies, SignInLimits.SecondStep);
        services.Configure<AntiforgeryOptions>(o =>
        {
            (o.Cookie.Name, o.Cookie.SecurePolicy, o.Cookie.SameSite, o.SuppressXFrameOptionsHeader) = (cookies.Form, cookies.Policy, SameSiteMode.Strict, true);
        });
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            (o.UserVerificationRequirement, o.ResidentKeyRequirement, o.AuthenticatorTimeout) = ("required", "required", SignInLimits.SecondStep);
        });
        return services;
    }

    /// <summary>Finds who asks, before anything that needs to know.</summary>
    public static void UseSignIn(this WebApplication app)
    {
        app.UseWhen(static http => !Paths.IsData(http.Request.Path), static pages => pages.UseAuthentication());
        app.UseMiddleware<WhoAsks>();
        app.UseRateLimiter();
    }

    public static void MapSignIn(this WebApplication app, IEndpointRouteBuilder api)
    {
        SignInPages.Map(app);
        OwnPages.Map(app);
        FunctionChoice.Map(app);
        FunctionPages.Map(app);
        AccountHistoryPages.Map(app);
        RecoveryPages.Map(app, api);
        JoinPages.Map(app);
        TokenEndpoints.Map(api);
        DeputyEndpoints.Map(api);
    }

    static void Shape(IdentityOptions o)
    {
        o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        o.User.RequireUniqueEmail = true;
        o.Lockout.MaxFailedAccessAttempts = SignInLimits.Failures;
        o.Lockout.DefaultLockoutTimeSpan = SignInLimits.Locked;
        (o.Password.RequireDigit, o.Password.RequireLowercase, o.Password.RequireUppercase, o.Password.RequireNonAlphanumeric) = (false, false, false, false);
        (o.Password.RequiredLength, o.Password.RequiredUniqueChars) = (SignInLimits.PasswordLeast, SignInLimits.PasswordUnlike);
        o.Tokens.AuthenticatorIssuer = "JmaActors";
    }

    static void Cookie(IServiceCollection services, string scheme, string name, AccountCookies cookies, TimeSpan life) => services.Configure<CookieAuthenticationOptions>(scheme, o =>
    {
        (o.Cookie.Name, o.Cookie.HttpOnly, o.Cookie.IsEssential, o.Cookie.Path) = (name, true, true, "/");
        (o.Cookie.SameSite, o.Cookie.SecurePolicy) = (SameSiteMode.Lax, cookies.Policy);
        (o.ExpireTimeSpan, o.SlidingExpiration) = (life, false);
        // Whether the session still stands is asked of its ledger at every request, not of the account's stamp now and then.
        o.Events.OnValidatePrincipal = static _ => Task.CompletedTask;
    });
}
