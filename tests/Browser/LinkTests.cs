using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser;

/// <summary>What the page says of its link to the server, with somebody who is quicker than it.</summary>
[Collection("screen")]
public sealed class LinkTests(Site site)
{
    [Fact]
    public async Task A_page_fetched_and_drawn_over_the_first_keeps_what_is_said_of_the_link_until_it_is_live()
    {
        TaskCompletionSource link = new();
        var context = await site.Context(new() { ViewportSize = new() { Width = 1360, Height = 830 } });
        await context.AddCookiesAsync([new() { Name = ".AspNetCore.Culture", Value = "c=ja|uic=ja", Url = site.Address }]);
        await context.RouteAsync("**/_blazor/negotiate*", async route => { await link.Task; await route.ContinueAsync(); });
        var page = await context.NewPageAsync();
        try
        {
            await Quick(page, link);
        }
        finally
        {
            link.TrySetResult();
            await context.CloseAsync();
        }
    }

    async Task Quick(IPage page, TaskCompletionSource link)
    {
        await page.GotoAsync(site.Address + "/", new() { WaitUntil = WaitUntilState.Load });
        await page.EvaluateAsync("() => jma.link('reconnecting')");

        await page.Locator("a[href='/programs']").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("研修会");
        await Expect(page).ToHaveURLAsync(site.Address + "/programs");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-link", "reconnecting");

        link.SetResult();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-link", "live");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("研修会");
    }
}
