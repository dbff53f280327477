using System.Text.Json;
using Microsoft.Playwright;

namespace JmaActors.Tests.Browser.EveryPage;

/// <summary>One of everything there is a page of, and a tab per language and eyes that all pages are opened in.</summary>
public sealed class LookedAt(Site site) : IAsyncLifetime
{
    const int Width = 1360, Height = 830;
    readonly Dictionary<(string Language, string Eyes), IPage> tabs = [];
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
        var reduction = new { kind = "reduction", from = $"{Api.Minute():yyyy-MM-dd}", reduction = new { kind = "illness", until = $"{Api.Minute().AddDays(60):yyyy-MM-dd}", layers = new[] { "jma" } } };
        await api.Send($"/api/v1/applications/{member}.look1", new { request = reduction, words = "療養中です" }, HttpMethod.Put);
        await api.Send($"/api/v1/applications/{member}.look1/submit", new { });
        await api.Credit(member, "look-report", 1.0m, 20, "2026-10-01", "総会", post: false);
        await api.Hospital("W26-PLAN", "見本病院", member);
        await api.Employ(member, "S-LOOK", "見本クリニック");
        await api.Work(member, "look-1", "S-LOOK", Api.Minute().AddDays(-2), 11);
        await api.Work(member, "look-2", "S-LOOK", Api.Minute().AddDays(-1), 9);
        await api.Send($"/api/v1/members/{member}/work-hours/records/look-2/correct", new { key = "look-3", reason = "打刻忘れ", to = Api.Minute().AddHours(-14) });
        var work = (await api.Send("/api/v1/works", new { key = "look", kind = "export", columns = new[] { "name" } })).GetProperty("id").GetString()!;
        await api.Import("look", "source_key,name,kana,registry,association,layers,category\nL-1,見本 一,ミホン イチ,990009,26-001,local+prefecture+jma,A1\nL-2,見本 二,ミホン ニ,990010,99-999,local,A1\n");
        var (doctor, interview) = await Interviewed(member);
        var since = $"{Api.Minute().AddDays(-100):yyyy-MM-dd}";
        await api.Send("/api/v1/workplaces/W-LOOK", new { key = "look-1", name = "見本病院", association = "26-001" }, HttpMethod.Put);
        await api.Send("/api/v1/workplaces/W-LOOK/agreement", new { key = "look-2", from = since }, HttpMethod.Put);
        await api.Send("/api/v1/workplaces/W-LOOK/physicians", new { key = "look-3", member, level = "a", from = since });
        await api.Overworked(member, "W26-LOOK");
        await api.Send($"/api/v1/members/{member}/dues/assessments", new { year = Api.FiscalYear, post = true });
        await api.Send($"/api/v1/members/{member}/dues/payments", new { key = "look", amount = 50_000, on = "2026-06-01", channel = "desk" });
        await api.Send($"/api/v1/associations/26-001/dues-runs/{Api.FiscalYear}/rehearsals", new { key = "look" });
        foreach (var (name, value) in new (string, string)[]
        {
            ("session", session), ("program", program), ("member", member), ("pair", $"{low}-{high}"), ("case", $"{member}.look1"), ("application", $"{member}.look1"), ("work", work), ("roster", "look"), ("doctor", doctor), ("interview", interview), ("evaluation", "WL.look"),
        }) filled[$"{{{name}}}"] = value;
    }

    /// <summary>A physician with many hours at the workplace WL, and her interview.</summary>
    async Task<(string Doctor, string Interview)> Interviewed(string interviewer)
    {
        var (api, today) = (site.Api, Api.Minute().Date);
        var (doctor, since) = (await api.Register("look-doctor", "見比べ 医師", "ミクラベ イシ"), today.AddDays(-25));
        await api.Send("/api/v1/workplaces/WL", new { key = "1", name = "見比べ病院", association = "26-001" }, HttpMethod.Put);
        await api.Send("/api/v1/workplaces/WL/agreement", new { key = "2", from = $"{since:yyyy-MM-dd}" }, HttpMethod.Put);
        await api.Send("/api/v1/workplaces/WL/physicians", new { key = "3", member = doctor, level = "a", from = $"{since:yyyy-MM-dd}" });
        await api.Employed(doctor, "WL");
        for (var i = 0; i < 8; i++)
        {
            var from = new DateTimeOffset(today.AddDays(-2 * i - 3), TimeSpan.FromHours(9));
            await api.Send($"/api/v1/members/{doctor}/work-hours/records", new { key = $"r{i}", workplace = "WL", kind = "overtime", from, to = from.AddHours(20) });
        }

        var desk = "/api/v1/workplaces/WL/interviews/desk";
        await api.Send($"{desk}/head", new { key = "4", head = doctor }, HttpMethod.Put);
        await api.Send($"{desk}/superiors", new { key = "5", member = doctor }, HttpMethod.Put);
        await api.Send($"{desk}/interviewers", new { key = "6", member = interviewer, completed = "2026-02-01", certificate = "第1号" }, HttpMethod.Put);
        var interview = $"WL.{doctor}.{since:yyyyMMdd}";
        await api.Send($"/api/v1/interviews/{interview}/assign", new { key = "7", interviewer });
        await api.Send($"/api/v1/interviews/{interview}/appoint", new { key = "8", at = Api.Minute().AddDays(1), place = "医局" });
        await api.Send("/api/v1/evaluations/WL.look", new { key = "1", levels = new[] { "b", "c2" } });
        await api.Send("/api/v1/evaluations/WL.look/items/01", new { key = "2", verdict = "met", words = "36協定を掲示しています" }, HttpMethod.Put);
        return (doctor, interview);
    }

    /// <summary>An address with what it needs.</summary>
    public string Filled(string path) => filled.Aggregate(path, static (text, f) => text.Replace(f.Key, f.Value, StringComparison.Ordinal));

    /// <summary>A page as somebody sees it who comes from another: each language and each pair of eyes has one tab, and its size and theme are as at first.</summary>
    public async Task<IPage> Open(string path, string language, string eyes)
    {
        var whose = (language, Filled(eyes));
        if (!tabs.TryGetValue(whose, out var tab) || tab.IsClosed) tabs[whose] = tab = await Tab(whose.language, whose.Item2);
        await tab.SetViewportSizeAsync(Width, Height);
        await Looks.Theme(tab, ColorScheme.Light);
        await tab.GotoAsync(site.Address + Filled(path), new() { WaitUntil = WaitUntilState.Load });
        // What is shown when a page has failed is a page without a circuit.
        if (path != Pages.Failed) await Site.Linked(tab);
        return tab;
    }

    async Task<IPage> Tab(string language, string eyes)
    {
        var session = await site.Context(new() { ViewportSize = new() { Width = Width, Height = Height } });
        await session.AddCookiesAsync(
        [
            new() { Name = ".AspNetCore.Culture", Value = $"c={language}|uic={language}", Url = site.Address },
            new() { Name = "jma-eyes", Value = Uri.EscapeDataString(eyes), Url = site.Address },
        ]);
        return await session.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var tab in tabs.Values) await tab.Context.CloseAsync();
    }
}
