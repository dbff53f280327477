using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser;

/// <summary>The pass on a phone: it changes by itself, hides when it has expired, and can be taken back.</summary>
[Collection("screen")]
public sealed class PassTests(Site site)
{
    /// <summary>A rotation and the way of the answer.</summary>
    const float ChangedWithinMs = 30_000;

    /// <summary>The life of a pass and a little.</summary>
    const float ExpiredWithinMs = 60_000;

    [Fact]
    public async Task The_code_says_the_pass_and_changes_by_itself_without_reload_and_hides_when_offline_until_it_is_back()
    {
        var page = await Phone(6);
        var code = page.Locator("#pass-code");
        await page.EvaluateAsync("() => { window.before = true; }");
        var first = await Read(page);

        await Expect(code).Not.ToHaveAttributeAsync("data-token", first, new() { Timeout = ChangedWithinMs });
        var second = await Read(page);

        await page.Context.SetOfflineAsync(true);
        await Expect(page.Locator(".pass")).ToHaveAttributeAsync("data-state", "gone", new() { Timeout = ExpiredWithinMs });
        await Expect(code).ToBeHiddenAsync();
        await Expect(page.Locator("#pass-away")).ToContainTextAsync("つながらない");
        await page.Context.SetOfflineAsync(false);
        await Expect(page.Locator(".pass")).ToHaveAttributeAsync("data-state", "shown", new() { Timeout = ChangedWithinMs });
        var third = await Read(page);

        Assert.Equal(3, new[] { first, second, third }.Distinct().Count());
        Assert.True(await page.EvaluateAsync<bool>("() => window.before === true"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Passes_are_taken_back_after_being_asked_twice_and_another_one_is_shown()
    {
        var page = await Phone(7);
        var first = await Read(page);

        await page.Locator("summary").ClickAsync();
        // A double click asks and does no more.
        await page.Locator("#pass-revoke").DblClickAsync();
        await Expect(page.Locator("#pass-revoke")).ToHaveTextAsync("本当に無効にする");
        await Expect(page.Locator("#pass-revoke")).ToHaveAttributeAsync("aria-disabled", "false");
        await Expect(page.Locator("#pass-said")).ToHaveTextAsync("");
        await page.Locator("#pass-revoke").ClickAsync();

        await Expect(page.Locator("#pass-said")).ToHaveTextAsync("これまでのQRパスを無効にしました");
        await Expect(page.Locator("#pass-code")).Not.ToHaveAttributeAsync("data-token", first);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_office_sees_no_code_and_the_whole_pass_of_a_member_fits_a_phone()
    {
        var page = await Phone(8);
        var box = (await page.Locator(".pass-card").BoundingBoxAsync())!;
        Assert.InRange(box.Y + box.Height, 1, 844);
        Assert.InRange((await page.Locator("#pass-code").BoundingBoxAsync())!.Width, 280, 390);

        await page.GotoAsync($"{site.Address}/show/eyes?to=office:JMA&back={Uri.EscapeDataString(new Uri(page.Url).AbsolutePath)}");

        await Expect(page.Locator(".pass-card")).ToContainTextAsync("本人だけ");
        await Expect(page.Locator("#pass-code")).ToHaveCountAsync(0);
        await Expect(page.Locator("#pass-revoke")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    async Task<IPage> Phone(int at)
    {
        var (member, _) = await site.Api.Member(at);
        var page = await site.OpenAs($"member:{member}", $"/members/{member}/pass");
        await page.SetViewportSizeAsync(390, 844);
        return page;
    }

    /// <summary>What a camera reads off the screen, which must be what the page says it shows.</summary>
    static async Task<string> Read(IPage page)
    {
        // All of one moment: between two questions it may have changed.
        var shown = await page.EvaluateAsync<string[]>(
            "() => { const c = document.getElementById('pass-code'); return [c.dataset.token, c.firstElementChild.getAttribute('d'), c.getAttribute('viewBox').split(' ')[2]]; }");
        Assert.Equal(shown[0], QrReader.Read(shown[1], int.Parse(shown[2], null)));
        return shown[0];
    }
}
