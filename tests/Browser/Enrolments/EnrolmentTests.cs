using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser.Enrolments;

/// <summary>A member signs up on a phone, and the host sees it.</summary>
[Collection("screen")]
public sealed class EnrolmentTests(Site site)
{
    const string Host = "office:26";

    [Fact]
    public async Task A_member_signs_up_on_a_phone_the_host_records_the_fee_and_the_member_has_a_receipt()
    {
        var program = (await site.Api.OpenSeminar("申込のある研修会"))[..^2];
        var (member, _) = await site.Api.Member(6);
        var desk = await site.OpenAs(Host, $"/programs/{program}/enrolments");
        await desk.Locator("#t-cap").FillAsync("1");
        await desk.Locator("#t-mfee").FillAsync("3000");
        await desk.Locator("#t-ofee").FillAsync("5000");
        await desk.Locator("#t-opens").FillAsync("2026-01-01T00:00");
        await desk.Locator("#t-closes").FillAsync("2036-01-01T00:00");
        await desk.Locator("#t-cancel").FillAsync("2036-01-01T00:00");
        await desk.GetByRole(AriaRole.Button, new() { Name = "受付条件を保存する" }).ClickAsync();
        await Expect(desk.Locator("#h-attendees")).ToBeVisibleAsync();

        var phone = await site.OpenAs($"member:{member}", $"/programs/{program}", phone: true);
        await phone.GetByRole(AriaRole.Button, new() { Name = "申し込む" }).ClickAsync();
        await Expect(phone.Locator("#enrolment")).ToContainTextAsync("お席を確保しました");
        await Expect(phone.Locator("#enrolment")).ToContainTextAsync("受付番号 1");
        await Expect(phone.Locator("#enrolment")).ToContainTextAsync("お支払いください");
        Assert.Empty(await Looks.Phone(phone, "enrolment"));

        await Site.Reload(desk);
        var row = desk.Locator($"tr[data-member='{member}']");
        await Expect(row).ToContainTextAsync("参加");
        await row.GetByRole(AriaRole.Button).ClickAsync();
        var dialog = desk.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "入金を記録する" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("領収書 No. 1");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "閉じる" }).ClickAsync();

        await phone.GotoAsync(site.Address + $"/programs/{program}");
        await phone.GetByRole(AriaRole.Link, new() { Name = "領収書 No. 1" }).ClickAsync();
        await Expect(phone.Locator("main")).ToContainTextAsync("申込のある研修会 の受講料として");
        await phone.GotoAsync(site.Address + $"/members/{member}");
        await Expect(phone.Locator("#my-seminars")).ToContainTextAsync("申込のある研修会");

        // The host cancels the place: asked first, in a dialog of its own.
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "キャンセルする" }).ClickAsync();
        await Expect(dialog.Last).ToContainTextAsync("申込をキャンセルしますか");
        await dialog.Last.GetByRole(AriaRole.Button, new() { Name = "キャンセルする" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "キャンセルする" })).ToHaveCountAsync(0);
        await desk.Context.CloseAsync();
        await phone.Context.CloseAsync();
    }
}
