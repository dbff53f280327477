using JmaActors.Accounts;
using JmaActors.Pages.Accounts;
using JmaActors.Web.Access;
using Microsoft.AspNetCore.Identity;

namespace JmaActors.Web.Accounts;

/// <summary>One's own account: password, second step, passkeys, where one is signed in, tokens.</summary>
static class OwnPages
{
    const int IdMost = 60;

    public static void Map(IEndpointRouteBuilder site)
    {
        var pages = site.Forms(AccountPaths.Account).WithMetadata(new OwnAccountAttribute());
        pages.MapGet("", Show);
        pages.MapGet("/password", PasswordForm).WithMetadata(new OwnAccountAttribute(always: true));
        pages.MapPost("/password", ChangePassword).WithMetadata(new OwnAccountAttribute(always: true)).RequireRateLimiting(SignInRates.Forms);
        pages.MapPost("/sessions/end", EndSession);
        pages.MapPost("/sessions/end-others", EndOthers);
        pages.MapPost("/tokens", TokenPages.Issue).WantsJustSignedIn();
        pages.MapPost("/tokens/revoke", TokenPages.Revoke);
        pages.MapGet("/two-step", TwoStepPages.Setup).WantsJustSignedIn();
        pages.MapPost("/two-step", TwoStepPages.TurnOn).RequireRateLimiting(SignInRates.Forms).WantsJustSignedIn();
        pages.MapPost("/two-step/off", TwoStepPages.TurnOff).RequireRateLimiting(SignInRates.Forms);
        pages.MapPost("/two-step/codes", TwoStepPages.NewCodes).RequireRateLimiting(SignInRates.Forms);
        pages.MapPost("/passkeys/options", Passkeys.CreationOptions).WantsJustSignedIn(script: true);
        pages.MapPost("/passkeys", Passkeys.Add).WantsJustSignedIn();
        pages.MapPost("/passkeys/remove", Passkeys.Remove);
        if (site.ServiceProvider.GetService<ProviderName>() is not null) ProviderPages.MapOwn(pages);
    }

    /// <summary>Back to the account's page, which says what became of it.</summary>
    public static IResult Told(string what) => Results.LocalRedirect($"{AccountPaths.Account}?told={what}");

    static async Task<IResult> Show(HttpContext http, SignIns signIns, Gateway gateway, CancellationToken ct)
    {
        if (await signIns.UserManager.GetUserAsync(http.User).ConfigureAwait(false) is not { } user) return Results.LocalRedirect(AccountPaths.SignIn);
        var standing = await gateway.AccountStanding(user.Id, ct).ConfigureAwait(false);
        var passkeys = await signIns.UserManager.GetPasskeysAsync(user).ConfigureAwait(false);
        return AccountForms.Show<OwnPage>(
            StatusCodes.Status200OK, (nameof(OwnPage.Token), http.Token()), (nameof(OwnPage.User), user), (nameof(OwnPage.Standing), standing),
            (nameof(OwnPage.Passkeys), (IReadOnlyList<UserPasskeyInfo>)[.. passkeys]), (nameof(OwnPage.Asked), http.Features.Get<Asked>()), (nameof(OwnPage.Told), http.Request.Query["told"].ToString()),
            (nameof(OwnPage.CodesLeft), await signIns.UserManager.CountRecoveryCodesAsync(user).ConfigureAwait(false)),
            (nameof(OwnPage.Provider), http.RequestServices.GetService<ProviderName>()?.Name), (nameof(OwnPage.Link), ProviderPages.LinkToken(http)),
            (nameof(OwnPage.Logins), (IReadOnlyList<UserLoginInfo>)[.. await signIns.UserManager.GetLoginsAsync(user).ConfigureAwait(false)]));
    }

    static async Task<IResult> PasswordForm(HttpContext http, SignIns signIns) =>
        await signIns.UserManager.GetUserAsync(http.User).ConfigureAwait(false) is { } user ? Password(http, user, StatusCodes.Status200OK, null) : Results.LocalRedirect(AccountPaths.SignIn);

    static async Task<IResult> ChangePassword(HttpContext http, SignIns signIns, Recovery recovery, CancellationToken ct)
    {
        var users = signIns.UserManager;
        if (await users.GetUserAsync(http.User).ConfigureAwait(false) is not { } user) return Results.LocalRedirect(AccountPaths.SignIn);
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        var (before, password) = (form["before"].ToString(), form["password"].ToString());
        if (password != form["again"]) return Password(http, user, StatusCodes.Status422UnprocessableEntity, http.Words("Password.Unlike"));
        if (password == before) return Password(http, user, StatusCodes.Status422UnprocessableEntity, http.Words("Password.Same"));
        if (await users.IsLockedOutAsync(user).ConfigureAwait(false)) return Password(http, user, StatusCodes.Status422UnprocessableEntity, http.Words("Account.Error.PasswordMismatch"));
        var changed = user.PasswordHash is null ? await users.AddPasswordAsync(user, password).ConfigureAwait(false) : await users.ChangePasswordAsync(user, before, password).ConfigureAwait(false);
        if (!changed.Succeeded)
        {
            if (changed.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordMismatch))) await users.AccessFailedAsync(user).ConfigureAwait(false);
            return Password(http, user, StatusCodes.Status422UnprocessableEntity, http.Words(changed));
        }

        user.MustChange = false;
        await users.UpdateAsync(user).ConfigureAwait(false);
        await signIns.EndOthers(user).ConfigureAwait(false);
        await signIns.Note(user, SecurityNotes.PasswordChanged).ConfigureAwait(false);
        recovery.Tell(user, "Changed");
        await signIns.Renew(user).ConfigureAwait(false);
        return Told("password-changed");
    }

    static async Task<IResult> EndSession(HttpContext http, Gateway gateway, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        var account = http.User.Account()!;
        await gateway.EndAccess(account, new EndAccess(form.Field("session", IdMost), null, AccountSubject.Person(account)), ct).ConfigureAwait(false);
        return Told("session-ended");
    }

    static async Task<IResult> EndOthers(HttpContext http, SignIns signIns)
    {
        if (await signIns.UserManager.GetUserAsync(http.User).ConfigureAwait(false) is { } user) await signIns.EndOthers(user).ConfigureAwait(false);
        return Told("sessions-ended");
    }

    static Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult Password(HttpContext http, Account user, int status, string? trouble) => AccountForms.Show<PasswordPage>(
        status, (nameof(PasswordPage.Token), http.Token()), (nameof(PasswordPage.Trouble), trouble), (nameof(PasswordPage.First), user.MustChange), (nameof(PasswordPage.HasOne), user.PasswordHash is not null));
}
