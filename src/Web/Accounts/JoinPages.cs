using System.Globalization;
using JmaActors.Design;
using JmaActors.Pages.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JmaActors.Web.Accounts;

/// <summary>A newcomer says who she is, and behind the link of the mail chooses a password; then she signs in and applies.</summary>
static class JoinPages
{
    const int CodeMost = 4_000, NameMost = 100;

    public static void Map(IEndpointRouteBuilder site)
    {
        var pages = site.Forms(AccountPaths.Join).AllowAnonymous().RequireRateLimiting(SignInRates.Forms);
        pages.MapGet("", (HttpContext http, Newcomers newcomers) => Form(http, StatusCodes.Status200OK, newcomers.Enabled, null));
        pages.MapPost("", Ask);
        pages.MapGet("/go", (string? code, HttpContext http, Newcomers newcomers) => Go(http, StatusCodes.Status200OK, code ?? "", newcomers.Read(code ?? "") is null ? http.Words("Join.Stale") : null));
        pages.MapPost("/go", Join);
    }

    static async Task<IResult> Ask(HttpContext http, Newcomers newcomers, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        string Text(string name) => form.Field(name, NameMost).Trim();
        var (mail, born) = (form.Field("address", SignInLimits.Address).Trim(), Day(form["birth"]));
        if (mail.Length == 0 || Text("name").Length == 0 || Text("kana").Length == 0 || born is null) return Form(http, StatusCodes.Status422UnprocessableEntity, newcomers.Enabled, http.Words("Join.Missing"));
        if (Text("registry") is { Length: > 0 } registry && !RegistryNumber.TryParse(registry, out _)) return Form(http, StatusCodes.Status422UnprocessableEntity, newcomers.Enabled, http.Words("Join.BadRegistry"));
        newcomers.Ask(new Newcomer(mail, Text("name"), Text("kana"), born.Value, Text("registry") is { Length: > 0 } number ? number : null, Day(form["licensed"]), Day(form["graduated"]), Show.English ? "en" : "ja"));
        return AccountForms.Show<NoticePage>(StatusCodes.Status200OK, (nameof(NoticePage.Title), http.Words("Join.Title")), (nameof(NoticePage.Done), http.Words("Join.Sent")), (nameof(NoticePage.Next), AccountPaths.SignIn));
    }

    static async Task<IResult> Join(HttpContext http, Newcomers newcomers, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        var (code, password) = (form.Field("code", CodeMost), form["password"].ToString());
        if (newcomers.Read(code) is not { } newcomer) return Go(http, StatusCodes.Status422UnprocessableEntity, code, http.Words("Join.Stale"));
        if (password != form["again"]) return Go(http, StatusCodes.Status422UnprocessableEntity, code, http.Words("Password.Unlike"));
        if (password.Length > SignInLimits.PasswordMost) return Go(http, StatusCodes.Status422UnprocessableEntity, code, http.Words("Password.Hint", SignInLimits.PasswordLeast));
        return await newcomers.Join(newcomer, password, ct).ConfigureAwait(false) switch
        {
            { Refusal: { } refusal } => Go(http, StatusCodes.Status422UnprocessableEntity, code, http.Words(refusal)),
            { Identity: { } identity } => Go(http, StatusCodes.Status422UnprocessableEntity, code, http.Words(identity)),
            _ => AccountForms.Show<NoticePage>(
                StatusCodes.Status200OK, (nameof(NoticePage.Title), http.Words("Join.Title")), (nameof(NoticePage.Done), http.Words("Join.Done")), (nameof(NoticePage.Next), $"{AccountPaths.SignIn}?back={Uri.EscapeDataString("/applications/new?kind=join")}")),
        };
    }

    static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    static RazorComponentResult Form(HttpContext http, int status, bool mail, string? trouble) =>
        AccountForms.Show<JoinPage>(status, (nameof(JoinPage.Token), http.Token()), (nameof(JoinPage.Mail), mail), (nameof(JoinPage.Trouble), trouble), (nameof(JoinPage.Said), http.Request.HasFormContentType ? http.Request.Form : null));

    static RazorComponentResult Go(HttpContext http, int status, string code, string? trouble) =>
        AccountForms.Show<JoinGoPage>(status, (nameof(JoinGoPage.Token), http.Token()), (nameof(JoinGoPage.Code), code), (nameof(JoinGoPage.Trouble), trouble));
}
