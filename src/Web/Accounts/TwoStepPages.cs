using JmaActors.Accounts;
using JmaActors.Pages.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JmaActors.Web.Accounts;

/// <summary>The second step: an authenticator's six digits (RFC 6238), with recovery codes for when it is lost.</summary>
static class TwoStepPages
{
    const int CodeMost = 10;

    public static async Task<IResult> Setup(HttpContext http, SignIns signIns)
    {
        if (await signIns.UserManager.GetUserAsync(http.User).ConfigureAwait(false) is not { } user) return Results.LocalRedirect(AccountPaths.SignIn);
        return user.TwoFactorEnabled ? OwnPages.Told("two-step-on") : await Form(http, signIns, user, StatusCodes.Status200OK, null).ConfigureAwait(false);
    }

    public static async Task<IResult> TurnOn(HttpContext http, SignIns signIns, CancellationToken ct)
    {
        var users = signIns.UserManager;
        if (await users.GetUserAsync(http.User).ConfigureAwait(false) is not { } user) return Results.LocalRedirect(AccountPaths.SignIn);
        if (user.TwoFactorEnabled) return OwnPages.Told("two-step-on");
        if (!await Fits(http, signIns, user, ct).ConfigureAwait(false)) return await Form(http, signIns, user, StatusCodes.Status422UnprocessableEntity, http.Words("SecondStep.Wrong")).ConfigureAwait(false);
        await users.SetTwoFactorEnabledAsync(user, true).ConfigureAwait(false);
        await signIns.Note(user, SecurityNotes.TwoStepOn).ConfigureAwait(false);
        await signIns.EndOthers(user).ConfigureAwait(false);
        return await Codes(http, signIns, user).ConfigureAwait(false);
    }

    /// <summary>Only with a code: a window left open is not enough.</summary>
    public static async Task<IResult> TurnOff(HttpContext http, SignIns signIns, Recovery letters, CancellationToken ct)
    {
        var users = signIns.UserManager;
        if (await users.GetUserAsync(http.User).ConfigureAwait(false) is not { TwoFactorEnabled: true } user) return OwnPages.Told("two-step-off");
        if (!await Fits(http, signIns, user, ct).ConfigureAwait(false)) return OwnPages.Told("two-step-wrong");
        await users.SetTwoFactorEnabledAsync(user, false).ConfigureAwait(false);
        await users.ResetAuthenticatorKeyAsync(user).ConfigureAwait(false);
        await signIns.Note(user, SecurityNotes.TwoStepOff).ConfigureAwait(false);
        letters.Tell(user, "TwoStepOff");
        return OwnPages.Told("two-step-off");
    }

    public static async Task<IResult> NewCodes(HttpContext http, SignIns signIns, CancellationToken ct)
    {
        if (await signIns.UserManager.GetUserAsync(http.User).ConfigureAwait(false) is not { TwoFactorEnabled: true } user) return OwnPages.Told("two-step-off");
        if (!await Fits(http, signIns, user, ct).ConfigureAwait(false)) return OwnPages.Told("two-step-wrong");
        return await Codes(http, signIns, user).ConfigureAwait(false);
    }

    static async Task<bool> Fits(HttpContext http, SignIns signIns, Account user, CancellationToken ct)
    {
        var users = signIns.UserManager;
        if (await users.IsLockedOutAsync(user).ConfigureAwait(false)) return false;
        var code = (await http.Request.ReadFormAsync(ct).ConfigureAwait(false)).Field("code", CodeMost).Replace(" ", "", StringComparison.Ordinal);
        if (await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, code).ConfigureAwait(false)) return true;
        await users.AccessFailedAsync(user).ConfigureAwait(false);
        return false;
    }

    static async Task<IResult> Codes(HttpContext http, SignIns signIns, Account user)
    {
        var codes = await signIns.UserManager.GenerateNewTwoFactorRecoveryCodesAsync(user, SignInLimits.RecoveryCodes).ConfigureAwait(false);
        await signIns.Note(user, SecurityNotes.RecoveryCodes).ConfigureAwait(false);
        return AccountForms.Show<RecoveryCodesPage>(StatusCodes.Status200OK, (nameof(RecoveryCodesPage.Codes), (IReadOnlyList<string>)[.. codes ?? []]));
    }

    static async Task<RazorComponentResult> Form(HttpContext http, SignIns signIns, Account user, int status, string? trouble)
    {
        var users = signIns.UserManager;
        if (await users.GetAuthenticatorKeyAsync(user).ConfigureAwait(false) is null) await users.ResetAuthenticatorKeyAsync(user).ConfigureAwait(false);
        var key = (await users.GetAuthenticatorKeyAsync(user).ConfigureAwait(false))!;
        var issuer = users.Options.Tokens.AuthenticatorIssuer;
        var address = $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(user.UserName!)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}&digits=6";
        return AccountForms.Show<TwoStepPage>(status, (nameof(TwoStepPage.Token), http.Token()), (nameof(TwoStepPage.Key), key), (nameof(TwoStepPage.Address), address), (nameof(TwoStepPage.Trouble), trouble));
    }
}
