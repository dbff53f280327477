using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser;

/// <summary>A list that was kept by hand at the door.</summary>
[Collection("screen")]
public sealed class PaperListTests(Site site)
{
    [Fact]
    public async Task A_paper_list_is_tried_before_it_is_taken_and_stands_on_the_roll()
    {
        var session = await site.Api.OpenSeminar("紙の受付の研修会");
        var (one, card) = await site.Api.Member(22);
        var (two, other) = await site.Api.Member(23);
        var began = Api.Minute().AddMinutes(-60);
        var list = $"カード番号,入場,退場,備考\n{card},{At(began)},{At(began.AddMinutes(50))},x\n{other},{At(began.AddMinutes(5))},,x\nNOBODY77,{At(began)},,x\n{card},{At(began.AddMinutes(20))},,二度\n";
        var page = await site.Open($"/seminars/{session}/paper-list");

        await page.Locator("#paper-file").SetInputFilesAsync(new FilePayload { Name = "list.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(list) });
        await Expect(page.GetByLabel("入場", new() { Exact = true })).ToHaveValueAsync("enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "試す（何も変えません）" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("取り込むとこうなります");
        await Expect(page.Locator("main")).ToContainTextAsync("この番号の人は登録されていません");
        await Expect(page.Locator("main")).ToContainTextAsync("退場なしで再入場");
        Assert.Equal(0, (await site.Api.Get($"/api/v1/sessions/{session}/figures")).GetProperty("people").GetInt32());

        await page.GetByRole(AriaRole.Button, new() { Name = "2 件を取り込む" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("取り込みました");
        var roll = await site.Open($"/seminars/{session}/roll");
        await Expect(roll.Locator($"tr[data-member='{one}']")).ToBeVisibleAsync();
        await Expect(roll.Locator($"tr[data-member='{two}']")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
        await roll.Context.CloseAsync();
    }

    static string At(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy/MM/dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
