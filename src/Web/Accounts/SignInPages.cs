using JmaActors.Pages;
using JmaActors.Pages.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace JmaActors.Web.Accounts;

/// <summary>Signing in and out.</summary>
static class SignInPages
{
    const int CodeMost = 20;

    public static void Map(IEndpointRouteBuilder site)
    {
        var pages = site.Forms("/sign-in").AllowAnonymous().RequireRateLimiting(SignInRates.Forms);
        pages.MapGet("", (HttpContext http) => SignIn(http, StatusCodes.Status200OK, http.Back(), null, Trouble(http)));
        pages.MapPost("", Password);
        pages.MapGet("/second", async (HttpContext http, SignIns signIns) => await signIns.GetTwoFactorAuthenticationUserAsync().ConfigureAwait(false) is null
            ? Results.LocalRedirect(AccountPaths.SignIn) : Second(http, StatusCodes.Status200OK, http.Back()));
        pages.MapPost("/second", Code);
        pages.MapPost("/recovery", Recovery);
        pages.MapPost("/passkey/options", (SignIns signIns) => Passkeys.RequestOptions(signIns));
        pages.MapPost("/passkey", Passkey);
        if (site.ServiceProvider.GetService<ProviderName>() is not null) ProviderPages.Map(pages);
        site.Forms(AccountPaths.SignOut).MapPost("", SignOut).WithMetadata(new OwnAccountAttribute(always: true));
    }

    static string? Trouble(HttpContext http) => http.Request.Query["trouble"].ToString() switch
    {
        "provider" => http.Words("Provider.Failed"),
        "unknown" => http.Words("Provider.Unknown"),
        "again" => http.Words("SignIn.Again"),
        _ => null,
    };

    static async Task<IResult> Password(HttpContext http, SignIns signIns, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        var (address, back) = (form.Field("address", SignInLimits.Address), PagesSetup.Back(form["back"]));
        var result = await signIns.WithPassword(address.Trim(), form["password"].ToString() is { Length: <= SignInLimits.PasswordMost } password ? password : "").ConfigureAwait(false);
        if (result.Succeeded) return Results.LocalRedirect(back);
        if (result.RequiresTwoFactor) return Results.LocalRedirect($"/sign-in/second?back={Uri.EscapeDataString(back)}");
        return SignIn(http, StatusCodes.Status422UnprocessableEntity, back, address, http.Words("SignIn.Wrong"));
    }

    static async Task<IResult> Code(HttpContext http, SignIns signIns, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        var code = form.Field("code", CodeMost).Replace(" ", "", StringComparison.Ordinal);
        return Stepped(http, await signIns.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false).ConfigureAwait(false), PagesSetup.Back(form["back"]));
    }

    static async Task<IResult> Recovery(HttpContext http, SignIns signIns, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        return Stepped(http, await signIns.TwoFactorRecoveryCodeSignInAsync(form.Field("code", CodeMost).Trim()).ConfigureAwait(false), PagesSetup.Back(form["back"]));
    }

    static async Task<IResult> Passkey(HttpContext http, SignIns signIns, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        var credential = form["credential"].ToString();
        signIns.Way = "passkey";
        var result = credential.Length is > 0 and <= SignInLimits.Credential ? await Passkeys.SignIn(signIns, credential).ConfigureAwait(false) : SignInResult.Failed;
        return result.Succeeded ? Results.LocalRedirect(PagesSetup.Back(form["back"])) : SignIn(http, StatusCodes.Status422UnprocessableEntity, PagesSetup.Back(form["back"]), null, http.Words("SignIn.Passkey.Failed"));
    }

    static async Task<IResult> SignOut(SignIns signIns)
    {
        await signIns.SignOutAsync().ConfigureAwait(false);
        return Results.LocalRedirect(AccountPaths.SignIn);
    }

    static IResult Stepped(HttpContext http, SignInResult result, string back) =>
        result.Succeeded ? Results.LocalRedirect(back) : Second(http, StatusCodes.Status422UnprocessableEntity, back, http.Words("SecondStep.Wrong"));

    internal static RazorComponentResult SignIn(HttpContext http, int status, string back, string? address = null, string? trouble = null) => AccountForms.Show<SignInPage>(
        status, (nameof(SignInPage.Token), http.Token()), (nameof(SignInPage.Back), back), (nameof(SignInPage.Address), address), (nameof(SignInPage.Trouble), trouble),
        (nameof(SignInPage.Provider), http.RequestServices.GetService<ProviderName>()?.Name));

    static RazorComponentResult Second(HttpContext http, int status, string back, string? trouble = null) => AccountForms.Show<SecondStepPage>(
        status, (nameof(SecondStepPage.Token), http.Token()), (nameof(SecondStepPage.Back), back), (nameof(SecondStepPage.Trouble), trouble));
}

/// <summary>What an organisation's own sign-in is called on the page.</summary>
public sealed record ProviderName(string Name);
