using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser;

/// <summary>A duty manager brings the attendance of the hospital from the page.</summary>
[Collection("screen")]
public sealed class AttendanceTests(Site site)
{
    const float ImportedWithinMs = 30_000;
    const string Try = "試す（何も変えません）";

    static FilePayload File(params string[] rows) =>
        new() { Name = "勤怠.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes("個人コード,勤務日,シフト,出,退,備考\n" + string.Join('\n', rows) + "\n") };

    [Fact]
    public async Task A_file_is_read_as_the_manager_says_tried_and_imported_and_the_next_is_read_the_same_way()
    {
        var place = $"WB-{Environment.TickCount64 % 1_000_000}";
        var (since, day) = ($"{Api.Minute().AddDays(-100):yyyy-MM-dd}", $"{Api.Minute().AddDays(-70):yyyy/M/d}");
        var (member, _) = await site.Api.Member(33);
        await site.Api.Send($"/api/v1/workplaces/{place}", new { key = "1", name = "取込病院", association = "26-001" }, HttpMethod.Put);
        await site.Api.Send($"/api/v1/workplaces/{place}/agreement", new { key = "2", from = since }, HttpMethod.Put);
        await site.Api.Send($"/api/v1/workplaces/{place}/physicians", new { key = "3", member, level = "a", from = since });
        await site.Api.Employed(member, place);
        var page = await site.OpenAs($"workplace:{place}", $"/workplaces/{place}/attendance");
        await Site.Linked(page);

        await page.GetByLabel(member).FillAsync("E-1");
        await page.GetByLabel(member).BlurAsync();
        await Expect(page.GetByText("保存しました")).ToBeVisibleAsync();

        await page.Locator("#roster-file").SetInputFilesAsync(File($"E-1,{day},救急A,20:00,翌9:00,x", $"E-9,{day},救急A,20:00,翌9:00,x"));
        await Expect(page.GetByLabel("個人コード")).ToHaveValueAsync("employee");
        await Expect(page.GetByLabel("シフト")).ToHaveValueAsync("kind");
        await page.GetByLabel("出", new() { Exact = true }).SelectOptionAsync("start");
        await page.GetByLabel("退", new() { Exact = true }).SelectOptionAsync("end");
        await Expect(page.Locator(".preview td.faulty")).ToHaveCountAsync(2);
        await page.GetByLabel("救急A").SelectOptionAsync("nightDuty");
        await Expect(page.Locator(".preview td.faulty")).ToHaveCountAsync(0);
        await Expect(page.Locator(".preview")).ToContainTextAsync(Api.Minute().AddDays(-69).ToString("yyyy-MM-dd 09:00", System.Globalization.CultureInfo.InvariantCulture));

        await page.GetByRole(AriaRole.Button, new() { Name = Try }).ClickAsync();
        await Expect(page.Locator("main h1")).ToContainTextAsync("取り込むとこうなります", new() { Timeout = ImportedWithinMs });
        await Expect(page.Locator("main table")).ToContainTextAsync("この勤務先に所属する医師の番号ではありません");
        await page.GetByRole(AriaRole.Button, new() { Name = "1 件を取り込む" }).ClickAsync();
        await Expect(page.Locator("main h1")).ToContainTextAsync("取り込みました", new() { Timeout = ImportedWithinMs });

        await page.GotoAsync($"{site.Address}/workplaces/{place}/attendance");
        await Site.Linked(page);
        await Expect(page.GetByText("前回の列と勤務区分の読み方を使います")).ToBeVisibleAsync();
        await page.Locator("#roster-file").SetInputFilesAsync(File($"E-1,{day},救急A,20:00,翌9:00,x"));
        await Expect(page.GetByLabel("出", new() { Exact = true })).ToHaveValueAsync("start");
        await Expect(page.GetByLabel("救急A")).ToHaveValueAsync("nightDuty");
        await Expect(page.Locator(".preview td.faulty")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }
}
