using JmaActors.Accounts;
using JmaActors.Pages.Accounts;
using JmaActors.Web.Access;
using JmaActors.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace JmaActors.Web.Accounts;

/// <summary>The forgotten password: a form for the address, and one for the new password behind the link of the mail.</summary>
static class RecoveryPages
{
    const int CodeMost = 2_000;

    public static void Map(IEndpointRouteBuilder site, IEndpointRouteBuilder api)
    {
        var pages = site.Forms(AccountPaths.Forgotten).AllowAnonymous().RequireRateLimiting(SignInRates.Forms);
        pages.MapGet("", (HttpContext http, Recovery recovery) => Ask(http, recovery.Enabled));
        pages.MapPost("", Forgotten);
        pages.MapGet("/{account}", (string account, string? code, HttpContext http) => New(http, StatusCodes.Status200OK, account, code ?? "", null));
        pages.MapPost("/{account}", Reset);
        api.MapPost("/members/{id}/recovery", Help).WithTags("Accounts").Operation<RecoveryStarted>(
            "Help a member to sign in again", "For an approver of an association she belongs to. The member gets a link by mail, which says who helped and why; the account's ledger keeps it.");
    }

    static async Task<IResult> Forgotten(HttpContext http, Recovery recovery, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        var address = form.Field("address", SignInLimits.Address).Trim();
        if (address.Length > 0) recovery.Forgotten(address);
        return AccountForms.Show<NoticePage>(
            StatusCodes.Status200OK, (nameof(NoticePage.Title), http.Words("Forgotten.Title")), (nameof(NoticePage.Done), http.Words("Forgotten.Sent")), (nameof(NoticePage.Next), AccountPaths.SignIn));
    }

    static async Task<IResult> Reset(string account, HttpContext http, SignIns signIns, Recovery recovery, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        var (code, password) = (form.Field("code", CodeMost), form["password"].ToString());
        if (password != form["again"]) return New(http, StatusCodes.Status422UnprocessableEntity, account, code, http.Words("Password.Unlike"));
        var users = signIns.UserManager;
        var user = AccountLimits.IsKey(account) ? await users.FindByIdAsync(account).ConfigureAwait(false) : null;
        var tokens = Recovery.Read(code);
        var secondStepOff = user is not null && await Recovery.TurnsOff(users, user, tokens.SecondStep).ConfigureAwait(false);
        var reset = user is not null
            ? await users.ResetPasswordAsync(user, tokens.Password, password).ConfigureAwait(false)
            : IdentityResult.Failed(users.ErrorDescriber.InvalidToken());
        if (!reset.Succeeded) return New(http, StatusCodes.Status422UnprocessableEntity, account, code, http.Words(reset));
        user!.MustChange = false;
        await users.UpdateAsync(user).ConfigureAwait(false);
        if (secondStepOff)
        {
            await users.SetTwoFactorEnabledAsync(user, false).ConfigureAwait(false);
            await users.ResetAuthenticatorKeyAsync(user).ConfigureAwait(false);
            await signIns.Note(user, SecurityNotes.TwoStepOff, SecurityNotes.RecoveryHelped).ConfigureAwait(false);
        }

        await users.SetLockoutEndDateAsync(user, null).ConfigureAwait(false);
        await users.ResetAccessFailedCountAsync(user).ConfigureAwait(false);
        await signIns.EndOthers(user).ConfigureAwait(false);
        await signIns.Note(user, SecurityNotes.PasswordReset).ConfigureAwait(false);
        recovery.Tell(user, "Changed");
        return AccountForms.Show<NoticePage>(
            StatusCodes.Status200OK, (nameof(NoticePage.Title), http.Words("Password.Title")), (nameof(NoticePage.Done), http.Words("Forgotten.Done")), (nameof(NoticePage.Next), AccountPaths.SignIn));
    }

    static async Task<IResult> Help(string id, RecoveryBody body, HttpContext http, Recovery recovery, CancellationToken ct)
    {
        var member = Input.Member(id);
        var reason = Input.Text(body.Reason, "reason", AccountLimits.ReasonLength);
        return await recovery.Help(member, body.SecondStep, reason, CallerOf.Api(http), ct).ConfigureAwait(false) is { } refusal ? Problem.Of(refusal) : TypedResults.Ok(new RecoveryStarted(member));
    }

    static RazorComponentResult Ask(HttpContext http, bool mail) => AccountForms.Show<ForgottenPage>(StatusCodes.Status200OK, (nameof(ForgottenPage.Token), http.Token()), (nameof(ForgottenPage.Mail), mail));

    static RazorComponentResult New(HttpContext http, int status, string account, string code, string? trouble) => AccountForms.Show<PasswordPage>(
        status, (nameof(PasswordPage.Token), http.Token()), (nameof(PasswordPage.Account), account), (nameof(PasswordPage.Code), code), (nameof(PasswordPage.Trouble), trouble));
}

/// <param name="SecondStep">The second step is turned off when the link is used: the authenticator is lost, and the codes with it. Not of an account with functions that are not the caller's to give.</param>
public sealed record RecoveryBody(string Reason, bool SecondStep = false);

public sealed record RecoveryStarted(MemberId Member);
