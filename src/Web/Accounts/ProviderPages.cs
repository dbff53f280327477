using System.Security.Claims;
using JmaActors.Accounts;
using JmaActors.Design;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace JmaActors.Web.Accounts;

/// <summary>Signing in by way of an organisation's provider.</summary>
static class ProviderPages
{
    public static void Map(RouteGroupBuilder signIn)
    {
        // A link and not a form: a form of this site may lead nowhere else (form-action), and what comes back is held to state and nonce.
        signIn.MapGet("/provider", (HttpContext http) => Results.Challenge(new() { RedirectUri = $"{ProviderSetup.Done}?back={Uri.EscapeDataString(http.Back())}" }, [ProviderSetup.Scheme]));
        signIn.MapGet("/provider/done", Done);
    }

    static async Task<IResult> Done(HttpContext http, SignIns signIns, ProviderOptions provider, ClaimMapping mapping, TimeProvider clock, CancellationToken ct)
    {
        var found = await http.AuthenticateAsync(IdentityConstants.ExternalScheme).ConfigureAwait(false);
        await http.SignOutAsync(IdentityConstants.ExternalScheme).ConfigureAwait(false);
        if (found.Principal is not { } who || who.FindFirstValue("sub") is not { Length: > 0 } subject || who.FindFirstValue("iss") is not { Length: > 0 } issuer) return Failed("provider");
        var users = signIns.UserManager;
        var user = await users.FindByLoginAsync(issuer, subject).ConfigureAwait(false);
        if (user is null && http.Features.Get<Asked>() is { Session: not null } && await users.GetUserAsync(http.User).ConfigureAwait(false) is { } here)
        {
            // Whoever is signed in and proves to be somebody at the provider, is both.
            if (!(await users.AddLoginAsync(here, new UserLoginInfo(issuer, subject, provider.Name)).ConfigureAwait(false)).Succeeded) return Failed("provider");
            await signIns.Note(here, SecurityNotes.ProviderLinked, issuer).ConfigureAwait(false);
            user = here;
        }

        user ??= provider.NewAccounts ? await New(signIns, who, issuer, subject, provider.Name).ConfigureAwait(false) : null;
        if (user is null) return Failed("unknown");
        await mapping.Bring(user.Id, ClaimMapping.Of(provider.Functions, who), Show.DayOf(clock.GetUtcNow()), ct).ConfigureAwait(false);
        signIns.Way = "openid";
        await signIns.SignInAsync(user, isPersistent: false).ConfigureAwait(false);
        return Results.LocalRedirect(http.Back());
    }

    /// <summary>An address that is taken is not taken over: its owner signs in and comes here again to be both.</summary>
    static async Task<Account?> New(SignIns signIns, ClaimsPrincipal who, string issuer, string subject, string name)
    {
        var address = who.FindFirstValue("email");
        if (string.IsNullOrEmpty(address) || who.FindFirstValue("email_verified") is not ("true" or "True")) return null;
        var user = new Account { UserName = address, Email = address, EmailConfirmed = true, Name = who.FindFirstValue("name") ?? address };
        if (!(await signIns.UserManager.CreateAsync(user).ConfigureAwait(false)).Succeeded) return null;
        await signIns.UserManager.AddLoginAsync(user, new UserLoginInfo(issuer, subject, name)).ConfigureAwait(false);
        await signIns.Note(user, SecurityNotes.Created, issuer).ConfigureAwait(false);
        return user;
    }

    static IResult Failed(string why) => Results.LocalRedirect($"{AccountPaths.SignIn}?trouble={why}");
}
