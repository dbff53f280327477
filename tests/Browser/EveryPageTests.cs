using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser;

/// <summary>What holds for every page: WCAG 2.2 AA as far as axe can see, in both themes; no sideways scrolling on a phone; English complete.</summary>
[Collection("screen")]
public sealed class EveryPageTests(Site site)
{
    static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    static readonly SemaphoreSlim Once = new(1, 1);
    static string? session, pair;

    public static TheoryData<string> Pages =>
    [
        "/", "/programs", "/programs?view=list", "/programs/new", "/programs/{program}", "/programs/{program}/edit", "/hosts/26", "/approvals", "/programs/{program}/enrolments", "/seminars/{session}", "/seminars/{session}?wall=1", "/seminars/{session}/roll", "/seminars/{session}/roll?show=doubtful", "/seminars/{session}/web-log", "/seminars/{session}/paper-list", "/seminars/{session}/desk",
        "/members", "/members/{member}", "/members/{member}/credits", "/members/{member}/credits?tab=history", "/members/{member}/history", "/members/{member}/as-of", "/members/{member}/as-of?on=2026-05-01", "/members/{member}/credits/report", "/members/{member}/pass", "/associations", "/associations/JMA", "/associations/JMA?wall=1", "/associations/26", "/members?credits=near,far&category=a1", "/members?text=%E3%81%A0%E3%82%8C%E3%82%82%E3%81%84%E3%81%AA%E3%81%84", "/works", "/members/{member}/seen", "/audit", "/audit?person={member}", "/audit?person={member}&why=x",
        "/associations/26-001", "/duplicates", "/duplicates?tab=merged", "/duplicates/{pair}", "/disputes", "/disputes/new", "/members/{member}/erasure", "/operations", "/operations?wall=1", "/rosters", "/past-credits", "/eyes", "/help", "/no-such-page",
    ];

    [Theory, MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_in_light_and_dark_and_a_phone_needs_no_sideways_scrolling(string path)
    {
        var faults = await Looks(await site.Open(await Filled(path)));
        Assert.True(faults.Count == 0, $"{path}:\n{string.Join('\n', faults)}");
    }

    [Theory, InlineData("/verify"), InlineData("/verify?code=ABCD"), InlineData("/verify/7KQ2-M9XA-40PT-RW6E")]
    public async Task The_public_page_for_papers_passes_too(string path)
    {
        var faults = await Looks(await site.OpenStatic(path));
        Assert.True(faults.Count == 0, $"{path}:\n{string.Join('\n', faults)}");
    }

    static async Task<List<string>> Looks(IPage page)
    {
        var faults = await Axe(page, "light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        faults.AddRange(await Axe(page, "dark"));
        await page.SetViewportSizeAsync(390, 844);
        var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth");
        if (over > 0) faults.Add($"{over} pixels too wide for a phone");
        faults.AddRange(await Axe(page, "dark phone"));
        await page.Context.CloseAsync();
        return faults;
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task English_page_says_so_and_has_no_missing_text(string path)
    {
        var page = await site.Open(await Filled(path), language: "en");
        Assert.Equal("en", await page.EvaluateAsync<string>("() => document.documentElement.lang"));
        var chrome = await page.Locator("h1, h2, nav.tabs, th, label, button").AllInnerTextsAsync();
        await page.Context.CloseAsync();
        Assert.DoesNotContain(chrome, text => text.Contains("開") || text.Contains("単位") || text.Contains("検索"));
    }

    [Fact]
    public async Task Unknown_address_is_a_page_for_who_looks_and_takes_no_posts()
    {
        var page = await site.Open("/no-such-page");
        var looked = await page.APIRequest.GetAsync(site.Address + "/no-such-page");
        var posted = await page.APIRequest.PostAsync(site.Address + "/no-such-page");
        await Expect(page.Locator("main")).ToContainTextAsync("ページが見つかりません");
        await page.Context.CloseAsync();
        Assert.Equal((404, 405), (looked.Status, posted.Status));
    }

    [Fact]
    public async Task A_failed_circuit_is_said_in_words_with_a_way_on()
    {
        var page = await site.Open("/help");
        await Expect(page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
        // What the framework does when a circuit has failed.
        await page.EvaluateAsync("() => { document.getElementById('blazor-error-ui').style.display = 'block'; }");
        await Expect(page.Locator("#blazor-error-ui")).ToBeVisibleAsync();
        await page.Locator("#blazor-error-ui button").ClickAsync();
        await Expect(page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    static async Task<List<string>> Axe(IPage page, string look)
    {
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Rules] } });
        return [.. result.Violations.Select(v => $"{look}: {v.Id} ({v.Impact}): {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")];
    }

    async Task<string> Filled(string path)
    {
        if (!path.Contains('{')) return path;
        var (member, card) = await site.Api.Member(5);
        await Once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (session is null)
            {
                pair = await site.Api.TwoOfOne("見比べ 花子", "ミクラベ ハナコ", "26-009") is var (low, high) ? $"{low}-{high}" : null;
                session = await site.Api.OpenSeminarOfSchemes("Seminar for looking at");
                await site.Api.Tap(session, card, "in", Api.Minute().AddMinutes(-50));
                await site.Api.Tap(session, "UNKNOWN1", "in", Api.Minute().AddMinutes(-40));
                await site.Api.Tap(session, (await site.Api.Member(6)).Card, "in", Api.Minute().AddMinutes(-30));
                await site.Api.ReportDesk(session, "desk-1", 3, Api.Minute().AddMinutes(2));
            }
        }
        finally
        {
            Once.Release();
        }

        return path.Replace("{session}", session).Replace("{program}", session[..session.LastIndexOf('.')]).Replace("{member}", member).Replace("{pair}", pair);
    }
}
