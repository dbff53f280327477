using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser.EveryPage;

/// <summary>What holds for every page: WCAG 2.2 AA as far as axe can see, in both languages and both themes; no sideways scrolling on a phone; English complete.</summary>
// Beside the tests that play a scene: it changes nothing they look at.
[Collection("pages")]
public sealed class EveryPageTests(Site site, LookedAt looked) : IClassFixture<LookedAt>
{
    public static TheoryData<string> Written => Pages.All;

    [Theory, MemberData(nameof(Written))]
    public async Task Axe_finds_nothing_in_either_language_and_theme_and_a_phone_needs_no_sideways_scrolling(string written)
    {
        var (eyes, path) = Pages.Of(written);
        List<string> faults = [];
        var page = await looked.Open(path, "ja", eyes);
        faults.AddRange(await Looks.Axe(page, "ja light"));
        faults.AddRange(await Looks.Overfull(page, "ja"));
        await Looks.Theme(page, ColorScheme.Dark);
        faults.AddRange(await Looks.Phone(page, "ja"));
        faults.AddRange(await Looks.Overfull(page, "ja phone"));

        page = await looked.Open(path, "en", eyes);
        if (await page.EvaluateAsync<string>("() => document.documentElement.lang") != "en") faults.Add("en: the page does not say that it is English");
        var chrome = await page.Locator("h1, h2, nav.tabs, th, label, button").AllInnerTextsAsync();
        faults.AddRange(await Looks.Overfull(page, "en"));
        faults.AddRange(chrome.Where(static text => text.Contains('開') || text.Contains("単位") || text.Contains("検索")).Select(static text => $"en: '{text}' is not English"));
        await Looks.Theme(page, ColorScheme.Dark);
        faults.AddRange(await Looks.Phone(page, "en"));
        faults.AddRange(await Looks.Overfull(page, "en phone"));
        faults.AddRange(await Looks.Axe(page, "en dark phone"));

        Assert.True(faults.Count == 0, $"{written}:\n{string.Join('\n', faults)}");
    }

    [Theory, InlineData("/verify"), InlineData("/verify?code=ABCD"), InlineData("/verify/7KQ2-M9XA-40PT-RW6E"), InlineData("/designations"), InlineData("/designations?level=B")]
    public async Task The_public_page_for_papers_passes_too(string path)
    {
        List<string> faults = [];
        var page = await site.OpenStatic(path);
        faults.AddRange(await Looks.Axe(page, "light"));
        await Looks.Theme(page, ColorScheme.Dark);
        faults.AddRange(await Looks.Phone(page, "ja"));
        faults.AddRange(await Looks.Axe(page, "dark phone"));
        await page.Context.CloseAsync();
        Assert.True(faults.Count == 0, $"{path}:\n{string.Join('\n', faults)}");
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
}
