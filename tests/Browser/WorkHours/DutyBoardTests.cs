using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser.WorkHours;

/// <summary>A workplace's duty board, looked at while people come and go.</summary>
[Collection("screen")]
public sealed class DutyBoardTests(Site site)
{
    /// <summary>From the answer to a clock-in until it is seen.</summary>
    static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    /// <summary>A machine that does other things may look away once.</summary>
    const int Tries = 3;

    static int made;

    /// <summary>A workplace with one physician who has worked sixty hours beyond the schedule in this month; answers with both.</summary>
    async Task<(string Workplace, string Member)> Workplace()
    {
        var (no, today) = (Interlocked.Increment(ref made), Api.Minute());
        var (place, begins) = ($"WT26-{no}", $"{today.AddDays(-20):yyyy-MM-dd}");
        await site.Api.Send($"/api/v1/workplaces/{place}", new { key = "1", name = $"試験病院{no}", association = "26-001" }, HttpMethod.Put);
        await site.Api.Send($"/api/v1/workplaces/{place}/designations", new { key = "2", level = "b", from = begins });
        await site.Api.Send($"/api/v1/workplaces/{place}/agreement", new { key = "3", from = begins }, HttpMethod.Put);
        await site.Api.Send($"/api/v1/workplaces/{place}/departments", new { key = "4", name = "外科" }, HttpMethod.Put);
        await site.Api.Send($"/api/v1/workplaces/{place}/departments", new { key = "5", name = "内科" }, HttpMethod.Put);
        var member = await site.Api.RegisterMember($"duty-{no}", $"当直 花子{no}", "トウチョク ハナコ", "26-001", "2026-04-01");
        await site.Api.Send($"/api/v1/workplaces/{place}/physicians", new { key = "6", member, level = "b", from = begins, department = "外科" });
        await site.Api.Employed(member, place);
        return (place, member);
    }

    /// <summary>Days of fourteen hours, so many, ending the day before yesterday.</summary>
    async Task Days(string place, string member, int days)
    {
        for (var day = 2; day < days + 2; day++)
        {
            var from = Api.Minute().Date.AddDays(-day).AddHours(7);
            await site.Api.Send($"/api/v1/members/{member}/work-hours/records", new { key = $"d{day}", workplace = place, kind = "scheduled", from = new DateTimeOffset(from, TimeSpan.FromHours(9)), to = new DateTimeOffset(from.AddHours(14), TimeSpan.FromHours(9)) });
        }
    }

    /// <summary>Clocks in, and how long after the answer the board shows it.</summary>
    async Task<TimeSpan> Seen(string place, string member, ILocator row, int time)
    {
        await site.Api.Send($"/api/v1/members/{member}/work-hours/clock-in", new { key = $"in{time}", workplace = place, kind = "overtime", at = Api.Minute().AddHours(-10 + time) });
        var answered = Stopwatch.GetTimestamp();
        await Expect(row.Locator(".nowon")).ToContainTextAsync("から勤務");
        return Stopwatch.GetElapsedTime(answered);
    }

    static ILocator Row(IPage page, string member) => page.Locator($"tr[data-member='{member}']");

    [Fact]
    public async Task A_clock_in_is_seen_within_a_second_and_the_forecast_moves_with_it()
    {
        var (place, member) = await Workplace();
        var page = await site.OpenAs($"workplace:{place}", "/");
        await Expect(page).ToHaveURLAsync($"{site.Address}/workplaces/{place}");
        var row = Row(page, member);
        await Expect(row.Locator(".nowon")).ToContainTextAsync("–");
        await Days(place, member, 10);
        var month = (await site.Api.Get($"/api/v1/workplaces/{place}/duty")).GetProperty("lines")[0].GetProperty("month").GetInt32();
        Assert.InRange(month, 60 * 60, 80 * 60);
        await Expect(row.Locator(".bar").First).ToContainTextAsync($"{month / 60}:{month % 60:00}");
        var before = await row.Locator(".ahead").InnerTextAsync();

        var seen = await Seen(place, member, row, 0);
        for (var again = 1; seen > AtOnce && again < Tries; again++)
        {
            await site.Api.Send($"/api/v1/members/{member}/work-hours/clock-out", new { key = $"out{again}", workplace = place });
            await Expect(row.Locator(".nowon")).ToContainTextAsync("休息中");
            seen = await Seen(place, member, row, again);
        }

        Assert.InRange(seen, TimeSpan.Zero, AtOnce);
        await Expect(page.Locator(".tile .n").First).ToHaveTextAsync("1");
        await Expect(row.Locator(".ahead")).Not.ToHaveTextAsync(before);

        await site.Api.Send($"/api/v1/members/{member}/work-hours/clock-out", new { key = "out", workplace = place });
        await Expect(row.Locator(".nowon")).ToContainTextAsync("休息中");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Filters_narrow_and_why_opens_the_verdicts_behind_a_line()
    {
        var (place, member) = await Workplace();
        await Days(place, member, 3);
        var page = await site.OpenAs($"workplace:{place}", $"/workplaces/{place}");
        await Expect(Row(page, member)).ToBeVisibleAsync();
        await page.Locator("#duty-department").SelectOptionAsync("内科");
        await Expect(Row(page, member)).ToHaveCountAsync(0);
        await page.Locator("#duty-department").SelectOptionAsync("");
        await page.Locator(".dutyfilters .dutypick").First.ClickAsync();
        await Expect(Row(page, member)).ToHaveCountAsync(0);
        await page.Locator(".dutyfilters .dutypick").First.ClickAsync();

        await Row(page, member).Locator("button.why").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("1か月の時間外・休日労働は");
        await Expect(dialog).ToContainTextAsync("work.rest.normal");
        await page.WaitForFunctionAsync("() => document.activeElement?.closest('.mud-dialog-container, .mud-focus-trap, [role=dialog]')");
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_a_wall_it_is_dark_large_and_one_screen_and_on_a_phone_as_wide_as_the_phone()
    {
        var (place, member) = await Workplace();
        await Days(place, member, 2);
        var wall = await site.OpenAs($"workplace:{place}", $"/workplaces/{place}?wall=1");
        await wall.SetViewportSizeAsync(1920, 1080);
        await Expect(wall.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(wall.Locator("header.bar")).ToBeHiddenAsync();
        Assert.True(await Pixels(Row(wall, member).Locator(".name")) >= 30);
        Assert.True(await Pixels(wall.Locator(".tile .n").First) >= 80);
        Assert.Equal(0, await wall.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollHeight - innerHeight) + Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
        await wall.Context.CloseAsync();

        var phone = await site.OpenAs($"workplace:{place}", $"/workplaces/{place}", phone: true);
        await Expect(Row(phone, member)).ToBeVisibleAsync();
        Assert.Equal(0, await phone.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
        await phone.Context.CloseAsync();
    }

    [Fact]
    public async Task A_duty_manager_sets_the_agreement_and_reads_what_an_operator_keeps()
    {
        var (place, _) = await Workplace();
        var page = await site.OpenAs($"workplace:{place}", $"/workplaces/{place}/settings");
        await page.Locator("#a-interval").FillAsync("11");
        await page.Locator("#a-rules").SelectOptionAsync("acgme");
        await page.Locator("[aria-labelledby=h-agreement] button.go").ClickAsync();
        await Expect(page.Locator(".mud-snackbar")).ToContainTextAsync("保存しました");
        await page.Locator("#d-name").FillAsync("小児科");
        await page.Locator("[aria-labelledby=h-departments] button[type=submit]").ClickAsync();
        await Expect(page.Locator("[aria-labelledby=h-departments] .row", new() { HasTextRegex = new Regex("小児科") })).ToHaveCountAsync(1);
        await Expect(page.Locator("#l-level, #m-member")).ToHaveCountAsync(0);
        await Site.Reload(page);
        await Expect(page.Locator("#a-interval")).ToHaveValueAsync("11");
        await Expect(page.Locator("#a-rules")).ToHaveValueAsync("acgme");
        await page.Context.CloseAsync();
    }

    static Task<double> Pixels(ILocator what) => what.EvaluateAsync<double>("e => parseFloat(getComputedStyle(e).fontSize)");
}
