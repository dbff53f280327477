using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser;

/// <summary>An interview from the list of who is due to the end of the measures: each on a page of their own, seeing the others' steps without loading anew.</summary>
[Collection("screen")]
public sealed class InterviewTests(Site site)
{
    const string Place = "WB-INTERVIEW";

    [Fact]
    public async Task Manager_physician_and_interviewer_go_through_an_interview_each_on_their_own_page()
    {
        var (me, interviewer, head) = (await site.Api.Register("int-1", "面接 花子", "メンセツ ハナコ"), await site.Api.Register("int-2", "面接 医師", "メンセツ イシ"), await site.Api.Register("int-3", "面接 院長", "メンセツ インチョウ"));
        await Overworked(me, interviewer);
        await site.Api.Send($"/api/v1/workplaces/{Place}/interviews/desk/head", new { key = "h", head }, HttpMethod.Put);

        var manager = await site.OpenAs($"workplace:{Place}", $"/workplaces/{Place}/interviews?tab=desk");
        await manager.Locator("#i-member").FillAsync(interviewer);
        await manager.Locator("#i-completed").FillAsync("2026-02-01");
        await manager.Locator("#i-certificate").FillAsync("第77号");
        await manager.GetByRole(AriaRole.Button, new() { Name = "面接指導実施医師を登録する" }).ClickAsync();
        await Expect(manager.Locator($"[data-interviewer='{interviewer}']")).ToContainTextAsync("第77号");

        await manager.GetByRole(AriaRole.Link, new() { Name = "対象の医師" }).ClickAsync();
        var due = manager.Locator("tr[data-due]", new() { HasText = "面接 花子" });
        await Expect(due).ToContainTextAsync("面接がないまま100時間");
        await due.GetByRole(AriaRole.Button).ClickAsync();
        await manager.Locator("section[aria-labelledby^='h-assign'] button.go").ClickAsync();
        await Expect(manager.Locator("[data-work='appoint'] .n")).ToHaveTextAsync("1");

        var theirs = await site.OpenAs($"interviewer:{Place}@{interviewer}", "/");
        await theirs.Locator("section[aria-labelledby='h-mine'] a.name").ClickAsync();
        await theirs.Locator("#appoint-place").FillAsync("医局 面談室");
        await theirs.GetByRole(AriaRole.Button, new() { Name = "日時を決める" }).ClickAsync();
        await Expect(theirs.Locator("[data-stage='Appointed']")).ToBeVisibleAsync();

        var hers = await site.OpenAs($"member:{me}", $"/members/{me}/interviews", phone: true);
        await hers.Locator("[data-asked] a.btn").ClickAsync();
        await hers.Locator("select[id^='grade']").SelectOptionAsync("4");
        await hers.Locator("textarea[id^='words']").FillAsync("眠れない日が続いています");
        await hers.GetByRole(AriaRole.Button, new() { Name = "確認を送る" }).ClickAsync();

        // Without loading anew: the interviewer may hold it now, and reads what was answered.
        await Expect(theirs.Locator("[data-stage='Ready']")).ToBeVisibleAsync();
        await Expect(theirs.Locator("[data-answers]")).ToContainTextAsync("IV");
        await theirs.Locator("#hold-record").FillAsync("家庭の事情を伺った");
        await theirs.Locator("#hold-opinion").FillAsync("当直を月2回までに減らす");
        await theirs.Locator("#hold-advice").SelectOptionAsync("Limited");
        await theirs.GetByRole(AriaRole.Button, new() { Name = "記録して意見を出す" }).ClickAsync();
        await Expect(hers.Locator("[data-opinion]")).ToContainTextAsync("当直を月2回まで");
        await Expect(hers.Locator("[data-record]")).ToContainTextAsync("家庭の事情");

        await Expect(manager.Locator("[data-work='decide'] .n")).ToHaveTextAsync("1");
        await due.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(manager.Locator("[data-opinion]")).ToContainTextAsync("当直を月2回まで");
        await Expect(manager.Locator("main")).Not.ToContainTextAsync("家庭の事情");
        await Expect(manager.Locator("main")).Not.ToContainTextAsync("眠れない日");
        await manager.GetByText("宿日直・夜勤の回数の減少").ClickAsync();
        await manager.Locator("#measure-words").FillAsync("12月は当直2回");
        await manager.GetByRole(AriaRole.Button, new() { Name = "措置を決める" }).ClickAsync();
        await Expect(manager.Locator("[data-stage='Decided']")).ToBeVisibleAsync();
        await manager.Locator("#measure-words").FillAsync("守れている");
        await manager.Locator("#measure-done").CheckAsync();
        await manager.GetByRole(AriaRole.Button, new() { Name = "記録する" }).ClickAsync();
        await Expect(hers.Locator("[data-stage='Closed']")).ToBeVisibleAsync();
        await Expect(hers.Locator("[data-measures]")).ToContainTextAsync("12月は当直2回");
    }

    /// <summary>A physician of the workplace with more than a hundred hours of overtime in the month.</summary>
    async Task Overworked(string me, string colleague)
    {
        var since = Api.Minute().AddDays(-25);
        await site.Api.Send($"/api/v1/workplaces/{Place}", new { key = "1", name = "面接病院", association = "26-001" }, HttpMethod.Put);
        await site.Api.Send($"/api/v1/workplaces/{Place}/agreement", new { key = "2", from = $"{since:yyyy-MM-dd}" }, HttpMethod.Put);
        await site.Api.Send($"/api/v1/workplaces/{Place}/designations", new { key = "3", level = "b", from = $"{since:yyyy-MM-dd}" });
        await site.Api.Send($"/api/v1/workplaces/{Place}/physicians", new { key = "4", member = me, level = "b", from = $"{since:yyyy-MM-dd}" });
        await site.Api.Send($"/api/v1/workplaces/{Place}/physicians", new { key = "5", member = colleague, level = "a", from = $"{since:yyyy-MM-dd}" });
        foreach (var who in new[] { me, colleague }) await site.Api.Employed(who, Place);
        for (var i = 0; i < 8; i++)
        {
            var from = Api.Minute().Date.AddDays(-2 * i - 3);
            await site.Api.Send($"/api/v1/members/{me}/work-hours/records", new { key = $"r{i}", workplace = Place, kind = "overtime", from = new DateTimeOffset(from, TimeSpan.FromHours(9)), to = new DateTimeOffset(from, TimeSpan.FromHours(9)).AddHours(23) });
        }
    }
}
