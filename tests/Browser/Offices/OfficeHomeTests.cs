using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser.Offices;

/// <summary>Where people land: an office at its own home, whose figures change before one's eyes and lead to exactly what they count; a member at hers.</summary>
[Collection("screen")]
public sealed partial class OfficeHomeTests(Site site)
{
    static ILocator Task(IPage page, string name) => page.Locator($"[data-work='{name}']");

    static async Task<int> Count(IPage page, string name) => int.Parse(Digits().Match(await Task(page, name).Locator(".count").InnerTextAsync()).Value, CultureInfo.InvariantCulture);

    [Fact]
    public async Task An_office_lands_at_its_home_and_a_report_that_comes_in_is_counted_at_once_and_found_behind_its_figure()
    {
        var page = await site.OpenAs("office:26-012", "/");
        await Expect(page).ToHaveURLAsync($"{site.Address}/offices/26-012");
        var before = await Count(page, "reports");
        // A local association approves no programs.
        await Expect(Task(page, "approvals")).ToHaveCountAsync(0);

        var member = await site.Api.RegisterMember("office-home", "事務 花子", "ジム ハナコ", "26-012", "2026-04-01");
        await site.Api.Credit(member, "congress", 1.0m, 20, "2026-10-01", "総会", post: false);
        await Expect(Task(page, "reports").Locator(".n")).ToHaveTextAsync($"{before + 1}");

        await Task(page, "reports").PressAsync("Enter");
        await page.WaitForURLAsync("**/members?reports=waiting");
        await Expect(page.Locator("main .head h2")).ToContainTextAsync($"{before + 1}");
        await Expect(page.Locator("main table tbody tr")).ToHaveCountAsync(before + 1);
        await Expect(page.Locator("main table tbody")).ToContainTextAsync("事務 花子");

        await page.Locator("nav.tabs a").First.ClickAsync();
        await Expect(page).ToHaveURLAsync($"{site.Address}/offices/26-012");
        await Expect(page.Locator("nav.tabs a").First).ToHaveAttributeAsync("aria-current", "page");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Every_figure_that_leads_to_programs_leads_to_as_many()
    {
        var session = await site.Api.OpenSeminar("Seminar of an office");
        var page = await site.OpenAs("office:26", "/");
        await Expect(page.Locator("[aria-labelledby=h-Programs]")).ToContainTextAsync("開催中");
        var before = await Count(page, "rolls");
        await site.Api.Close(session);
        await Expect(Task(page, "rolls").Locator(".n")).ToHaveTextAsync($"{before + 1}");

        await Task(page, "rolls").ClickAsync();
        await page.WaitForURLAsync("**/programs?view=list&host=26&stage=closed");
        await Expect(page.Locator("main table tbody tr")).ToHaveCountAsync(before + 1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_clerk_is_told_whose_work_it_is_and_an_approver_that_it_is_hers()
    {
        var member = await site.Api.RegisterMember("office-duty", "当番 太郎", "トウバン タロウ", "26-013", "2026-04-01");
        await site.Api.Credit(member, "congress", 1.0m, 20, "2026-10-01", "総会", post: false);
        var clerk = await site.OpenAs("office:26-013:clerk", "/");
        await Expect(Task(clerk, "reports")).ToContainTextAsync("承認者の仕事");
        var approver = await site.OpenAs("office:26-013:approver", "/");
        await Expect(Task(approver, "reports")).ToHaveClassAsync(new Regex("mine"));
        await Expect(Task(approver, "reports")).Not.ToContainTextAsync("の仕事");
        foreach (var page in new[] { clerk, approver }) await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Figures_of_members_are_there_and_each_share_of_credits_leads_to_its_list()
    {
        var page = await site.OpenAs("office:26", "/");
        await Expect(page.Locator(".membersnow .figure")).ToHaveCountAsync(3);
        var band = page.Locator("[data-band=far]");
        var people = await band.Locator(".bandn").InnerTextAsync();
        await band.ClickAsync();
        await page.WaitForURLAsync("**/members?credits=far");
        await Expect(page.Locator("main .head h2")).ToContainTextAsync(people);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_member_lands_at_my_benefits_and_who_acts_for_her_too()
    {
        var member = await site.Api.RegisterMember("office-member", "着地 花子", "チャクチ ハナコ", "26-012", "2026-04-01");
        foreach (var eyes in new[] { $"member:{member}", $"office:26-012:clerk@{member}" })
        {
            var page = await site.OpenAs(eyes, "/", phone: true);
            await Expect(page).ToHaveURLAsync($"{site.Address}/members/{member}");
            await Expect(page.Locator("h1")).ToContainTextAsync("着地 花子");
            await Expect(page.Locator("nav.tabs a").First).ToHaveAttributeAsync("href", $"/members/{member}");
            await page.Context.CloseAsync();
        }
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
