using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser.EveryPage;

/// <summary>The main ways, walked with nothing but the keyboard: what has the focus is seen, is reached by Tab, and does by Enter what a click does.</summary>
[Collection("screen")]
public sealed class KeyboardTests(Site site)
{
    /// <summary>More presses than any page has places to stop at.</summary>
    const int Presses = 250;

    const string Inside = "() => document.activeElement?.closest('.mud-dialog-container, .mud-focus-trap, [role=dialog]')";

    /// <summary>Goes on by Tab to where a selector leads, and sees that the focus is seen there.</summary>
    static async Task Reach(IPage page, string selector, string key = "Tab")
    {
        await Expect(page.Locator(selector).First).ToBeVisibleAsync();
        var unseen = false;
        for (var press = 0; press < Presses; press++)
        {
            await page.Keyboard.PressAsync(key);
            var place = await page.EvaluateAsync<string>(
                "selector => { const e = document.activeElement, s = getComputedStyle(e); return !e.matches(selector) ? 'elsewhere' : (s.outlineStyle !== 'none' && s.outlineWidth !== '0px') || s.boxShadow !== 'none' ? 'seen' : 'unseen'; }",
                selector);
            if (place == "seen") return;
            // A page that was just led to may still put the focus on its heading: the key then comes round once more.
            unseen |= place == "unseen";
        }

        Assert.Fail(unseen ? $"Nobody sees that {selector} has the focus." : $"{selector} on {page.Url} is not reached by {Presses} times {key}.");
    }

    /// <summary>A dialog is entered by itself, a moment after it is seen.</summary>
    static async Task<ILocator> Entered(IPage page)
    {
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToBeVisibleAsync();
        await page.WaitForFunctionAsync(Inside);
        return dialog;
    }

    static async Task Press(IPage page, string selector)
    {
        await Reach(page, selector);
        await page.Keyboard.PressAsync("Enter");
    }

    [Fact]
    public async Task An_approver_goes_from_her_home_to_a_report_that_waits_and_posts_it()
    {
        var member = await site.Api.RegisterMember("keyboard-report", "鍵盤 花子", "ケンバン ハナコ", "26-014", "2026-04-01");
        await site.Api.Credit(member, "congress", 1.0m, 20, "2026-10-01", "総会", post: false);
        var page = await site.OpenAs("office:26-014:approver", "/");

        // A page begins at its heading; what stands before it is passed by.
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
        await Reach(page, "a.skip", "Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToBeFocusedAsync();
        await Press(page, "[data-work=reports]");
        await page.WaitForURLAsync("**/members?reports=waiting");
        await Press(page, $"main table a[href='/members/{member}']");
        await page.WaitForURLAsync($"**/members/{member}");
        await Press(page, $".tabbar a[href='/members/{member}/credits']");
        await page.WaitForURLAsync($"**/members/{member}/credits");
        await Press(page, "tr[data-entry=congress] .settle button.go");
        await Expect(page.Locator("tr[data-entry=congress]")).ToContainTextAsync("1.0 確定");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_member_says_that_an_entry_is_wrong()
    {
        var member = await site.Api.RegisterMember("keyboard-dispute", "鍵盤 太郎", "ケンバン タロウ", "26-014", "2026-04-01");
        await site.Api.Credit(member, "congress", 1.0m, 20, "2026-10-01", "総会");
        var page = await site.OpenAs($"member:{member}", "/");

        await Press(page, $".tabbar a[href='/members/{member}/credits']");
        await page.WaitForURLAsync($"**/members/{member}/credits");
        await Press(page, "tr[data-entry=congress] a[href^='/disputes/new']");
        await page.WaitForURLAsync("**/disputes/new*");
        await Reach(page, "#words");
        await page.Keyboard.TypeAsync("単位数が違います。");
        await Press(page, "main button.go");
        await Expect(page.Locator("[data-case-status='Open']")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_clerk_searches_narrows_and_opens_the_export()
    {
        var page = await site.OpenAs("office:26", "/members");
        await Reach(page, "#text");
        await page.Keyboard.TypeAsync("み");
        await page.WaitForURLAsync("**/members?text=*");
        await page.Keyboard.PressAsync("Backspace");
        await page.WaitForURLAsync(url => !url.Contains("text=", StringComparison.Ordinal));
        await Expect(page.Locator(".facets fieldset input").First).ToBeVisibleAsync();
        await Reach(page, ".facets fieldset input[type=checkbox]");
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator(".chips .chip")).ToHaveCountAsync(1);
        await Reach(page, "#export", "Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        var dialog = await Entered(page);
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Why_opens_keeps_the_focus_within_and_gives_it_back()
    {
        var member = await site.Api.RegisterMember("keyboard-why", "鍵盤 三郎", "ケンバン サブロウ", "26-014", "2026-04-01");
        var page = await site.OpenAs($"member:{member}", $"/members/{member}");
        await Press(page, "main button.why");
        var dialog = await Entered(page);
        for (var press = 0; press < 12; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            // Past the last place the server leads it back to the first.
            await page.WaitForFunctionAsync(Inside);
        }

        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(page.Locator("main button.why").First).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_host_decides_about_an_attendance_and_confirms_the_roll()
    {
        var session = await site.Api.OpenSeminar("鍵盤で確定する研修会", ago: 250);
        var (member, card) = await site.Api.Member(21);
        await site.Api.Tap(session, card, "in", Api.Minute().AddMinutes(-250));
        await site.Api.Close(session);
        var page = await site.OpenAs("office:26", $"/seminars/{session}/roll");
        await Press(page, ".roll .act button");
        var dialog = await Entered(page);
        await Reach(page, "#decide-talk");
        await page.Keyboard.PressAsync("ArrowDown");
        await Reach(page, "#decide-reason");
        await page.Keyboard.TypeAsync("会場責任者が在席を確認");
        await Press(page, "[role=dialog] button.go");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(page.Locator(".roll tbody tr").First).ToContainTextAsync("認めた");
        _ = member;
        await page.Context.CloseAsync();
    }
}
