using System.Globalization;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using JmaActors.Design;
using JmaActors.Pages.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JmaActors.Web.Accounts;

/// <summary>A newcomer says who she is, and behind the link of the mail chooses a password; then she signs in and applies.</summary>
static class JoinPages
{
    const int CodeMost = 4_000, NameMost = 100, MarkBytes = 16, FirstYear = 1900;

    public static void Map(IEndpointRouteBuilder site)
    {
        var pages = site.Forms(AccountPaths.Join).AllowAnonymous().RequireRateLimiting(SignInRates.Forms);
        pages.MapGet("", (HttpContext http, Newcomers newcomers) => Form(http, StatusCodes.Status200OK, newcomers.Enabled, null));
        pages.MapPost("", Ask);
        pages.MapGet("/go", (string? code, HttpContext http, Newcomers newcomers) => Go(http, StatusCodes.Status200OK, code ?? "", newcomers.Read(code ?? "") is null ? http.Words("Join.Stale") : null));
        pages.MapPost("/go", Join);
    }

    static async Task<IResult> Ask(HttpContext http, Newcomers newcomers, TimeProvider clock, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        string Text(string name) => form.Field(name, NameMost).Trim();
        var (mail, born, licensed, graduated) = (form.Field("address", SignInLimits.Address).Trim(), Day(form["birth"]), Day(form["licensed"]), Day(form["graduated"]));
        if (!newcomers.Enabled) return Form(http, StatusCodes.Status422UnprocessableEntity, false, null);
        if (Text("name").Length == 0 || born is not { } birth || !IsReading(Text("kana")) || !IsMail(mail)) return Form(http, StatusCodes.Status422UnprocessableEntity, true, http.Words("Join.Missing"));
        var today = Show.DayOf(clock.GetUtcNow());
        if (birth.Year < FirstYear || birth > today || licensed > today || licensed <= birth || graduated > today || graduated <= birth) return Form(http, StatusCodes.Status422UnprocessableEntity, true, http.Words("Join.BadDates"));
        newcomers.Ask(new Newcomer(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(MarkBytes)), mail, Text("name"), Text("kana"), birth, licensed, graduated, Show.English ? "en" : "ja"));
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

    /// <summary>Katakana, in either width, and spaces.</summary>
    static bool IsReading(string text) => text.Length > 0 && text.Normalize(NormalizationForm.FormKC).All(c => c is ' ' or '・' or 'ー' or (>= 'ァ' and <= 'ヶ'));

    static bool IsMail(string text) => MailAddress.TryCreate(text, out var address) && address.Address == text;

    static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    static RazorComponentResult Form(HttpContext http, int status, bool mail, string? trouble) =>
        AccountForms.Show<JoinPage>(status, (nameof(JoinPage.Token), http.Token()), (nameof(JoinPage.Mail), mail), (nameof(JoinPage.Trouble), trouble), (nameof(JoinPage.Said), http.Request.HasFormContentType ? http.Request.Form : null));

    static RazorComponentResult Go(HttpContext http, int status, string code, string? trouble) =>
        AccountForms.Show<JoinGoPage>(status, (nameof(JoinGoPage.Token), http.Token()), (nameof(JoinGoPage.Code), code), (nameof(JoinGoPage.Trouble), trouble));
}
