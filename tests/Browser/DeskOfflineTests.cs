using System.Text.Json;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser;

/// <summary>A desk that loses its network, on the real site.</summary>
[Collection("screen")]
public sealed class DeskOfflineTests(Site site)
{
    [Fact]
    public async Task Two_desks_of_which_one_is_offline_over_a_reload_bring_everybody_in_once_and_in_the_order_of_the_door()
    {
        var session = await site.Api.OpenSeminar("二つの受付の研修会");
        var (_, first) = await site.Api.Member(21);
        var (_, second) = await site.Api.Member(22);
        var (_, third) = await site.Api.Member(23);
        var desk = await Desk.Open(site, session);
        var other = await Desk.Open(site, session);
        await desk.Kept();

        await desk.Offline(true);
        await desk.Scan(first, "kept", "記録を預かりました");
        await desk.Scan(first, "kept", "秒前にも読み取りました");
        await desk.WalkIn("見本 飛入", "ミホン トビイリ");
        await desk.Says("kept", "記録を預かりました", "見本 飛入");
        await desk.Page.ReloadAsync();
        await Expect(desk.Page.Locator("h1")).ToHaveTextAsync("二つの受付の研修会");
        await desk.Unsent(3);
        await Expect(desk.Page.Locator("#desk-banner")).ToContainTextAsync("3 件");
        await desk.Scan(second, "kept", "記録を預かりました");
        await desk.Unsent(4);
        await other.Scan(third, "ok", "入場を受け付けました");
        await other.Inside(1);
        await desk.Offline(false);

        // The card that was read twice at once is one person going in.
        await desk.Summary("4 件を送りました：入場 3、退場 0、要確認 1");
        await desk.Unsent(0);
        await Expect(desk.Page.Locator("#desk-banner")).ToBeHiddenAsync();
        await desk.Inside(4);
        await other.Inside(4);
        var taps = await desk.Recorded();
        Assert.Equal(4, taps.Length);
        Assert.Equal(3, taps.Count(t => t.GetProperty("reason").ValueKind == JsonValueKind.Null));
        Assert.Single(taps, t => t.GetProperty("manual").GetBoolean());
        var times = taps.Select(t => t.GetProperty("at").GetDateTimeOffset()).ToArray();
        Assert.Equal(times.Order(), times);
        // Nothing of who it was stays on the device once it is sent.
        var kept = await desk.Page.EvaluateAsync<string>(
            "() => new Promise(yes => { indexedDB.open('jma-desk').onsuccess = e => { e.target.result.transaction('taps').objectStore('taps').getAll().onsuccess = f => yes(JSON.stringify(f.target.result)); }; })");
        Assert.DoesNotContain("飛入", kept);

        await desk.Page.ReloadAsync();
        await desk.Unsent(0);
        Assert.Equal(4, (await desk.Recorded()).Length);
        await desk.Page.Context.CloseAsync();
        await other.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_tap_that_still_waits_is_taken_back_by_not_sending_it()
    {
        var session = await site.Api.OpenSeminar("送らずに取り消す受付");
        var (_, card) = await site.Api.Member(24);
        var desk = await Desk.Open(site, session);
        await desk.Offline(true);
        await desk.Scan(card, "kept", "記録を預かりました");
        await desk.Page.Keyboard.PressAsync("F9");
        await desk.Says("undone", "取り消しました", card);
        await desk.Unsent(0);
        await desk.Offline(false);

        await desk.Scan(card, "ok", "入場を受け付けました");
        Assert.Single(await desk.Recorded());
        await desk.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_tap_whose_answer_was_lost_is_taken_back_on_the_server_once_the_way_is_open_again()
    {
        var session = await site.Api.OpenSeminar("答えの届かない受付");
        var (_, card) = await site.Api.Member(25);
        var desk = await Desk.Open(site, session);
        // The server hears the tap, the desk hears nothing.
        await desk.Page.RouteAsync("**/tap", async route => { await route.FetchAsync(); await desk.Offline(true); await route.AbortAsync(); });
        await desk.Scan(card, "kept", "記録を預かりました");
        await desk.Page.Keyboard.PressAsync("F9");
        await desk.Says("kept", "つながり次第", card);
        await desk.Page.UnrouteAsync("**/tap");
        await desk.Offline(false);

        await desk.Says("undone", "取り消しました", card);
        await desk.Unsent(0);
        Assert.True(Assert.Single(await desk.Recorded()).GetProperty("undone").GetBoolean());
        await desk.Inside(0);
        await desk.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_batch_that_was_on_its_way_when_the_network_went_does_not_hold_up_the_next_try()
    {
        var session = await site.Api.OpenSeminar("途中で切れた受付");
        var (_, card) = await site.Api.Member(34);
        var desk = await Desk.Open(site, session);
        await desk.Offline(true);
        await desk.Scan(card, "kept", "記録を預かりました");
        // The first batch is never answered: the desk would wait half a minute for it.
        var gone = new TaskCompletionSource();
        await desk.Page.RouteAsync("**/taps", _ => gone.TrySetResult(), new() { Times = 1 });
        await desk.Offline(false);
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await desk.Offline(true);
        await desk.Offline(false);

        await Expect(desk.Page.Locator("#desk-unsent")).ToHaveTextAsync("0", new() { Timeout = 20_000 });
        Assert.Single(await desk.Recorded());
        await desk.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task Two_tabs_of_one_desk_show_the_same_queue_and_send_it_once()
    {
        var session = await site.Api.OpenSeminar("二つのタブの受付");
        var desk = await Desk.Open(site, session);
        var tab = new Desk(site, await desk.Page.Context.NewPageAsync(), session);
        await tab.Page.GotoAsync($"{site.Address}/seminars/{session}/desk");
        await tab.Unsent(0);
        await desk.Offline(true);
        for (var i = 0; i < 5; i++) await desk.Scan((await site.Api.Member(26 + i)).Card, "kept", "記録を預かりました");
        await tab.Unsent(5);
        await desk.Offline(false);

        await desk.Unsent(0);
        await tab.Unsent(0);
        await desk.Inside(5);
        Assert.Equal(5, (await desk.Recorded()).Length);
        await desk.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task Taps_that_another_seminar_left_unsent_on_the_device_are_pointed_out_and_sent_when_it_is_opened()
    {
        var yesterday = await site.Api.OpenSeminar("送り忘れた研修会");
        var (_, card) = await site.Api.Member(33);
        var desk = await Desk.Open(site, yesterday);
        await desk.Offline(true);
        await desk.Scan(card, "kept", "記録を預かりました");
        var next = await desk.Page.Context.NewPageAsync();
        await desk.Page.CloseAsync();
        await next.Context.SetOfflineAsync(false);

        await next.GotoAsync($"{site.Address}/seminars/{await site.Api.OpenSeminar("次の研修会")}/desk");
        await next.Locator("#desk-left a", new() { HasText = yesterday }).ClickAsync();

        var opened = new Desk(site, next, yesterday);
        await opened.Summary("1 件を送りました：入場 1");
        Assert.Single(await opened.Recorded());
        await next.Context.CloseAsync();
    }

    [Fact]
    public async Task A_walk_in_that_is_refused_is_corrected_and_keeps_its_time()
    {
        var session = await site.Api.OpenSeminar("書き直す受付");
        var desk = await Desk.Open(site, session);
        await desk.Page.RouteAsync("**/walk-ins", route => route.FulfillAsync(new() { Status = 409, ContentType = "application/problem+json", Body = """{"reason":"bad-name","title":"氏名"}""" }), new() { Times = 1 });
        await desk.WalkIn("見本", "ミホン");
        await desk.Says("over", "氏名");
        var before = TimeProvider.System.GetUtcNow();
        var mend = desk.Page.Locator("#desk-recent button[data-do=fix]");
        await mend.ClickAsync();
        await Expect(desk.Page.Locator("#desk-walk-in-name")).ToHaveValueAsync("見本");
        // Whoever comes next is not taken for the one that was left uncorrected.
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.Page.Keyboard.PressAsync("F7");
        await Expect(desk.Page.Locator("#desk-walk-in-name")).ToHaveValueAsync("");
        await desk.Page.Keyboard.PressAsync("Escape");
        await mend.ClickAsync();
        await Expect(desk.Page.Locator("#desk-walk-in-name")).ToHaveValueAsync("見本");
        await desk.Page.Locator("#desk-walk-in-name").FillAsync("見本 書直");
        await desk.Page.Locator("#desk-walk-in button.go").ClickAsync();

        await desk.Says("ok", "入場を受け付けました", "見本 書直");
        Assert.True(Assert.Single(await desk.Recorded()).GetProperty("at").GetDateTimeOffset() < before.AddSeconds(1));
        await desk.Page.Context.CloseAsync();
    }
}
