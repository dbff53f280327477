using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser;

/// <summary>What a desk does while it sends and something goes wrong, on the real site.</summary>
[Collection("screen")]
public sealed class DeskSenderTests(Site site)
{
    [Fact]
    public async Task A_walk_in_that_is_taken_back_while_those_before_it_are_sent_never_goes_in()
    {
        var session = await site.Api.OpenSeminar("送る間に取り消す受付");
        var desk = await Desk.Open(site, session);
        await desk.Offline(true);
        foreach (var name in new[] { "見本 先一", "見本 先二", "見本 取消" })
        {
            await desk.WalkIn(name, "ミホン");
            await desk.Says("kept", "記録を預かりました", name);
        }

        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        await desk.Page.RouteAsync("**/walk-ins", async route =>
        {
            begun.TrySetResult();
            await gate.Task;
            await route.ContinueAsync();
        });
        await desk.Offline(false);
        await begun.Task;
        await desk.Page.Locator("#desk-recent li", new() { HasText = "見本 取消" }).Locator("button[data-do=undo]").ClickAsync();
        await desk.Says("undone", "取り消しました", "見本 取消");
        gate.SetResult();

        await desk.Summary("2 件を送りました：入場 2");
        await desk.Unsent(0);
        await desk.Inside(2);
        Assert.Equal(2, (await desk.Recorded()).Length);
        await Expect(desk.Page.Locator("#desk-recent li")).ToHaveCountAsync(2);
        await desk.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_device_that_is_full_keeps_sending()
    {
        var session = await site.Api.OpenSeminar("いっぱいの端末");
        var desk = await Desk.Open(site, session);
        await desk.Offline(true);
        await desk.Scan((await site.Api.Member(34)).Card, "kept", "記録を預かりました");
        await desk.WalkIn("見本 満杯", "ミホン マンパイ");
        await desk.Says("kept", "記録を預かりました", "見本 満杯");
        await desk.Page.EvaluateAsync("() => { IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; }");
        await desk.Offline(false);

        await desk.Summary("2 件を送りました：入場 2");
        await desk.Unsent(0);
        Assert.Equal(2, (await desk.Recorded()).Length);
        // What it does not remember as sent is sent again after a reload, to the same answer.
        await desk.Page.ReloadAsync();
        await desk.Unsent(0);
        Assert.Equal(2, (await desk.Recorded()).Length);
        await desk.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task One_tap_that_the_server_fails_on_waits_and_holds_up_no_other()
    {
        var session = await site.Api.OpenSeminar("一件だけ失敗する受付");
        var (_, bad) = await site.Api.Member(35);
        var (_, good) = await site.Api.Member(36);
        var desk = await Desk.Open(site, session);
        foreach (var path in new[] { "**/tap", "**/taps" })
        {
            await desk.Page.RouteAsync(path, route => route.Request.PostData!.Contains(bad, StringComparison.Ordinal)
                ? route.FulfillAsync(new() { Status = 500, ContentType = "application/problem+json", Body = """{"reason":"failed"}""" })
                : route.ContinueAsync());
        }

        await desk.Scan(bad, "kept", "記録を預かりました");
        await Expect(desk.Page.Locator("#desk-banner")).ToBeHiddenAsync();
        await desk.Scan(good, "ok", "入場を受け付けました");
        await desk.Unsent(1);
        await Expect(desk.Page.Locator("#desk-banner")).ToBeHiddenAsync();
        await desk.Page.UnrouteAsync("**/tap");
        await desk.Page.UnrouteAsync("**/taps");

        await desk.Unsent(0);
        await desk.Inside(2);
        await desk.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_one_tab_takes_back_while_another_sends_it_stays_taken_back()
    {
        var session = await site.Api.OpenSeminar("別のタブで取り消す受付");
        var (_, card) = await site.Api.Member(37);
        var desk = await Desk.Open(site, session);
        var tab = new Desk(site, await desk.Page.Context.NewPageAsync(), session);
        await tab.Page.GotoAsync($"{site.Address}/seminars/{session}/desk");
        await tab.Unsent(0);
        await desk.Offline(true);
        await desk.Scan(card, "kept", "記録を預かりました");
        await tab.Unsent(1);

        // One of the tabs sends it; the answer is held back while the other takes it back.
        var (heard, gate) = (new TaskCompletionSource<IPage>(), new TaskCompletionSource());
        await desk.Page.Context.RouteAsync("**/taps", async route =>
        {
            if (route.Request.Method != "POST") { await route.ContinueAsync(); return; }
            var answer = await route.FetchAsync();
            heard.TrySetResult(route.Request.Frame.Page);
            await gate.Task;
            await route.FulfillAsync(new() { Response = answer });
        });
        await desk.Offline(false);
        var other = await heard.Task == desk.Page ? tab : desk;
        await other.Page.Locator("#desk-recent button[data-do=undo]").ClickAsync();
        await other.Says("undone", "取り消しました");
        gate.SetResult();

        await desk.Unsent(0);
        await tab.Unsent(0);
        await desk.Inside(0);
        await Expect(desk.Page.Locator("#desk-recent li[data-state=undone]")).ToHaveCountAsync(1);
        Assert.True(Assert.Single(await desk.Recorded()).GetProperty("undone").GetBoolean());
        await desk.Page.Context.CloseAsync();
    }

    [Theory, InlineData(13, "未測定"), InlineData(1, "+600.0 秒")]
    public async Task A_skew_is_believed_for_half_a_day(int hours, string words)
    {
        var session = await site.Api.OpenSeminar("覚えている時計の受付");
        var desk = await Desk.Open(site, session, async context =>
        {
            await context.AddInitScriptAsync($"localStorage.setItem('jma-desk-clock', JSON.stringify({{ skew: 600000, at: Date.now() - {hours} * 3600000 }}));");
            await context.RouteAsync("**/desks", route => route.AbortAsync());
        });
        await Expect(desk.Page.Locator("#desk-clock")).ToHaveTextAsync(words);
        await desk.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task Somebody_let_in_all_the_same_for_a_tap_of_a_clock_not_yet_measured_is_recorded_at_the_right_time()
    {
        var session = await site.Api.OpenSeminar("測る前の時計の受付", ago: -60);
        var (_, card) = await site.Api.Member(38);
        var gate = new TaskCompletionSource();
        var desk = await Desk.Open(site, session, async context =>
        {
            await context.AddInitScriptAsync("{ const real = Date.now; Date.now = () => real() - 600_000; }");
            await context.RouteAsync("**/desks", async route => { await gate.Task; await route.ContinueAsync(); });
        });
        await desk.Scan(card, "near", "受付開始より前");
        gate.SetResult();
        await Expect(desk.Page.Locator("#desk-clock")).ToContainTextAsync("−", new() { Timeout = 30_000 });
        await desk.Page.Keyboard.PressAsync("F4");
        await desk.Says("ok", "特例で入場を受け付けました", card);

        var taps = await desk.Recorded();
        Assert.InRange(taps[1].GetProperty("at").GetDateTimeOffset(), TimeProvider.System.GetUtcNow().AddMinutes(-2), TimeProvider.System.GetUtcNow().AddMinutes(1));
        await desk.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_leaves_after_the_doors_closed_is_let_out_not_in()
    {
        var session = await site.Api.OpenSeminar("閉まったあとの受付", ago: 300);
        var (_, card) = await site.Api.Member(39);
        await site.Api.Tap(session, card, "in", Api.Minute().AddMinutes(-290));
        var desk = await Desk.Open(site, session);
        await desk.Page.Keyboard.PressAsync("F2");

        await desk.Scan(card, "near", "受付終了より後");
        await Expect(desk.Page.Locator("#desk-force")).ToContainTextAsync("それでも退場を記録する");
        await Expect(desk.Page.Locator("#desk-recent button[data-do=force]")).ToHaveTextAsync("退場を記録");
        await desk.Page.Keyboard.PressAsync("F4");

        await desk.Says("out", "特例で退場を受け付けました", card);
        await desk.Inside(0);
        await desk.Page.Context.CloseAsync();
    }
}
