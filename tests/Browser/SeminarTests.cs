using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser;

/// <summary>A seminar played on the real site: taps go in over HTTP, screens change by themselves.</summary>
[Collection("screen")]
public sealed class SeminarTests(Site site)
{
    /// <summary>From the answer to a tap to the change on a screen.</summary>
    const float WithinMs = 1000;

    static readonly LocatorAssertionsToHaveTextOptions Soon = new() { Timeout = WithinMs };
    static readonly LocatorAssertionsToContainTextOptions SoonContains = new() { Timeout = WithinMs };

    [Fact]
    public async Task Taps_change_the_board_and_the_members_page_within_a_second_without_reload()
    {
        var session = await site.Api.OpenSeminar("ブラウザー試験の研修会");
        var (member, card) = await site.Api.Member(0);
        var board = await site.Open($"/seminars/{session}");
        var credits = await site.Open($"/members/{member}/credits");
        await MarkDocument(board);
        await MarkDocument(credits);

        await site.Api.Tap(session, card, "in", Api.Minute().AddMinutes(-64));

        await Expect(board.Locator(".big")).ToHaveTextAsync("1", Soon);
        var entry = credits.Locator($"tr[data-entry='{session}/1']");
        await Expect(entry).ToContainTextAsync("仮計上", SoonContains);

        await site.Api.Tap(session, card, "out", Api.Minute().AddMinutes(-1));

        await Expect(board.Locator(".big")).ToHaveTextAsync("0", Soon);
        await Expect(entry).ToContainTextAsync("1.0 仮計上", SoonContains);
        await AssertSameDocument(board);
        await AssertSameDocument(credits);
    }

    [Fact]
    public async Task Host_closes_and_confirms_on_the_board_and_the_members_credit_posts()
    {
        var session = await site.Api.OpenSeminar("確定までの研修会", ago: 200);
        var (member, card) = await site.Api.Member(1);
        await site.Api.Tap(session, card, "in", Api.Minute().AddMinutes(-199));
        await site.Api.Tap(session, card, "out", Api.Minute().AddMinutes(-136));
        var board = await site.Open($"/seminars/{session}");
        var credits = await site.Open($"/members/{member}/credits");

        await site.Api.ReportDesk(session, "desk-9", 3, TimeProvider.System.GetUtcNow());
        await Expect(board.Locator(".desk-line", new() { HasText = "desk-9" })).ToContainTextAsync("未送信 3 件");
        await board.GetByRole(AriaRole.Button, new() { Name = "閉場する" }).ClickAsync();
        await Expect(board.GetByRole(AriaRole.Dialog)).ToContainTextAsync("受付端末 1 台に未送信の記録が計 3 件あります");
        await board.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "閉場する" }).ClickAsync();
        await board.GetByRole(AriaRole.Button, new() { Name = "名簿を確定する" }).ClickAsync();
        var dialog = board.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("元に戻せません");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "確定する", Exact = true }).ClickAsync();

        await Expect(board.Locator(".title")).ToContainTextAsync("確定済");
        await Expect(credits.Locator($"tr[data-entry='{session}/1']")).ToContainTextAsync("1.0 確定");
    }

    [Fact]
    public async Task Desk_takes_a_card_by_keyboard_and_says_in_words_what_became_of_it()
    {
        var session = await site.Api.OpenSeminar("受付の研修会");
        var (_, card) = await site.Api.Member(2);
        var desk = await site.Open($"/seminars/{session}/desk");

        await desk.Locator("#desk-card").PressSequentiallyAsync(card);
        await desk.Keyboard.PressAsync("Enter");
        await Expect(desk.Locator("#desk-result")).ToContainTextAsync("入場を受け付けました");
        await Expect(desk.Locator("#desk-inside")).ToHaveTextAsync("1", Soon);

        await desk.Locator("#desk-card").FillAsync("NOBODY99");
        await desk.Keyboard.PressAsync("Enter");
        await Expect(desk.Locator("#desk-result")).ToContainTextAsync("登録のないカード");

        await desk.Keyboard.PressAsync("F2");
        await desk.Locator("#desk-card").FillAsync(card);
        await desk.Keyboard.PressAsync("Enter");
        await Expect(desk.Locator("#desk-result")).ToContainTextAsync("退場を受け付けました");
        await Expect(desk.Locator("#desk-inside")).ToHaveTextAsync("0", Soon);
    }

    [Fact]
    public async Task Desk_keeps_taps_while_the_network_is_away_also_over_a_reload_and_sends_them_once_it_is_back()
    {
        var session = await site.Api.OpenSeminar("通信の切れる研修会");
        var (_, card) = await site.Api.Member(4);
        var desk = await site.Open($"/seminars/{session}/desk");
        var board = await site.Open($"/seminars/{session}");

        await desk.Context.SetOfflineAsync(true);
        await desk.Locator("#desk-card").PressSequentiallyAsync(card);
        await desk.Keyboard.PressAsync("Enter");
        await Expect(desk.Locator("#desk-banner")).ToBeVisibleAsync();
        await Expect(desk.Locator("#desk-banner")).ToContainTextAsync("1");
        await Expect(board.Locator(".big")).ToHaveTextAsync("0", Soon);

        var again = await desk.Context.NewPageAsync();
        await desk.CloseAsync();
        await again.Context.SetOfflineAsync(false);
        await again.GotoAsync(site.Address + $"/seminars/{session}/desk");

        await Expect(again.Locator("#desk-banner")).ToBeHiddenAsync();
        await Expect(again.Locator("#desk-inside")).ToHaveTextAsync("1");
        await Expect(board.Locator(".big")).ToHaveTextAsync("1");
    }

    [Fact]
    public async Task Why_opens_the_verdict_with_figures_rules_and_the_nearest_condition()
    {
        var (member, _) = await site.Api.Member(3);
        var page = await site.Open($"/members/{member}");
        await page.GetByRole(AriaRole.Button, new() { Name = "なぜ" }).First.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("使った数字");
        await Expect(dialog).ToContainTextAsync("適用した規則");
        await CloseByEscape(page, dialog);
    }

    /// <summary>The keys are heard from a moment after the dialog shows: who presses too early presses again.</summary>
    static async Task CloseByEscape(IPage page, ILocator dialog)
    {
        for (var presses = 0; presses < 10 && await dialog.CountAsync() > 0; presses++)
        {
            await page.Locator("[role=dialog] .scrolled").FocusAsync();
            await page.Keyboard.PressAsync("Escape");
            try
            {
                await Expect(dialog).ToHaveCountAsync(0, new() { Timeout = 1_000 });
            }
            catch (PlaywrightException)
            {
                // Not heard yet.
            }
        }
        await Expect(dialog).ToHaveCountAsync(0);
    }

    static Task MarkDocument(IPage page) => page.EvaluateAsync("() => { window.sameDocument = true; }");

    static async Task AssertSameDocument(IPage page) => Assert.True(await page.EvaluateAsync<bool>("() => window.sameDocument === true"), "The page was reloaded.");
}
