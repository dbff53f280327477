using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser;

/// <summary>What a clerk does at the door, on the real site.</summary>
[Collection("screen")]
public sealed class DeskTests(Site site)
{
    [Fact]
    public async Task Auto_lets_out_who_is_inside_and_F2_goes_round_the_ways()
    {
        var session = await site.Api.OpenSeminar("自動の受付");
        var (_, card) = await site.Api.Member(10);
        await site.Api.Tap(session, card, "in", Api.Minute().AddMinutes(-50));
        var desk = await Desk.Open(site, session);
        var chosen = desk.Page.Locator("input[name=way]:checked");
        await Expect(chosen).ToHaveValueAsync("auto");

        await desk.Scan(card, "out", "退場を受け付けました");
        await desk.Inside(0);

        foreach (var way in new[] { "out", "in", "auto" })
        {
            await desk.Page.Keyboard.PressAsync("F2");
            await Expect(chosen).ToHaveValueAsync(way);
        }
        await desk.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_is_too_early_is_let_in_all_the_same_by_F4_at_the_time_of_the_first_tap()
    {
        var session = await site.Api.OpenSeminar("開場前の受付", ago: -60);
        var (_, card) = await site.Api.Member(11);
        var desk = await Desk.Open(site, session);

        await desk.Scan(card, "near", "受付開始より前");
        await Expect(desk.Page.Locator("#desk-force")).ToBeVisibleAsync();
        await desk.Page.Keyboard.PressAsync("F4");
        await desk.Says("ok", "特例で入場を受け付けました", card);
        await Expect(desk.Page.Locator("#desk-force")).ToBeHiddenAsync();
        await desk.Inside(1);

        var taps = await desk.Recorded();
        Assert.Equal("too-early", taps[1].GetProperty("forced").GetString());
        Assert.Equal(1, (taps[1].GetProperty("at").GetDateTimeOffset() - taps[0].GetProperty("at").GetDateTimeOffset()).TotalMilliseconds, 3);
        await desk.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_last_taps_are_taken_back_by_F9_and_by_the_button_of_their_row()
    {
        var session = await site.Api.OpenSeminar("取り消しの受付");
        var (_, first) = await site.Api.Member(12);
        var (_, second) = await site.Api.Member(13);
        var desk = await Desk.Open(site, session);
        await desk.Scan(first, "ok", "入場を受け付けました");
        await desk.Scan(second, "ok", "入場を受け付けました");
        await desk.Inside(2);

        await desk.Page.Keyboard.PressAsync("F9");
        await desk.Says("undone", "取り消しました", second);
        await desk.Inside(1);
        await desk.Page.Locator("#desk-recent li", new() { HasText = first }).GetByRole(AriaRole.Button).ClickAsync();
        await desk.Says("undone", "取り消しました", first);
        await desk.Inside(0);

        Assert.All(await desk.Recorded(), tap => Assert.True(tap.GetProperty("undone").GetBoolean()));
        await Expect(desk.Page.Locator("#desk-recent li[data-state=undone]")).ToHaveCountAsync(2);
        await desk.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_reader_that_types_is_heard_with_the_focus_on_a_button_and_gives_another_field_back_what_stood_in_it()
    {
        var session = await site.Api.OpenSeminar("読み取り機の受付");
        var (_, first) = await site.Api.Member(14);
        var (_, second) = await site.Api.Member(15);
        var desk = await Desk.Open(site, session);

        await desk.Page.Locator("#desk-open-find").FocusAsync();
        await desk.Page.Keyboard.TypeAsync(first);
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Says("ok", "入場を受け付けました", first);
        await Expect(desk.Page.Locator("#desk-find")).ToBeHiddenAsync();

        await desk.Page.Locator("#desk-device").FillAsync("受付1");
        // As fast as a reader: in one go.
        await desk.Page.EvaluateAsync(
            """
            code => {
              const field = document.getElementById("desk-device");
              const press = (key, code) => field.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }));
              for (const c of code) { press(c, ""); field.value += c; }
              press("Enter", "Enter");
            }
            """,
            second);
        await desk.Says("ok", "入場を受け付けました", second);
        await Expect(desk.Page.Locator("#desk-device")).ToHaveValueAsync("受付1");
        await desk.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task Somebody_without_a_card_is_found_by_name_and_picked_and_a_name_in_the_field_searches_too()
    {
        var session = await site.Api.OpenSeminar("氏名の受付");
        var (member, _) = await site.Api.Member(16);
        var person = (await site.Api.Get($"/api/v1/members/{member}")).GetProperty("person");
        var (name, kana) = (person.GetProperty("name").GetString()!, person.GetProperty("kana").GetString()!);
        var desk = await Desk.Open(site, session);

        await desk.Scan(name);
        await Expect(desk.Page.Locator("#desk-find-text")).ToHaveValueAsync(name);
        await desk.Page.Keyboard.PressAsync("Escape");

        await desk.Page.Keyboard.PressAsync("F3");
        await desk.Page.Locator("#desk-find-text").FillAsync(member);
        await Expect(desk.Page.Locator("#desk-found button")).ToContainTextAsync([kana]);
        await desk.Page.Locator("#desk-find-text").PressAsync("ArrowDown");
        await desk.Page.Keyboard.PressAsync("Enter");

        await desk.Says("ok", "入場を受け付けました", name);
        Assert.True(Assert.Single(await desk.Recorded()).GetProperty("manual").GetBoolean());
        await desk.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_pass_is_told_from_a_card_by_its_form_and_one_that_was_used_is_known()
    {
        var session = await site.Api.OpenSeminar("QRパスの受付");
        var (member, _) = await site.Api.Member(17);
        var desk = await Desk.Open(site, session);
        var pass = (await site.Api.Get($"/api/v1/members/{member}/pass", $"member:{member}")).GetProperty("token").GetString()!;

        // A reader with its shift lock on.
        await desk.Scan(pass.ToLowerInvariant());
        await desk.Says("ok", "入場を受け付けました", member);
        // Read twice by one reader; then used by somebody who wants out with it.
        await desk.Scan(pass);
        await desk.Says("near", "読み取ったばかりです");
        await desk.Page.Keyboard.PressAsync("F2");
        await desk.Scan(pass);
        await desk.Says("over", "すでに使われたQRパス", "ご本人か確かめ");
        await desk.Scan(pass[..^2] + "AA");
        await desk.Says("over", "正規のQRパスではありません");
        await desk.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_registry_number_of_somebody_else_is_said_in_amber_and_a_walk_in_with_faults_stays_in_the_form()
    {
        var session = await site.Api.OpenSeminar("当日の受付");
        var (member, _) = await site.Api.Member(18);
        var person = (await site.Api.Get($"/api/v1/members/{member}")).GetProperty("person");
        var desk = await Desk.Open(site, session);

        await desk.WalkIn("見本 当日", "mihon", "12x");
        await Expect(desk.Page.Locator("#desk-walk-in-kana-bad")).ToContainTextAsync("かな");
        await Expect(desk.Page.Locator("#desk-walk-in-registry-bad")).ToContainTextAsync("7桁");
        await Expect(desk.Page.Locator("#desk-walk-in-kana")).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Escape");

        await desk.WalkIn("見本 当日", "ミホン トウジツ", person.GetProperty("registry").GetString()!);
        await desk.Says("near", "入場を受け付けました", person.GetProperty("name").GetString());
        await desk.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_desk_whose_clock_is_ten_minutes_fast_says_so_and_records_the_right_time()
    {
        var session = await site.Api.OpenSeminar("時計の狂った受付");
        var (_, card) = await site.Api.Member(19);
        var desk = await Desk.Open(site, session, context => context.AddInitScriptAsync("{ const real = Date.now; Date.now = () => real() + 600_000; }"));

        await Expect(desk.Page.Locator("#desk-clock")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"\+(599|600)\.\d 秒"));
        await Expect(desk.Page.Locator("#desk-clock-warning")).ToBeVisibleAsync();
        var before = TimeProvider.System.GetUtcNow();
        await desk.Scan(card, "ok", "入場を受け付けました");

        var at = Assert.Single(await desk.Recorded()).GetProperty("at").GetDateTimeOffset();
        Assert.InRange(at, before.AddSeconds(-2), TimeProvider.System.GetUtcNow().AddSeconds(2));
        await desk.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task Axe_finds_nothing_while_results_are_shown_and_forms_are_open_also_on_a_dark_phone()
    {
        var session = await site.Api.OpenSeminar("目で見る受付", ago: -60);
        var (_, card) = await site.Api.Member(20);
        var desk = await Desk.Open(site, session);
        List<string> faults = [];
        await desk.Scan(card, "near", "受付開始より前");
        faults.AddRange(await Looks.Axe(desk.Page, "too early"));
        await desk.Page.Keyboard.PressAsync("F4");
        await desk.Says("ok", "特例");
        faults.AddRange(await Looks.Axe(desk.Page, "let in"));
        await desk.Scan("NOBODY99", "over", "登録のないカード");
        await Looks.Theme(desk.Page, ColorScheme.Dark);
        faults.AddRange(await Looks.Phone(desk.Page, "unknown"));
        faults.AddRange(await Looks.Axe(desk.Page, "unknown, dark phone"));
        await desk.Page.Keyboard.PressAsync("F3");
        await desk.Page.Locator("#desk-find-text").FillAsync("ア");
        await Expect(desk.Page.Locator("#desk-found button").First).ToBeVisibleAsync();
        faults.AddRange(await Looks.Axe(desk.Page, "searching"));
        await desk.Page.Keyboard.PressAsync("F7");
        faults.AddRange(await Looks.Axe(desk.Page, "walk-in"));
        faults.AddRange(await Looks.Phone(desk.Page, "walk-in"));
        await desk.Page.Context.CloseAsync();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
