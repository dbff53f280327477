using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace JmaActors.Tests.Browser.EveryPage;

/// <summary>One of everything there is a page of, and a session per language and eyes that all pages are opened in.</summary>
public sealed class LookedAt(Site site) : IAsyncLifetime
{
    readonly ConcurrentDictionary<(string Language, string Eyes), Task<IBrowserContext>> sessions = new();
    readonly Dictionary<string, string> filled = [];

    public async ValueTask InitializeAsync()
    {
        var api = site.Api;
        var (member, card) = await api.Member(5);
        var (low, high) = await api.TwoOfOne("見比べ 花子", "ミクラベ ハナコ", "26-009");
        var session = await api.OpenSeminarOfSchemes("Seminar for looking at");
        var program = session[..session.LastIndexOf('.')];
        await api.Tap(session, card, "in", Api.Minute().AddMinutes(-50));
        await api.Tap(session, "UNKNOWN1", "in", Api.Minute().AddMinutes(-40));
        await api.Tap(session, (await api.Member(6)).Card, "in", Api.Minute().AddMinutes(-30));
        await api.ReportDesk(session, "desk-1", 3, Api.Minute().AddMinutes(2));
        await api.Send($"/api/v1/programs/{program}/enrolment/terms", new { opens = Api.Minute().AddDays(-1), closes = Api.Minute().AddHours(3), memberFee = 1000, otherFee = 1000 }, HttpMethod.Put);
        await api.Send($"/api/v1/programs/{program}/enrolments", new { member, key = "look" });
        await api.Send($"/api/v1/programs/{program}/enrolments/{member}/payments", new { key = "look-1", amount = 1000, method = "cash" });
        await api.Send($"/api/v1/disputes/{member}.look1", new { subject = "attendance", about = session, words = "出席しました" });
        await api.Credit(member, "look-report", 1.0m, 20, "2026-10-01", "総会", post: false);
        await api.Hospital("W26-LOOK", "見本病院", member);
        await api.Employ(member, "S-LOOK", "見本クリニック");
        await api.Work(member, "look-1", "S-LOOK", Api.Minute().AddDays(-2), 11);
        await api.Work(member, "look-2", "S-LOOK", Api.Minute().AddDays(-1), 9);
        await api.Send($"/api/v1/members/{member}/work-hours/records/look-2/correct", new { key = "look-3", reason = "打刻忘れ", to = Api.Minute().AddHours(-14) });
        var work = (await api.Send("/api/v1/works", new { key = "look", kind = "export", columns = new[] { "name" } })).GetProperty("id").GetString()!;
        await api.Import("look", "source_key,name,kana,registry,association,layers,category\nL-1,見本 一,ミホン イチ,990009,26-001,local+prefecture+jma,A1\nL-2,見本 二,ミホン ニ,990010,99-999,local,A1\n");
        foreach (var (name, value) in new (string, string)[]
        {
            ("session", session), ("program", program), ("member", member), ("pair", $"{low}-{high}"), ("case", $"{member}.look1"), ("work", work), ("roster", "look"),
        }) filled[$"{{{name}}}"] = value;
    }

    /// <summary>An address with what it needs.</summary>
    public string Filled(string path) => filled.Aggregate(path, static (text, f) => text.Replace(f.Key, f.Value, StringComparison.Ordinal));

    /// <summary>A page in the session of a language and somebody's eyes.</summary>
    public async Task<IPage> Open(string path, string language, string eyes)
    {
        var session = await sessions.GetOrAdd((language, Filled(eyes)), key => Session(key.Language, key.Eyes));
        var page = await session.NewPageAsync();
        await page.GotoAsync(site.Address + Filled(path), new() { WaitUntil = WaitUntilState.Load });
        // What is shown when a page has failed is a page without a circuit.
        if (path != Pages.Failed) await page.WaitForFunctionAsync("() => document.documentElement.dataset.link === 'live'");
        return page;
    }

    async Task<IBrowserContext> Session(string language, string eyes)
    {
        var session = await site.Context(new() { ViewportSize = new() { Width = 1360, Height = 830 }, ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        await session.AddCookiesAsync(
        [
            new() { Name = ".AspNetCore.Culture", Value = $"c={language}|uic={language}", Url = site.Address },
            new() { Name = "jma-eyes", Value = Uri.EscapeDataString(eyes), Url = site.Address },
        ]);
        return session;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var session in sessions.Values) await (await session).CloseAsync();
    }
}
