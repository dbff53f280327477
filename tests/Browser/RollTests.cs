using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser;

/// <summary>The day after a seminar: the host looks at the doubts, decides, takes the web log, confirms, and corrects.</summary>
[Collection("screen")]
public sealed class RollTests(Site site)
{
    [Fact]
    public async Task A_doubt_is_seen_decided_and_confirmed_and_the_ledgers_have_it_in_both_schemes()
    {
        var session = await site.Api.OpenSeminarOfSchemes("名簿の研修会", ago: 200);
        var (whole, wholeCard) = await site.Api.Member(10);
        var (left, leftCard) = await site.Api.Member(11);
        var began = Api.Minute().AddMinutes(-200);
        await site.Api.Tap(session, wholeCard, "in", began.AddMinutes(-1));
        await site.Api.Tap(session, wholeCard, "out", began.AddMinutes(191));
        await site.Api.Tap(session, leftCard, "in", began.AddMinutes(-1));
        await site.Api.Tap(session, leftCard, "out", began.AddMinutes(100));
        await site.Api.Close(session);
        var roll = await site.Open($"/seminars/{session}/roll");

        await roll.Locator("button.pick", new() { HasText = "途中退場" }).ClickAsync();
        await Expect(roll.Locator("tr[data-member]")).ToHaveCountAsync(1);
        var row = roll.Locator($"tr[data-member='{left}']");
        await Expect(row).ToContainTextAsync("途中退場");

        await row.GetByRole(AriaRole.Button, new() { Name = "判断" }).ClickAsync();
        var dialog = roll.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "入退場の記録" }).ClickAsync();
        await Expect(dialog.Locator(".taps li")).ToHaveCountAsync(2);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "この判断を記録" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("入力してください");
        await dialog.Locator("#decide-talk").SelectOptionAsync("1");
        await dialog.Locator("#decide-reason").FillAsync("退場の打刻もれ。会場責任者が在席を確認");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "この判断を記録" }).ClickAsync();
        await Expect(row).ToContainTextAsync("認めた");
        await Expect(roll.Locator(".rollfigures")).ToContainTextAsync("未判断");

        await roll.GetByRole(AriaRole.Button, new() { Name = "名簿を確定する" }).ClickAsync();
        var confirm = roll.GetByRole(AriaRole.Dialog);
        await Expect(confirm).ToContainTextAsync("確定後の単位（産業医）");
        await confirm.GetByRole(AriaRole.Button, new() { Name = "確定する", Exact = true }).ClickAsync();
        await Expect(roll.Locator(".title")).ToContainTextAsync("確定済");

        var credits = await site.Open($"/members/{left}/credits");
        await Expect(credits.Locator($"tr[data-entry='{session}/1']")).ToContainTextAsync("2.0 確定");
        await Expect(credits.Locator($"tr[data-entry='{session}/1/occupational']")).ToContainTextAsync("2.0 確定");
        await Expect((await site.Open($"/members/{whole}/credits")).Locator($"tr[data-entry='{session}/2/occupational']")).ToContainTextAsync("1.0 確定");

        // Who was decided on is no longer among those who left early.
        await roll.GetByRole(AriaRole.Link, new() { Name = "全員を表示" }).ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "判断" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("名簿は確定しています");
        await dialog.GetByText("認めない", new() { Exact = true }).ClickAsync();
        await dialog.Locator("#decide-reason").FillAsync("本人に確認し、途中退場を確認");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "この判断を記録" }).ClickAsync();
        await Expect(credits.Locator($"tr[data-entry='{session}/1/occupational']")).ToContainTextAsync("取消");
        await Expect(credits.Locator($"tr[data-entry='{session}/1']")).ToContainTextAsync("取消");
    }

    [Fact]
    public async Task Somebody_is_found_on_the_roll_by_number_and_the_address_keeps_it()
    {
        var session = await site.Api.OpenSeminar("名簿で探す研修会");
        var (one, card) = await site.Api.Member(12);
        var (_, other) = await site.Api.Member(13);
        await site.Api.Tap(session, card, "in", Api.Minute().AddMinutes(-60));
        await site.Api.Tap(session, other, "in", Api.Minute().AddMinutes(-60));
        var roll = await site.Open($"/seminars/{session}/roll");
        await Expect(roll.Locator("tr[data-member]")).ToHaveCountAsync(2);

        await roll.Locator("#roll-text").FillAsync(card);
        await roll.Keyboard.PressAsync("Enter");

        await Expect(roll.Locator("tr[data-member]")).ToHaveCountAsync(1);
        await Expect(roll.Locator($"tr[data-member='{one}']")).ToBeVisibleAsync();
        Assert.Contains($"q={card}", roll.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_log_is_shown_before_it_is_taken_and_taken_once()
    {
        var session = await site.Api.OpenSeminarOfSchemes("配信の研修会", ago: 200);
        var (member, card) = await site.Api.Member(14);
        var began = Api.Minute().AddMinutes(-200);
        var page = await site.Open($"/seminars/{session}/web-log");
        var log = "カード番号,氏名,入室時刻,退室時刻,本人確認,キーワード\n"
            + $"{card},見本,{At(began.AddMinutes(-1))},{At(began.AddMinutes(191))},○,○\n"
            + $"NOBODY99,見本,{At(began.AddMinutes(-1))},{At(began.AddMinutes(191))},○,○\n";
        var file = new FilePayload { Name = "log.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(log) };

        await page.Locator("#weblog-file").SetInputFilesAsync(file);
        await Expect(page.Locator("main")).ToContainTextAsync("取り込むとこうなります");
        await Expect(page.Locator("main")).ToContainTextAsync("この番号の人は登録されていません");
        await page.GetByRole(AriaRole.Button, new() { Name = "1 件を取り込む" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("取り込みました");

        await Expect((await site.Open($"/members/{member}/credits")).Locator($"tr[data-entry='{session}/1/occupational']")).ToContainTextAsync("Web");
        await page.Locator("#weblog-file").SetInputFilesAsync(file);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "0 件を取り込む" })).ToBeDisabledAsync();
    }

    [Fact]
    public async Task The_board_says_units_scheme_by_scheme_and_how_a_desk_stands()
    {
        var session = await site.Api.OpenSeminarOfSchemes("制度ごとのボード");
        var (_, card) = await site.Api.Member(15);
        var board = await site.Open($"/seminars/{session}");
        await site.Api.Tap(session, card, "in", Api.Minute().AddMinutes(-70));
        await site.Api.ReportDesk(session, "受付1", 12, Api.Minute().AddMinutes(5));

        await Expect(board.Locator(".schemetile")).ToHaveCountAsync(2);
        await Expect(board.Locator(".schemetile", new() { HasText = "産業医" })).ToContainTextAsync("1.0");
        await Expect(board.Locator(".talk.pause")).ToContainTextAsync("休憩");
        await site.Api.Tap(session, "UNKNOWN2", "in", Api.Minute().AddMinutes(-10));
        await Expect(board.Locator(".desk-line", new() { HasText = "受付1" })).ToContainTextAsync("未送信 12 件");
    }

    static string At(DateTimeOffset at) => at.ToString("yyyy/MM/dd HH:mm", CultureInfo.InvariantCulture);
}
