using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser;

/// <summary>Two records of one person: from the inbox to the merge, and back.</summary>
[Collection("screen")]
public sealed class MergeTests(Site site)
{
    [Fact]
    public async Task An_office_finds_the_pair_compares_merges_sees_one_person_and_undoes_it()
    {
        var (a, b) = await site.Api.TwoOfOne("統合 花子", "トウゴウ ハナコ", "26-007");
        var pair = $"{a}-{b}";
        var inbox = await site.OpenAs("office:26-007", "/duplicates");
        await Expect(inbox.Locator($"tr[data-pair='{pair}']")).ToContainTextAsync("フリガナと生年月日が同じ");
        await inbox.Locator($"tr[data-pair='{pair}'] a.name").ClickAsync();

        await Expect(inbox.Locator("tr[data-field='Registry']")).ToContainTextAsync("相違");
        await Expect(inbox.Locator("[data-total]")).ToHaveTextAsync("4.0");
        await inbox.GetByRole(AriaRole.Button, new() { Name = "統合する", Exact = true }).ClickAsync();
        var dialog = inbox.GetByRole(AriaRole.Dialog);
        await dialog.Locator("#reason").FillAsync("本人に確認した");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "統合する", Exact = true }).ClickAsync();
        await Expect(inbox.Locator("[data-status='Merged']")).ToBeVisibleAsync();

        // The number that was merged leads to the person, who has both histories; at once, before anything is drawn.
        var asked = await inbox.Context.APIRequest.GetAsync($"{site.Address}/members/{b}/credits", new() { MaxRedirects = 0 });
        Assert.Equal(302, asked.Status);
        Assert.EndsWith($"/members/{a}/credits", asked.Headers["location"], StringComparison.Ordinal);
        var person = await site.OpenAs("office:26-007", $"/members/{b}/credits");
        await Expect(person.Locator("[data-holds]")).ToContainTextAsync(b);
        await Expect(person).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/members/{a}/credits"));
        await Expect(person.Locator($"tr[data-entry='{b}'] [data-of]")).ToContainTextAsync(b);

        await inbox.GetByRole(AriaRole.Button, new() { Name = "統合を取り消す" }).ClickAsync();
        await dialog.Locator("#reason").FillAsync("別人だった");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "統合を取り消す" }).ClickAsync();
        await Expect(inbox.Locator("[data-status='Undone']")).ToBeVisibleAsync();
        var back = await site.OpenAs("office:26-007", $"/members/{b}/credits");
        await Expect(back.Locator($"tr[data-entry='{b}']")).ToBeVisibleAsync();
        await Expect(back.Locator("[data-holds]")).ToHaveCountAsync(0);
    }
}
