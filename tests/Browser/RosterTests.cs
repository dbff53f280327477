using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser;

/// <summary>An office sends a roster from the page.</summary>
[Collection("screen")]
public sealed class RosterTests(Site site)
{
    const float ImportedWithinMs = 30_000;

    static FilePayload File(string heading, params string[] rows) =>
        new() { Name = "名簿.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(heading + "\n" + string.Join('\n', rows) + "\n") };

    [Fact]
    public async Task A_clerk_drops_a_file_says_what_its_columns_are_tries_it_and_imports_it_at_one_click()
    {
        var stem = Environment.TickCount64 % 900_000;
        var (one, two) = ($"{9_000_000 + stem}", $"{8_000_000 + stem}");
        var page = await site.OpenAs("office:26-001:clerk", "/rosters");
        await Site.Linked(page);
        await page.Locator("#roster-file").SetInputFilesAsync(File(
            "No.,会員氏名,ヨミ,医籍番号,医師会コード,所属層,種別,備考",
            $"1,取込 一,トリコミ イチ,{one},26-001,local+prefecture+jma,A①,x", $"2,取込 二,トリコミ ニ,{two},26-002,local,,x", "3,取込 三,トリコミ サン,9x,26-001,local,,x"));

        // What was guessed is shown, and changed by keyboard: the number is the office's own.
        await Expect(page.GetByLabel("会員氏名")).ToHaveValueAsync("name");
        await Expect(page.GetByLabel("医籍番号")).ToHaveValueAsync("registry");
        await Expect(page.GetByLabel("備考")).ToHaveValueAsync("");
        await page.GetByLabel("No.").FocusAsync();
        await page.GetByLabel("No.").SelectOptionAsync("source_key");
        await Expect(page.Locator(".preview tbody tr")).ToHaveCountAsync(3);
        await Expect(page.Locator(".preview td.faulty")).ToHaveCountAsync(1);
        await Expect(page.Locator(".preview")).ToContainTextAsync("A1");
        await Clean(page, "the file as it is read");

        await page.GetByRole(AriaRole.Button, new() { Name = "試す（何も変えません）" }).ClickAsync();
        await page.WaitForURLAsync("**/rosters/26-001.roster-*");
        await Expect(page.Locator("main h1")).ToContainTextAsync("取り込むとこうなります", new() { Timeout = ImportedWithinMs });
        await Expect(page.Locator("main")).ToContainTextAsync("まだ何も変わっていません");
        await Expect(page.Locator("main table")).ToContainTextAsync("この医師会が登録・変更できる会員の行ではありません");
        await Clean(page, "what it would do");
        Assert.DoesNotContain("取込 一", (await site.Api.Get($"/api/v1/directory/members?text={Uri.EscapeDataString("取込 一")}")).GetRawText(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "1 件を取り込む" }).ClickAsync();
        await Expect(page.Locator("main h1")).ToContainTextAsync("取り込みました", new() { Timeout = ImportedWithinMs });
        await Expect(page.Locator(".tile").First).ToContainTextAsync("試行では 1");
        Assert.Contains("取込 一", (await site.Api.Get($"/api/v1/directory/members?text={Uri.EscapeDataString("取込 一")}")).GetRawText(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Another_file_than_was_tried_is_not_imported()
    {
        var page = await site.Open("/rosters");
        await page.Locator("#roster-file").SetInputFilesAsync(File("source_key,name,kana", $"B-{Environment.TickCount64},見本 一,ミホン イチ"));
        await page.GetByRole(AriaRole.Button, new() { Name = "試す（何も変えません）" }).ClickAsync();
        await Expect(page.Locator("main h1")).ToContainTextAsync("取り込むとこうなります", new() { Timeout = ImportedWithinMs });

        // The page is loaded anew: the file has to be chosen again, and it is another one.
        await Site.Reload(page);
        await page.Locator("#again-file").SetInputFilesAsync(File("source_key,name,kana", "B-2,見本 別,ミホン ベツ"));
        await page.GetByRole(AriaRole.Button, new() { Name = "1 件を取り込む" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "別の内容のファイル" })).ToBeVisibleAsync(new() { Timeout = ImportedWithinMs });
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Past_credits_go_the_same_way_and_stand_in_the_ledger_with_their_source()
    {
        var (member, card) = await site.Api.Member(21);
        var name = (await site.Api.Get($"/api/v1/members/{member}")).GetProperty("person").GetProperty("name").GetString();
        var title = $"秋季講演会{Environment.TickCount64}";
        var page = await site.Open("/past-credits");
        await page.Locator("#roster-file").SetInputFilesAsync(File(
            "カード番号,氏名,受講日,コード,単位,研修会名,主催,根拠資料", $"{card},{name},令和6年10月20日,12,1.5,{title},京都府医師会,研修手帳", $"{card},{name},R7.4.1,12,1.0,{title},京都府医師会,研修手帳", $"{card},だれか,2024-10-20,12,1.0,{title},,参加証"));
        await page.GetByLabel("確定として記録する").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "試す（何も変えません）" }).ClickAsync();
        await Expect(page.Locator("main h1")).ToContainTextAsync("取り込むとこうなります", new() { Timeout = ImportedWithinMs });
        await Expect(page.Locator("main table")).ToContainTextAsync("氏名が登録と違います");
        await Expect(page.Locator("main table")).ToContainTextAsync("この出典にある単位の日付ではありません");
        await page.GetByRole(AriaRole.Button, new() { Name = "1 件を取り込む" }).ClickAsync();
        await Expect(page.Locator("main h1")).ToContainTextAsync("取り込みました", new() { Timeout = ImportedWithinMs });
        var credits = await site.Open($"/members/{member}/credits");
        var row = credits.Locator("tr", new() { HasText = title });
        await Expect(row.Locator("[data-source]")).ToContainTextAsync("出典：研修手帳（紙）／主催：京都府医師会");
        await page.Context.CloseAsync();
        await credits.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_may_not_import_is_told_so_and_sees_no_form()
    {
        var page = await site.OpenAs("office:26:treasurer", "/rosters");
        await Expect(page.Locator("main")).ToContainTextAsync("いまの職務では表示できません");
        await Expect(page.Locator("#roster-file")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_that_is_no_roster_is_said_on_the_form_and_begins_nothing()
    {
        var page = await site.Open("/rosters");
        await page.Locator("#roster-file").SetInputFilesAsync(new FilePayload { Name = "x.xlsx", MimeType = "text/csv", Buffer = "PK\x03\x04 no workbook"u8.ToArray() });
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ファイルを読めません");
        await page.Locator("#roster-file").SetInputFilesAsync(new FilePayload { Name = "x.csv", MimeType = "text/csv", Buffer = "wrong,columns\n1,2\n"u8.ToArray() });
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("「氏名」の列がありません");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "試す（何も変えません）" })).ToBeDisabledAsync();
        await page.Context.CloseAsync();
    }

    /// <summary>Axe finds nothing, in light and dark, and a phone needs no sideways scrolling.</summary>
    static async Task Clean(IPage page, string what)
    {
        var before = page.ViewportSize!;
        List<string> faults = [];
        foreach (var look in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await Looks.Theme(page, look);
            faults.AddRange(await Looks.Axe(page, $"{what}, {look}"));
        }

        faults.AddRange(await Looks.Phone(page, what));
        Assert.Empty(faults);
        await page.SetViewportSizeAsync(before.Width, before.Height);
    }
}
