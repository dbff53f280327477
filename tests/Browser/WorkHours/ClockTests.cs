using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser.WorkHours;

/// <summary>The clock on a physician's phone, and what it does to her page.</summary>
[Collection("screen")]
public sealed class ClockTests(Site site)
{
    /// <summary>A busy machine answers late.</summary>
    const float WithinMs = 30_000;

    static readonly LocatorAssertionsToContainTextOptions Contains = new() { Timeout = WithinMs };

    async Task<(string Member, IPage Clock, IPage Hours)> Open(int at, string place)
    {
        var (member, _) = await site.Api.Member(at);
        await site.Api.Employ(member, place, "見本クリニック");
        var hours = await site.OpenAs($"member:{member}", $"/members/{member}/hours");
        var clock = await site.OpenAs($"member:{member}", "/clock", phone: true);
        await Expect(clock.Locator("#clock-in")).ToBeEnabledAsync(new() { Timeout = WithinMs });
        return (member, clock, hours);
    }

    static Task Says(IPage clock, string state, string words) => Task.WhenAll(
        Expect(clock.Locator("#clock-result")).ToHaveAttributeAsync("data-state", state, new() { Timeout = WithinMs }), Expect(clock.Locator("#clock-result")).ToContainTextAsync(words, Contains));

    [Fact]
    public async Task A_tap_on_the_phone_is_on_the_physicians_page_and_card_at_once_and_tells_of_month_and_rest()
    {
        var (member, clock, hours) = await Open(31, "S-CLOCK1");
        var card = await site.OpenAs($"member:{member}", $"/members/{member}");
        await Expect(card.Locator("section[aria-labelledby=h-work-hours]")).ToContainTextAsync("基準内", Contains);

        await clock.ClickAsync("#clock-in");
        await Says(clock, "in", "出勤");
        await Expect(clock.Locator("#clock-result")).ToContainTextAsync("今月の時間外・休日労働", Contains);
        await Expect(clock.Locator("#clock-status")).ToContainTextAsync("勤務中", Contains);
        await Expect(hours.Locator("[data-now=on]")).ToContainTextAsync("見本クリニック", Contains);

        // A second press of the same finger is none; the next one ends the work.
        await clock.ClickAsync("#clock-out", new() { Delay = 0 });
        await Expect(clock.Locator("#clock-recent li")).ToHaveCountAsync(1);
        await clock.WaitForFunctionAsync("() => { document.querySelector('#clock-out').click(); return document.querySelectorAll('#clock-recent li').length > 1; }", null, new() { PollingInterval = 300, Timeout = WithinMs });
        await Says(clock, "out", "退勤");
        await Expect(clock.Locator("#clock-result")).ToContainTextAsync("まで休息（9:00）", Contains);
        await Expect(hours.Locator("[data-now=rest]")).ToContainTextAsync("まで休息", Contains);
        await Expect(hours.Locator("[data-record]")).ToHaveCountAsync(1, new() { Timeout = WithinMs });
        await Expect(card.Locator("section[aria-labelledby=h-work-hours]")).ToContainTextAsync("打刻する");
        foreach (var page in new[] { clock, hours, card }) await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_tap_without_network_outlives_a_reload_and_is_counted_once_when_it_is_sent()
    {
        var (member, clock, hours) = await Open(32, "S-CLOCK2");
        await Expect(clock.Locator(".clockpage")).ToHaveAttributeAsync("data-kept", new Regex("."), new() { Timeout = WithinMs });

        await clock.Context.SetOfflineAsync(true);
        await clock.ClickAsync("#clock-in");
        await Says(clock, "kept", "この端末に保存しました");
        await clock.ReloadAsync();
        await Expect(clock.Locator("#clock-unsent")).ToHaveTextAsync("1", new() { Timeout = WithinMs });
        await Expect(clock.Locator("#clock-banner")).ToContainTextAsync("未送信 1 件", Contains);
        await Expect(clock.Locator("#clock-status")).ToContainTextAsync("勤務中", Contains);
        await Expect(hours.Locator("[data-now=off]")).ToBeVisibleAsync();
        await clock.Context.SetOfflineAsync(false);

        await Expect(clock.Locator("#clock-unsent")).ToHaveTextAsync("0", new() { Timeout = WithinMs });
        await Expect(clock.Locator("#clock-recent li")).ToContainTextAsync(["記録済み"], new() { Timeout = WithinMs });
        await Expect(hours.Locator("[data-now=on]")).ToBeVisibleAsync(new() { Timeout = WithinMs });
        await clock.ReloadAsync();
        await Expect(clock.Locator("#clock-status")).ToContainTextAsync("勤務中", Contains);
        var entries = (await site.Api.Get($"/api/v1/members/{member}/work-hours/records")).GetProperty("entries");
        Assert.Equal(1, entries.GetArrayLength());
        await clock.Context.CloseAsync();
        await hours.Context.CloseAsync();
    }
}
