using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser.WorkHours;

/// <summary>A duty manager plans a month by the keyboard and sees what a change would break before it is saved.</summary>
[Collection("screen")]
public sealed class DutyRosterTests(Site site)
{
    /// <summary>A busy machine answers late.</summary>
    const float WithinMs = 30_000;

    static readonly LocatorAssertionsToContainTextOptions Contains = new() { Timeout = WithinMs };

    [Fact]
    public async Task A_change_shows_what_it_would_break_before_it_is_saved_and_the_month_is_checked_as_a_whole()
    {
        const string Place = "W26-ROSTER";
        var (member, _) = await site.Api.Member(35);
        await site.Api.Hospital(Place, "勤務表病院", member);
        var month = Api.Minute().AddMonths(1);
        var page = await site.OpenAs($"workplace:{Place}", $"/workplaces/{Place}/rosters?month={month:yyyy-MM}");
        var row = page.Locator($"[data-roster='{member}']");
        var fields = row.Locator("input");

        await fields.Nth(7).FillAsync("日夜");
        // The grid answers to keys a moment after its rows are there.
        await Until(async () =>
        {
            await fields.Nth(7).FocusAsync();
            await page.Keyboard.PressAsync("ArrowRight");
            return await fields.Nth(8).EvaluateAsync<bool>("field => field === document.activeElement");
        });
        await Expect(row.Locator("[data-trial='0']")).ToBeVisibleAsync(new() { Timeout = WithinMs });
        await page.Keyboard.TypeAsync("日");
        await Expect(row.Locator(".trial [data-rule^='work.rest']").First).ToContainTextAsync("違反", Contains);
        await Expect(row.Locator("td.over")).Not.ToHaveCountAsync(0, new() { Timeout = WithinMs });
        // It was only tried.
        Assert.Empty(await Planned(member, month));

        await fields.Nth(8).FillAsync("?");
        await Expect(row).ToContainTextAsync("読み取れません", Contains);
        await fields.Nth(8).FillAsync("日");
        await Expect(row.Locator(".trial [data-rule^='work.rest']").First).ToBeVisibleAsync(new() { Timeout = WithinMs });
        await row.Locator("[data-save]").ClickAsync();
        await Expect(row).ToContainTextAsync("勤務表を保存しました", Contains);
        await Until(async () => (await Planned(member, month)).Length > 0);

        await page.Locator("[data-check]").ClickAsync();
        await Expect(page.Locator("[data-checked=done] [data-rule^='work.rest']").First).ToContainTextAsync("違反", Contains);

        // The month after takes the same weekdays over.
        await page.GetByRole(AriaRole.Link, new() { Name = "次の月" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync($"{month.AddMonths(1).Month}月", Contains);
        await row.Locator("[data-copy]").ClickAsync();
        await Expect(row.Locator("[data-trial]")).Not.ToHaveAttributeAsync("data-trial", "0", new() { Timeout = WithinMs });
        await page.Context.CloseAsync();
    }

    async Task<string[]> Planned(string member, DateTimeOffset month) => [.. (await site.Api.Get(
        $"/api/v1/members/{member}/work-hours/plan?from={month:yyyy-MM}-01&to={month:yyyy-MM}-28")).EnumerateArray().Select(p => p.GetProperty("shift").GetProperty("id").GetString()!)];

    /// <summary>The physician's ledger hears of a plan a moment later.</summary>
    static async Task Until(Func<Task<bool>> come)
    {
        const int Looks = 1_000;
        for (var looks = 0; !await come(); looks++) Assert.True(looks < Looks, "The plan did not come.");
    }
}
