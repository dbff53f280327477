using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser;

/// <summary>An office sends a roster from the page.</summary>
[Collection("screen")]
public sealed class RosterTests(Site site)
{
    const float ImportedWithinMs = 30_000;

    const string Heading = "source_key,name,kana,registry,association,layers,category\n";

    static FilePayload File(params string[] rows) =>
        new() { Name = "名簿.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(Heading + string.Join('\n', rows) + "\n") };

    [Fact]
    public async Task A_roster_is_imported_under_the_eyes_of_who_sent_it_and_another_file_under_its_name_is_refused()
    {
        var page = await site.Open("/rosters");
        var key = await Send(page, null, File("B-1,見本 一,ミホン イチ,990001,26-001,local+prefecture+jma,A1", "B-2,見本 二,ミホン ニ,990002,99-999,local,A1"));
        await Expect(page.Locator("main")).ToContainTextAsync("完了", new() { Timeout = ImportedWithinMs });
        await Expect(page.Locator("main")).ToContainTextAsync("名簿.csv");
        await Expect(page.Locator("main table")).ToContainTextAsync("association");

        await page.GotoAsync($"{site.Address}/rosters");
        await page.WaitForFunctionAsync("() => document.documentElement.dataset.link === 'live'");
        await Start(page, key, File("B-1,見本 別,ミホン ベツ,990003,26-001,local+prefecture+jma,A1"));
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "別の内容のファイル" })).ToBeVisibleAsync(new() { Timeout = ImportedWithinMs });
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_may_not_import_is_told_so_and_sees_no_form()
    {
        var page = await site.OpenAs("office:26", "/rosters");
        await Expect(page.Locator("main")).ToContainTextAsync("いまの職務では表示できません");
        await Expect(page.Locator("#roster-file")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_that_is_no_roster_is_said_on_the_form_and_begins_nothing()
    {
        var page = await site.Open("/rosters");
        await Start(page, null, new() { Name = "x.csv", MimeType = "text/csv", Buffer = "wrong,columns\n1,2\n"u8.ToArray() });
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "送れませんでした" })).ToBeVisibleAsync(new() { Timeout = ImportedWithinMs });
        await Expect(page.Locator("#roster-file")).ToBeVisibleAsync();
        var key = await page.Locator("#roster-key").InputValueAsync();
        Assert.Equal(404, (await page.APIRequest.GetAsync($"{site.Address}/api/v1/rosters/{key}")).Status);
        await page.Context.CloseAsync();
    }

    /// <summary>Chooses the file and starts; answers the name it goes under once its progress is shown.</summary>
    static async Task<string> Send(IPage page, string? key, FilePayload file)
    {
        var used = await Start(page, key, file);
        await page.WaitForURLAsync($"**/rosters/{used}");
        return used;
    }

    static async Task<string> Start(IPage page, string? key, FilePayload file)
    {
        if (key is not null) await page.Locator("#roster-key").FillAsync(key);
        await page.Locator("#roster-file").SetInputFilesAsync(file);
        var used = await page.Locator("#roster-key").InputValueAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "取り込みを始める" }).ClickAsync();
        return used;
    }
}
