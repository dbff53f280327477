using System.Security.Claims;
using System.Security.Cryptography;
using JmaActors.Accounts;
using JmaActors.Design;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace JmaActors.Web.Accounts;

/// <summary>
/// Signing in by way of an organisation's provider, and linking it to an account that exists. The two are told apart from the first step: signing in never touches the account
/// that happens to be signed in at this browser, which may be somebody else's.
/// </summary>
static class ProviderPages
{
    const string LinkItem = "jma:link", Own = $"{AccountPaths.Account}/provider";
    const int IssuerMost = 500;

    public static void Map(RouteGroupBuilder signIn)
    {
        // A link and not a form: a form of this site may lead nowhere else (form-action), and what comes back is held to state and nonce.
        signIn.MapGet("/provider", (HttpContext http) => Results.Challenge(new() { RedirectUri = $"{ProviderSetup.Done}?back={Uri.EscapeDataString(http.Back())}" }, [ProviderSetup.Scheme]));
        signIn.MapGet("/provider/done", Done);
    }

    public static void MapOwn(RouteGroupBuilder own)
    {
        own.MapGet("/provider", Link).WantsJustSignedIn();
        own.MapPost("/provider/unlink", Unlink).WantsJustSignedIn();
    }

    /// <summary>The page that begins the link, with what shows that this account's own page led there.</summary>
    public static string LinkToken(HttpContext http) => $"{Own}?from={Seal(http).Protect(Whose(http), SignInLimits.JustSignedIn)}";

    static IResult Link(HttpContext http)
    {
        if (!Led(http)) return Results.LocalRedirect(AccountPaths.Account);
        return Results.Challenge(new(new Dictionary<string, string?> { [LinkItem] = Whose(http) }) { RedirectUri = ProviderSetup.Done }, [ProviderSetup.Scheme]);
    }

    static bool Led(HttpContext http)
    {
        try
        {
            return Seal(http).Unprotect(http.Request.Query["from"].ToString()) == Whose(http);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    static ITimeLimitedDataProtector Seal(HttpContext http) => http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("jma.provider-link").ToTimeLimitedDataProtector();

    static string Whose(HttpContext http) => $"{http.User.Account()} {http.User.Session()}";

    static async Task<IResult> Unlink(HttpContext http, SignIns signIns, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        if (await signIns.UserManager.GetUserAsync(http.User).ConfigureAwait(false) is not { } user) return Results.LocalRedirect(AccountPaths.SignIn);
        var issuer = form.Field("issuer", IssuerMost);
        await signIns.UserManager.RemoveLoginAsync(user, issuer, form.Field("subject", IssuerMost)).ConfigureAwait(false);
        await signIns.Note(user, SecurityNotes.ProviderUnlinked, issuer).ConfigureAwait(false);
        return OwnPages.Told("provider-unlinked");
    }

    static async Task<IResult> Done(HttpContext http, SignIns signIns, ProviderOptions provider, ClaimMapping mapping, Recovery letters, TimeProvider clock, CancellationToken ct)
    {
        var found = await http.AuthenticateAsync(IdentityConstants.ExternalScheme).ConfigureAwait(false);
        await http.SignOutAsync(IdentityConstants.ExternalScheme).ConfigureAwait(false);
        if (found.Principal is not { } who || who.FindFirstValue("sub") is not { Length: > 0 } subject || who.FindFirstValue("iss") is not { Length: > 0 } issuer) return Failed("provider");
        var login = new UserLoginInfo(issuer, subject, provider.Name);
        if (found.Properties?.Items.TryGetValue(LinkItem, out var whose) == true) return await Join(http, signIns, letters, login, whose).ConfigureAwait(false);
        var user = await signIns.UserManager.FindByLoginAsync(issuer, subject).ConfigureAwait(false);
        user ??= provider.NewAccounts ? await New(signIns, who, login).ConfigureAwait(false) : null;
        if (user is null) return Failed("unknown");
        signIns.Way = "openid";
        var result = await signIns.ExternalLoginSignInAsync(issuer, subject, isPersistent: false, provider.SecondStep).ConfigureAwait(false);
        if (!result.Succeeded && !result.RequiresTwoFactor) return Failed("provider");
        await mapping.Bring(user.Id, ClaimMapping.Of(provider.Functions, who), Show.DayOf(clock.GetUtcNow()), ct).ConfigureAwait(false);
        return Results.LocalRedirect(result.Succeeded ? http.Back() : $"/sign-in/second?back={Uri.EscapeDataString(http.Back())}");
    }

    /// <summary>Whoever began it from the account's page, and still is signed in there, is both.</summary>
    static async Task<IResult> Join(HttpContext http, SignIns signIns, Recovery letters, UserLoginInfo login, string? whose)
    {
        var users = signIns.UserManager;
        if (http.Features.Get<Asked>() is not { Session: not null } || whose != Whose(http) || await users.GetUserAsync(http.User).ConfigureAwait(false) is not { } here) return Failed("provider");
        if (!(await users.AddLoginAsync(here, login).ConfigureAwait(false)).Succeeded) return OwnPages.Told("provider-taken");
        await signIns.Note(here, SecurityNotes.ProviderLinked, login.LoginProvider).ConfigureAwait(false);
        letters.Tell(here, "ProviderLinked");
        return OwnPages.Told("provider-linked");
    }

    /// <summary>An address that is taken is not taken over: its owner signs in and links the provider from the account's page.</summary>
    static async Task<Account?> New(SignIns signIns, ClaimsPrincipal who, UserLoginInfo login)
    {
        var address = who.FindFirstValue("email");
        if (string.IsNullOrEmpty(address) || who.FindFirstValue("email_verified") is not ("true" or "True")) return null;
        var user = new Account { UserName = address, Email = address, EmailConfirmed = true, Name = who.FindFirstValue("name") ?? address };
        if (!(await signIns.UserManager.CreateAsync(user).ConfigureAwait(false)).Succeeded) return null;
        await signIns.UserManager.AddLoginAsync(user, login).ConfigureAwait(false);
        await signIns.Note(user, SecurityNotes.Created, login.LoginProvider).ConfigureAwait(false);
        return user;
    }

    static IResult Failed(string why) => Results.LocalRedirect($"{AccountPaths.SignIn}?trouble={why}");
}
