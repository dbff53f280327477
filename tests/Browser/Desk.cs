using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser;

/// <summary>A desk as a clerk handles it.</summary>
public sealed class Desk(Site site, IPage page, string session)
{
    /// <summary>A busy machine answers late; the desk waits five seconds before it keeps a tap.</summary>
    const float WithinMs = 30_000;

    static readonly LocatorAssertionsToContainTextOptions Contains = new() { Timeout = WithinMs };
    static readonly LocatorAssertionsToHaveTextOptions Text = new() { Timeout = WithinMs };

    public IPage Page => page;

    public ILocator Result => page.Locator("#desk-result");

    public static async Task<Desk> Open(Site site, string session, Func<IBrowserContext, Task>? before = null) =>
        new(site, before is null ? await site.Open($"/seminars/{session}/desk") : await site.OpenAfter($"/seminars/{session}/desk", before), session);

    /// <summary>A card into the field, then Enter.</summary>
    public async Task Scan(string code)
    {
        await page.Locator("#desk-card").FillAsync(code);
        await page.Locator("#desk-card").PressAsync("Enter");
    }

    /// <summary>What was scanned, and the state and words of what became of it.</summary>
    public async Task Scan(string code, string state, string words)
    {
        await Scan(code);
        await Says(state, words, code);
    }

    public async Task Says(string state, string words, string? detail = null)
    {
        await Expect(Result).ToContainTextAsync(words, Contains);
        if (detail is not null) await Expect(Result).ToContainTextAsync(detail, Contains);
        await Expect(Result).ToHaveAttributeAsync("data-state", state, new() { Timeout = WithinMs });
    }

    public async Task WalkIn(string name, string kana, string registry = "")
    {
        await page.Keyboard.PressAsync("F7");
        await page.Locator("#desk-walk-in-name").FillAsync(name);
        await page.Locator("#desk-walk-in-kana").FillAsync(kana);
        await page.Locator("#desk-walk-in-registry").FillAsync(registry);
        await page.Locator("#desk-walk-in button.go").ClickAsync();
    }

    public Task Unsent(int count) => Expect(page.Locator("#desk-unsent")).ToHaveTextAsync($"{count}", Text);

    public Task Inside(int count) => Expect(page.Locator("#desk-inside")).ToHaveTextAsync($"{count}", Text);

    public Task Summary(string words) => Expect(page.Locator("#desk-summary")).ToContainTextAsync(words, Contains);

    /// <summary>The page is kept on the device: from here on it loads without network.</summary>
    public Task Kept() => Expect(page.Locator(".desk")).ToHaveAttributeAsync("data-kept", new System.Text.RegularExpressions.Regex("."), new() { Timeout = WithinMs });

    public Task Offline(bool offline) => page.Context.SetOfflineAsync(offline);

    /// <summary>The name of the device, as soon as the page has it.</summary>
    public async Task<string> Device()
    {
        await Expect(page.Locator("#desk-device")).Not.ToHaveValueAsync("", new() { Timeout = WithinMs });
        return await page.Locator("#desk-device").InputValueAsync();
    }

    /// <summary>What the server recorded, in the order in which it did; of one device only.</summary>
    public async Task<JsonElement[]> Recorded()
    {
        var device = await Device();
        var taps = await site.Api.Get($"/api/v1/sessions/{session}/taps");
        return [.. taps.EnumerateArray().Where(t => t.GetProperty("device").GetString() == device).Reverse()];
    }
}
