using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser.Records;

/// <summary>One person in one view: why a figure is what it is, what it was, and a correction that the person sees at once.</summary>
[Collection("screen")]
public sealed class RecordPageTests(Site site)
{
    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    static string Day(int days) => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(Tokyo).DateTime).AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Why_lists_what_counts_and_what_does_not_in_both_languages()
    {
        var member = await Somebody("why");
        await site.Api.Credit(member, "counts", 1.0m, 12, Day(-10), "数える講演");
        await site.Api.Credit(member, "same", 1.0m, 12, Day(-5), "同じコードの講演");
        await site.Api.Credit(member, "waits", 0.5m, 13, Day(-3), "未確定の講演", post: false);
        foreach (var (language, why, open, held, waits) in new[]
        {
            ("ja", "なぜ?", "内訳を表示", "1 を加えません", "確定するまで数えません"), ("en", "Why?", "Show what counts", "counted once", "until it is posted"),
        })
        {
            var page = await site.Open($"/members/{member}", language);
            await page.Locator("section.card[aria-labelledby='h-credits'] button.why").First.ClickAsync();
            var dialog = page.GetByRole(AriaRole.Dialog);
            await dialog.GetByRole(AriaRole.Button, new() { Name = open }).ClickAsync();
            await Expect(dialog.Locator("[data-counted='counts']")).ToContainTextAsync("2.0");
            await Expect(dialog.Locator("[data-counted='same']")).ToContainTextAsync(held);
            await Expect(dialog.Locator("[data-counted='same']")).ToContainTextAsync("cme.code-once");
            await Expect(dialog.Locator("[data-counted='waits']")).ToContainTextAsync(waits);
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task A_correction_shows_what_it_changes_and_is_seen_live_on_the_members_own_page()
    {
        var member = await Somebody("correct");
        await site.Api.Credit(member, "entry", 1.0m, 12, Day(-10), "訂正する講演");
        var own = await site.OpenAs($"member:{member}", $"/members/{member}/credits");
        await Expect(own.Locator("tr[data-entry='entry']")).ToContainTextAsync("1.0 確定");
        await Expect(own.Locator("tr[data-entry='entry']").GetByRole(AriaRole.Button, new() { Name = "訂正" })).ToHaveCountAsync(0);
        var office = await site.OpenAs("office:26-001", $"/members/{member}/credits");

        await office.Locator("tr[data-entry='entry']").GetByRole(AriaRole.Button, new() { Name = "訂正" }).ClickAsync();
        var dialog = office.GetByRole(AriaRole.Dialog);
        await dialog.Locator("#correct-units").FillAsync("2.5");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "訂正の結果を確認" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("入力してください");
        await dialog.Locator("#correct-reason").FillAsync("受講票の読み違い");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "訂正の結果を確認" }).ClickAsync();
        await Expect(dialog.Locator(".whatif")).ToContainTextAsync("3.5");
        await Expect(own.Locator("tr[data-entry='entry~2']")).ToHaveCountAsync(0);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "この内容で訂正する" }).ClickAsync();

        await Expect(own.Locator("tr[data-entry='entry~2']")).ToContainTextAsync("2.5 確定");
        await Expect(own.Locator("tr[data-entry='entry']")).ToHaveClassAsync("corrected");
        await Expect(own.Locator("tr[data-entry='entry']")).ToContainTextAsync("受講票の読み違い");
        await Expect(own.Locator("tr[data-entry='entry~2']")).ToContainTextAsync("累計 2.5");

        await own.Locator("nav.tabbar a", new() { HasText = "履歴" }).ClickAsync();
        var line = own.Locator("[data-event='credit-corrected']");
        await Expect(line).ToContainTextAsync("受講票の読み違い");
        await Expect(line.Locator("del")).ToContainTextAsync("1.0");
        await Expect(line.Locator("ins")).ToContainTextAsync("2.5");
        await Expect(line).ToContainTextAsync("26-001");
        await Expect(own.Locator("[data-event='credit-accrued']")).ToHaveClassAsync("corrected");

        // What happens while the history is in view is put on top.
        await site.Api.Credit(member, "later", 0.5m, 13, Day(-1), "後からの講演");
        await Expect(own.Locator("ol.record > li").First).ToContainTextAsync("後からの講演");
        await own.Locator("#history-chapter").SelectOptionAsync("member");
        await Expect(own.Locator("ol.record > li")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task As_of_a_past_date_shows_both_readings_where_they_differ_and_says_it_is_the_past()
    {
        var member = await Somebody("as-of");
        await site.Api.Credit(member, "late", 1.5m, 12, Day(-30), "遅れて届いた記録");
        var page = await site.OpenAs("office:26-001", $"/members/{member}/as-of");
        await Expect(page.Locator("[data-reading='held'] [data-figure='credits']")).ToHaveTextAsync("3.0");
        await Expect(page.Locator("[data-reading='believed']")).ToHaveCountAsync(0);

        await page.Locator("#as-of-on").FillAsync(Day(-20));
        await page.GetByRole(AriaRole.Button, new() { Name = "この日を見る" }).ClickAsync();

        await Expect(page.Locator(".note[data-on]")).ToContainTextAsync("過去の時点を見ています");
        await Expect(page.Locator("[data-reading='held'] [data-figure='credits']")).ToHaveTextAsync("3.0");
        await Expect(page.Locator("[data-reading='believed']")).ToContainTextAsync("この日の本人の記録はありません");
        Assert.Contains($"on={Day(-20)}", page.Url, StringComparison.Ordinal);

        // A correction made meanwhile changes what is known now of that date, in view.
        await site.Api.CorrectCredit(member, "late", 2.0m, "読み違い");
        await Expect(page.Locator("[data-reading='held'] [data-figure='credits']")).ToHaveTextAsync("3.5");
    }

    [Fact]
    public async Task Membership_dates_are_corrected_with_what_is_in_force_before_and_after_in_view()
    {
        var member = await Somebody("membership");
        var own = await site.OpenAs($"member:{member}", $"/members/{member}");
        await Expect(own.Locator($"#periods li[data-from='{Day(-100)}']")).ToContainTextAsync("A①");
        await Expect(own.Locator("#periods button")).ToHaveCountAsync(0);
        var office = await site.OpenAs("office:26-001", $"/members/{member}");

        await office.Locator("#periods").GetByRole(AriaRole.Button, new() { Name = "会員資格の記録を訂正する" }).ClickAsync();
        var dialog = office.GetByRole(AriaRole.Dialog);
        await dialog.Locator("#correct-from").FillAsync(Day(-200));
        await dialog.Locator("#correct-reason").FillAsync("入会日の誤り");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "訂正の結果を確認" }).ClickAsync();
        await Expect(dialog.Locator($"[data-after] li[data-from='{Day(-200)}']")).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "この内容で訂正する" }).ClickAsync();

        await Expect(own.Locator($"#periods li[data-from='{Day(-200)}']")).ToContainTextAsync("A①");
        await Expect(own.Locator($"#periods li[data-from='{Day(-100)}']")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_somebody_is_is_corrected_and_the_name_changes_in_view()
    {
        var member = await Somebody("identity");
        var own = await site.OpenAs($"member:{member}", $"/members/{member}");
        var office = await site.OpenAs("office:26-001", $"/members/{member}");

        await office.Locator("#periods").GetByRole(AriaRole.Button, new() { Name = "本人情報の記録を訂正する" }).ClickAsync();
        var dialog = office.GetByRole(AriaRole.Dialog);
        await dialog.Locator("#correct-name").FillAsync("見本 訂正");
        await dialog.Locator("#correct-reason").FillAsync("届出の読み違い");
        await Expect(dialog.Locator(".whatif")).ToContainTextAsync("見本 訂正");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "この内容で訂正する" }).ClickAsync();

        await Expect(own.Locator("h1")).ToContainTextAsync("見本 訂正");
    }

    /// <summary>A member of everything since a hundred days ago, with one unit.</summary>
    async Task<string> Somebody(string key)
    {
        var member = await site.Api.RegisterMember($"record-{key}-{Guid.NewGuid():N}", $"見本 {key}", "ミホン キロク", "26-001", Day(-100));
        if (key is "as-of") await site.Api.Credit(member, "first", 0.5m, 12, Day(-60), "はじめの講演");
        return member;
    }
}
