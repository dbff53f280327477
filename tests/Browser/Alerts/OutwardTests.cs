using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser.Alerts;

/// <summary>What leads out of the site: a calendar's address and a webhook's secret are shown once, and what came of a call is said.</summary>
[Collection("screen")]
public sealed class OutwardTests(Site site)
{
    async Task<string> Workplace(string id)
    {
        await site.Api.Send($"/api/v1/workplaces/{id}", new { key = "1", name = "見本病院", association = "26-001" }, HttpMethod.Put);
        return $"workplace:{id}";
    }

    [Fact]
    public async Task A_calendar_is_made_its_address_shown_once_and_it_is_ended()
    {
        var page = await site.OpenAs(await Workplace("W26-CAL"), "/calendars");
        await page.Locator("#name").FillAsync("内科の当番");
        await page.GetByRole(AriaRole.Button, new() { Name = "作成する", Exact = true }).ClickAsync();
        await Expect(page.Locator("[data-address]")).ToContainTextAsync("/calendars/duty.ics?key=");
        var address = await page.Locator("[data-address]").InnerTextAsync();
        Assert.Equal(200, (await page.APIRequest.GetAsync(address)).Status);

        var again = await site.OpenAs("workplace:W26-CAL", "/calendars");
        await Expect(again.Locator("tr[data-feed]")).ToHaveCountAsync(1);
        await Expect(again.Locator("[data-address]")).ToHaveCountAsync(0);
        await again.GetByRole(AriaRole.Button, new() { Name = "終了する" }).ClickAsync();
        await Expect(again.Locator("tr[data-feed]")).ToHaveCountAsync(0);
        Assert.Equal(404, (await page.APIRequest.GetAsync(address)).Status);
    }

    [Fact]
    public async Task A_webhook_is_registered_its_secret_shown_once_and_why_a_call_failed_is_said()
    {
        var page = await site.OpenAs(await Workplace("W26-WEB"), "/webhooks");
        await page.Locator("#address").FillAsync("https://127.0.0.1/hook");
        await page.GetByRole(AriaRole.Button, new() { Name = "登録する", Exact = true }).ClickAsync();
        await Expect(page.GetByText("インターネット上のHTTPSのアドレスを指定してください")).ToBeVisibleAsync();
        await page.Locator("#address").FillAsync("https://receiver.invalid/hook");
        await page.GetByRole(AriaRole.Button, new() { Name = "登録する", Exact = true }).ClickAsync();
        await Expect(page.Locator("[data-secret]")).ToContainTextAsync("whsec_");

        await page.Locator("[data-hook]").GetByRole(AriaRole.Button, new() { Name = "試しに送る" }).ClickAsync();
        await Expect(page.Locator("[data-secret]")).ToHaveCountAsync(0);
        await Expect(page.Locator("tr[data-delivery='1']")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-state='Waiting']")).ToBeVisibleAsync();
        var tries = page.Locator("tr[data-delivery='1']").GetByText("1回試行");
        for (var looks = 0; looks < 100 && !await tries.IsVisibleAsync(); looks++) await page.GetByRole(AriaRole.Button, new() { Name = "読み直す" }).ClickAsync();
        await Expect(tries).ToBeVisibleAsync();
    }
}
