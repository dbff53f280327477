using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser.WorkHours;

/// <summary>A physician tells of a side job, records its hours, and corrects them: both records stay in view.</summary>
[Collection("screen")]
public sealed class HoursPageTests(Site site)
{
    /// <summary>A busy machine answers late.</summary>
    const float WithinMs = 30_000;

    static readonly LocatorAssertionsToContainTextOptions Contains = new() { Timeout = WithinMs };

    [Fact]
    public async Task A_side_job_is_told_of_and_recorded_and_corrected_with_both_records_in_view()
    {
        var (member, _) = await site.Api.Member(34);
        var page = await site.OpenAs($"member:{member}", $"/members/{member}/hours", phone: true);
        await page.GetByRole(AriaRole.Link, new() { Name = "副業・兼業先を申告" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "申告する" }).ClickAsync();
        await Expect(page.Locator("#e-name-bad")).ToContainTextAsync("入力してください", Contains);
        await page.FillAsync("#e-name", "夜間急患センター");
        await page.GetByRole(AriaRole.Button, new() { Name = "申告する" }).ClickAsync();
        await Expect(page.Locator("[data-employer]")).ToContainTextAsync("夜間急患センター", Contains);

        var from = Api.Minute().AddDays(-1).Date.AddHours(8);
        await page.GetByRole(AriaRole.Link, new() { Name = "勤務を申告" }).First.ClickAsync();
        await page.FillAsync("#w-from", $"{from:yyyy-MM-ddTHH:mm}");
        await page.FillAsync("#w-to", $"{from.AddHours(10):yyyy-MM-ddTHH:mm}");
        await page.GetByRole(AriaRole.Button, new() { Name = "記録する" }).ClickAsync();
        await Shown(page, from);
        var record = page.Locator("[data-record^=report-]");
        await Expect(record).ToContainTextAsync("08:00–18:00", Contains);

        await record.GetByRole(AriaRole.Button, new() { Name = "訂正" }).ClickAsync();
        await page.FillAsync("#cw-to", $"{from.AddHours(12):yyyy-MM-ddTHH:mm}");
        await page.GetByRole(AriaRole.Button, new() { Name = "この内容で訂正する" }).ClickAsync();
        await Expect(page.Locator("#cw-reason-bad")).ToContainTextAsync("入力してください", Contains);
        await page.FillAsync("#cw-reason", "終了の押し忘れ");
        await page.GetByRole(AriaRole.Button, new() { Name = "この内容で訂正する" }).ClickAsync();

        await Expect(page.Locator("[data-record^=correct-]")).ToContainTextAsync("08:00–20:00", Contains);
        await Expect(page.Locator("[data-record^=correct-]")).ToContainTextAsync("終了の押し忘れ");
        await Expect(record).ToContainTextAsync("訂正済み", Contains);
        await Expect(page.Locator("[data-curve=month] .mid").First).ToContainTextAsync(":", Contains);
        await Expect(page.Locator("tr.corrected[data-record^=report-]")).ToHaveCountAsync(1);

        await page.Locator("[data-record^=correct-]").GetByRole(AriaRole.Button, new() { Name = "訂正を取り消す" }).ClickAsync();
        await page.FillAsync("#reason", "正しかった");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "訂正を取り消す" }).ClickAsync();
        await Expect(page.Locator("tr.corrected[data-record^=correct-]")).ToContainTextAsync("正しかった", Contains);
        await Expect(record).Not.ToContainTextAsync("訂正済み");
        Assert.Empty(await Looks.Phone(page, "hours"));
        await page.Context.CloseAsync();
    }

    /// <summary>On the first day of a month the day before is of the month before.</summary>
    static async Task Shown(IPage page, DateTime day)
    {
        await Expect(page.Locator("#h-records")).ToBeVisibleAsync(new() { Timeout = WithinMs });
        if (day.Month != Api.Minute().Month) await page.GetByRole(AriaRole.Button, new() { Name = "前の月" }).ClickAsync();
    }
}
