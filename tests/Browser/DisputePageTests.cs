using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser;

/// <summary>A member disputes an entry; the office that recorded it answers and decides; each sees the other's words without loading anew.</summary>
[Collection("screen")]
public sealed class DisputePageTests(Site site)
{
    [Fact]
    public async Task A_member_and_an_office_see_each_others_words_at_once_and_the_decision()
    {
        var (member, _) = await site.Api.TwoOfOne("異議 太郎", "イギ タロウ", "26-008");
        var hers = await site.OpenAs($"member:{member}", $"/members/{member}/credits");
        await hers.Locator($"tr[data-entry='{member}']").GetByRole(AriaRole.Link, new() { Name = "異議を申し立てる" }).ClickAsync();
        await hers.Locator("#words").FillAsync("単位数が違います。");
        await hers.GetByRole(AriaRole.Button, new() { Name = "申し立てる", Exact = true }).ClickAsync();
        await Expect(hers.Locator("[data-case-status='Open']")).ToBeVisibleAsync();
        var path = new Uri(hers.Url).AbsolutePath;

        var inbox = await site.OpenAs("office:26-008", "/disputes");
        var row = inbox.Locator($"tr[data-case='{path.Split('/')[^1]}']");
        await Expect(row).ToContainTextAsync("回答待ち");
        await row.Locator("a.name").ClickAsync();
        await Expect(inbox.Locator("[data-lines] li")).ToHaveCountAsync(1);

        await inbox.Locator("#words").FillAsync("確認しています。");
        await inbox.GetByRole(AriaRole.Button, new() { Name = "送る" }).ClickAsync();
        await Expect(hers.Locator("[data-lines] li").Last).ToContainTextAsync("確認しています。");
        await Expect(hers.Locator("[data-case-status='Answered']")).ToBeVisibleAsync();

        await inbox.Locator("#words").FillAsync("記録のとおりです。");
        await inbox.GetByRole(AriaRole.Button, new() { Name = "申立てを認めない" }).ClickAsync();
        await Expect(hers.Locator("[data-case-status='Rejected']")).ToBeVisibleAsync();
        await Expect(hers.Locator("[data-lines] li")).ToHaveCountAsync(3);
        await Expect(inbox.Locator("#words")).ToHaveCountAsync(0);
    }
}
