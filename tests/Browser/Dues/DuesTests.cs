using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser.Dues;

/// <summary>Dues before one's eyes: a payment is seen by the member, by her association and by the nation at once; and an office records one.</summary>
[Collection("screen")]
public sealed class DuesTests(Site site)
{
    const string Local = "31-001";

    /// <summary>From the answer to a payment until it is seen everywhere.</summary>
    static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    /// <summary>A machine that does other things may look away once.</summary>
    const int Tries = 3;

    async Task<string> Billed(string key)
    {
        var member = await site.Api.RegisterMember(key, "会費 花子", "カイヒ ハナコ", Local, "2026-04-01");
        await site.Api.Send($"/api/v1/members/{member}/dues/assessments", new { year = Api.FiscalYear, post = true });
        return member;
    }

    Task Pay(string member, string key, int yen) => site.Api.Send(
        $"/api/v1/members/{member}/dues/payments", new { key, amount = yen, on = $"{Api.Minute():yyyy-MM-dd}", channel = "transfer", reference = "試験" });

    static string Yen(long yen) => yen.ToString("#,0", CultureInfo.InvariantCulture);

    async Task<long> Paid(string association) => (await site.Api.Get($"/api/v1/associations/{association}/dues/{Api.FiscalYear}")).GetProperty("figures").GetProperty("all").GetProperty("paid").GetInt64();

    [Fact]
    public async Task A_payment_changes_the_members_page_the_associations_board_and_the_national_one_within_a_second_without_reload()
    {
        var member = await Billed("dues-live");
        var own = await site.OpenAs($"member:{member}", $"/members/{member}/dues", phone: true);
        var local = await site.OpenAs($"office:{Local}", $"/dues/{Local}");
        var nation = await site.OpenAs("office:JMA", "/dues/JMA");
        var (paid, prefecture, all) = (await Paid(Local), await Paid("31"), (await site.Api.Get($"/api/v1/members/{member}/dues")).GetProperty("statements")[0].GetProperty("open").GetInt64());
        await Expect(own.Locator("[aria-labelledby=h-now] .big2")).ToHaveTextAsync(Yen(all));
        await Expect(local.Locator(".duesnow .big")).ToHaveTextAsync(Yen(paid));
        await Expect(nation.Locator("tr[data-child='31']")).ToContainTextAsync(Yen(prefecture));
        await nation.EvaluateAsync("() => { window.kept = true; }");

        var seen = TimeSpan.MaxValue;
        for (var time = 1; seen > AtOnce && time <= Tries; time++)
        {
            await Pay(member, $"p{time}", 10_000);
            var answered = Stopwatch.GetTimestamp();
            await Task.WhenAll(
                Expect(own.Locator("[aria-labelledby=h-now] .big2")).ToHaveTextAsync(Yen(all - 10_000 * time)),
                Expect(local.Locator(".duesnow .big")).ToHaveTextAsync(Yen(paid + 10_000 * time)),
                Expect(nation.Locator("tr[data-child='31']")).ToContainTextAsync(Yen(prefecture + 10_000 * time)));
            seen = Stopwatch.GetElapsedTime(answered);
        }

        Assert.InRange(seen, TimeSpan.Zero, AtOnce);
        Assert.True(await nation.EvaluateAsync<bool>("() => window.kept === true"));
        await Expect(local.Locator("[data-check]")).ToContainTextAsync("帳簿と一致");
        foreach (var page in new[] { own, local, nation }) await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_treasurer_finds_who_owes_records_a_payment_and_what_was_typed_stays_when_it_is_refused()
    {
        var member = await Billed("dues-desk");
        var page = await site.OpenAs($"office:{Local}", $"/dues/{Local}/people?order=open");
        await page.Locator($"tr[data-member='{member}'] a").ClickAsync();
        await page.WaitForURLAsync($"**/members/{member}/dues");
        await page.Locator(".duewhy summary").First.ClickAsync();
        await Expect(page.Locator(".duewhy").First).ToContainTextAsync("dues.table.");

        await page.GetByRole(AriaRole.Button, new() { Name = "入金を記録" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.Locator("#deed-amount").FillAsync("12345");
        await dialog.Locator("#deed-on").FillAsync($"{Api.Minute().AddDays(3):yyyy-MM-dd}");
        await dialog.Locator("#deed-reference").FillAsync("伝票7");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "内容を確認する" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("12,345円");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "記録する" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(dialog.Locator("#deed-reference")).ToHaveValueAsync("伝票7");
        await dialog.Locator("#deed-on").FillAsync($"{Api.Minute():yyyy-MM-dd}");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "内容を確認する" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "記録する" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(page.Locator("[aria-labelledby=h-payments]")).ToContainTextAsync("12,345円");

        // What it would come to as B is less, and nothing is recorded by asking.
        await page.Locator("#try-category").SelectOptionAsync("4");
        await page.GetByRole(AriaRole.Button, new() { Name = "試算する" }).ClickAsync();
        await Expect(page.Locator("[data-trial] .changed").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_treasurer_holds_reminders_back_and_the_list_and_the_member_see_until_when()
    {
        var (member, until) = (await Billed("dues-hold"), Api.Minute().AddDays(20));
        var page = await site.OpenAs($"office:{Local}:treasurer", $"/members/{member}/dues");
        await page.Locator("[data-do=hold]").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.Locator("#deed-until").FillAsync($"{until:yyyy-MM-dd}");
        await dialog.Locator("#deed-reason").FillAsync("分納の約束");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "内容を確認する" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "記録する" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-held]")).ToContainTextAsync("分納の約束");
        await Expect(page.Locator("[data-do=resume]")).ToBeVisibleAsync();

        var list = await site.OpenAs($"office:{Local}", $"/dues/{Local}/people");
        await list.Locator("#dues-step").SelectOptionAsync("0");
        await Expect(list).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("step=0$"));
        await Expect(list.Locator($"tr[data-member='{member}'] [data-step='0']")).ToContainTextAsync("まで保留");
        var own = await site.OpenAs($"member:{member}", $"/members/{member}/dues", phone: true);
        await Expect(own.Locator("[data-held]")).ToContainTextAsync("分納の約束");
        await Expect(own.Locator("[data-do]")).ToHaveCountAsync(0);
        Assert.Empty(await Looks.Phone(own, "statement"));
        foreach (var open in new[] { page, list, own }) await open.Context.CloseAsync();
    }

    [Fact]
    public async Task A_treasurer_sets_the_table_of_dues_and_a_member_is_billed_by_it_in_its_words()
    {
        const string office = "32-002";
        var member = await site.Api.RegisterMember("dues-table", "規程 花子", "キテイ ハナコ", office, "2026-04-01");
        var page = await site.OpenAs($"office:{office}:treasurer", $"/dues/{office}/tariff");
        await Expect(page.Locator("[data-tariff=policy]")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "この年度の表を定める" }).ClickAsync();
        await Expect(page.Locator("[data-rows=none]")).ToContainTextAsync("上の表がそのまま使われます");
        await page.GetByRole(AriaRole.Button, new() { Name = "上の表を写して直す" }).ClickAsync();
        await page.Locator("#tariff-source").FillAsync("2026年3月15日 定例総会 第3号議案");
        await page.Locator(".tariffrow summary").First.ClickAsync();
        await page.Locator("#row-1-label").FillAsync("すべての会員");
        await page.Locator("#row-1-annual").FillAsync("７７,７７７");
        await page.Locator("#row-1-practice").SelectOptionAsync("");
        await page.Locator("#row-1-licensed").FillAsync("0");
        await page.Locator(".tariffrow summary").First.ClickAsync();
        await Expect(page.Locator("#row-1-licensed")).ToBeHiddenAsync();

        // What is wrong in a folded row is said in words, and the row opens.
        await page.GetByRole(AriaRole.Button, new() { Name = "この表を定める" }).ClickAsync();
        await Expect(page.Locator("[data-wrong=Licensed]")).ToContainTextAsync("1行目「すべての会員」: 免許取得からの年数は1から150まで");
        await Expect(page.Locator("#row-1-licensed")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "下へ: すべての会員" })).ToBeVisibleAsync();
        // The form is looked at as it stands here: rows open and closed, and what is wrong.
        await Looks.Theme(page, ColorScheme.Dark);
        var dark = await Looks.Axe(page, "tariff, dark");
        await Looks.Theme(page, ColorScheme.Light);
        string[] found = [.. dark, .. await Looks.Axe(page, "tariff"), .. await Looks.Overfull(page, "tariff"), .. await Looks.Phone(page, "tariff")];
        Assert.Empty(found);
        await page.SetViewportSizeAsync(1360, 860);
        await page.Locator("#row-1-licensed").FillAsync("");
        await page.Locator("#term-0").CheckAsync();
        await page.Locator("#term-6").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "この表を定める" }).ClickAsync();
        await Expect(page.Locator("[data-tariff=own]")).ToContainTextAsync("77,777円");
        await Expect(page.Locator("[aria-labelledby=h-collect]")).ToContainTextAsync("4月〜9月、10月〜3月");

        await site.Api.Send($"/api/v1/members/{member}/dues/assessments", new { year = Api.FiscalYear, post = true });
        var own = await site.OpenAs($"member:{member}", $"/members/{member}/dues");
        await own.Locator(".duewhy summary").Last.ClickAsync();
        await Expect(own.Locator(".duewhy").Last).ToContainTextAsync("定例総会 第3号議案");
        await Expect(own.Locator(".duewhy").Last).ToContainTextAsync("すべての会員");

        // A member of another office sees the table, and cannot change it.
        await own.GotoAsync($"{site.Address}/dues/{office}/tariff");
        await Expect(own.Locator("[data-tariff=own]")).ToContainTextAsync("77,777円");
        await Expect(own.GetByRole(AriaRole.Button, new() { Name = "この年度の表を変える" })).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
        await own.Context.CloseAsync();
    }

    [Fact]
    public async Task A_treasurer_who_sets_only_terms_makes_no_table_her_associations_own()
    {
        const string office = "32-003";
        var page = await site.OpenAs($"office:{office}:treasurer", $"/dues/{office}/tariff");
        await page.GetByRole(AriaRole.Button, new() { Name = "この年度の表を定める" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "この表を定める" }).ClickAsync();
        await Expect(page.Locator("[data-wrong=Source]")).ToContainTextAsync("決定の根拠");
        await page.Locator("#tariff-source").FillAsync("2026年3月15日 理事会");
        await page.Locator("#term-0").CheckAsync();
        await page.Locator("#term-6").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "この表を定める" }).ClickAsync();
        await Expect(page.Locator("[aria-labelledby=h-collect]")).ToContainTextAsync("4月〜9月、10月〜3月");
        await Expect(page.Locator("[data-tariff=policy]")).ToBeVisibleAsync();
        await Expect(page.Locator("[aria-labelledby=h-decided]")).ToContainTextAsync("2026年3月15日 理事会");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_year_is_rehearsed_confirmed_and_billed_as_rehearsed()
    {
        const string office = "32-001";
        var member = await site.Api.RegisterMember("dues-run", "賦課 花子", "フカ ハナコ", office, "2026-04-01");
        var page = await site.OpenAs($"office:{office}", $"/dues/{office}/run");
        await page.GetByRole(AriaRole.Button, new() { Name = "予行をはじめる" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "本番を実行する" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("予行のとおり全員に請求書を発行します");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "本番を実行する" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("全員が予行のとおり請求されました");
        await page.Locator("nav.tabbar a", new() { HasText = "納入者一覧" }).ClickAsync();
        await Expect(page.Locator($"tr[data-member='{member}']")).ToContainTextAsync("請求中");
        await page.Context.CloseAsync();
    }
}
