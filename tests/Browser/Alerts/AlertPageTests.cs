using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser.Alerts;

/// <summary>What crosses a threshold stands in the inbox of whoever is to know without loading anew, and the bar of every page says so.</summary>
[Collection("screen")]
public sealed class AlertPageTests(Site site)
{
    [Fact]
    public async Task A_crossing_is_told_in_the_bar_of_any_page_and_in_the_inbox_and_what_one_reads_is_read_for_all()
    {
        var (member, _) = await site.Api.TwoOfOne("通知 花子", "ツウチ ハナコ", "26-008");
        var bar = await site.OpenAs($"member:{member}", "/help");
        await Expect(bar.Locator("[data-unread='0']")).ToHaveCountAsync(1);
        var manager = await site.OpenAs("workplace:W26-BELL", "/alerts");
        await Expect(manager.GetByText("通知はありません")).ToBeVisibleAsync();

        await site.Api.Overworked(member, "W26-BELL");

        await Expect(bar.Locator(".bell .count")).ToBeVisibleAsync();
        var reached = manager.Locator("[data-alert='MonthReached']").First;
        await Expect(reached).ToContainTextAsync("80時間に達しました");
        await Expect(reached).ToContainTextAsync("通知 花子");

        var second = await site.OpenAs("workplace:W26-BELL", "/alerts");
        await Expect(second.Locator(".alerts > li.unread").First).ToBeVisibleAsync();
        await manager.GetByRole(AriaRole.Button, new() { Name = "すべて確認済みにする" }).ClickAsync();
        await Expect(manager.Locator(".alerts > li.unread")).ToHaveCountAsync(0);
        await Expect(second.Locator(".alerts > li.unread")).ToHaveCountAsync(0);
        await Expect(second.Locator(".bell .count")).ToHaveCountAsync(0);
        await Expect(bar.Locator(".bell .count")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_told_is_chosen_and_stays_chosen()
    {
        var page = await site.OpenAs("workplace:W26-PICK", "/alerts/settings");
        await Expect(page.Locator("[data-chosen='no']")).ToBeVisibleAsync();

        await page.Locator("[data-way='MonthReached-45-Mail']").CheckAsync();
        await Expect(page.Locator("[data-way='MonthReached-45-Inbox']")).ToBeCheckedAsync();
        await page.Locator("[data-way='YearNear-0-Inbox']").UncheckAsync();
        await Expect(page.Locator("[data-way='YearNear-0-Mail']")).Not.ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "設定を保存する" }).ClickAsync();
        await Expect(page.Locator("[data-chosen='yes']")).ToBeVisibleAsync();

        var again = await site.OpenAs("workplace:W26-PICK", "/alerts/settings");
        await Expect(again.Locator("[data-way='MonthReached-45-Mail']")).ToBeCheckedAsync();
        await Expect(again.Locator("[data-way='YearNear-0-Inbox']")).Not.ToBeCheckedAsync();
    }
}
