using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser.Directory;

/// <summary>The office's morning list: searched as one types, narrowed, kept, sent on, exported.</summary>
[Collection("screen")]
public sealed partial class DirectoryTests(Site site)
{
    const float WorkedWithinMs = 30_000;

    static ILocator Rows(IPage page) => page.Locator("main table tbody tr");

    /// <summary>What the heading says, once the counts are there.</summary>
    static async Task<int> Found(IPage page)
    {
        var heading = page.Locator("main .head h2");
        await Expect(heading).ToHaveTextAsync(Counted());
        return int.Parse(Digits().Replace(await heading.InnerTextAsync(), ""), System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task The_list_follows_what_is_typed_and_every_choice_is_a_chip_that_comes_off_again()
    {
        var page = await site.OpenAs("office:JMA", "/members");
        var all = await Found(page);
        var (name, before) = (await Rows(page).First.Locator(".sub").First.InnerTextAsync(), await page.Locator("main .head h2").InnerTextAsync());

        await page.Locator("#text").PressSequentiallyAsync(name[..2]);
        await page.WaitForURLAsync("**/members?text=*");
        await Expect(Rows(page).First.Locator(".sub").First).ToContainTextAsync(name[..2]);
        // The people stand there before they are counted.
        await Expect(page.Locator("main .head h2")).Not.ToHaveTextAsync(before);
        var typed = await Found(page);
        Assert.InRange(typed, 1, all - 1);

        await page.GetByRole(AriaRole.Group, new() { Name = "会員区分" }).GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await page.WaitForURLAsync("**category=*");
        await Expect(page.Locator(".chips .chip")).ToHaveCountAsync(1);
        Assert.InRange(await Found(page), 0, typed);
        await page.Locator(".chips .chip").ClickAsync();
        await Expect(page.Locator(".chips .chip")).ToHaveCountAsync(0);
        await page.Locator("#text").FillAsync("だれもいない");
        await Expect(page.Locator("main .empty")).ToContainTextAsync("見つかりませんでした");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Of_two_choices_made_before_the_address_has_followed_neither_is_lost()
    {
        var page = await site.OpenAs("office:JMA", "/members");
        await Found(page);
        // Nobody is that quick on this machine; over a slow line everybody is.
        await page.EvaluateAsync("() => [...document.querySelectorAll('.facets fieldset')].slice(0, 2).map(f => f.querySelector('input')).forEach(i => i.click())");

        await Expect(page.Locator(".chips .chip")).ToHaveCountAsync(2);
        await Expect(page).ToHaveURLAsync(TwoTerms());
        await Expect(page.Locator(".facets input:checked")).ToHaveCountAsync(2);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_operator_narrows_by_working_hours_and_an_office_is_offered_no_such_term()
    {
        var page = await site.OpenAs("operator", "/members");
        await page.Locator(".facets details summary").ClickAsync();
        await page.Locator("#term-hours").SelectOptionAsync("none");
        await page.Locator("#term-hours-month").FillAsync("80..");
        await page.Locator("#term-hours-month").PressAsync("Enter");
        await page.WaitForURLAsync("**hours=none*");
        await Expect(page.Locator(".chips .chip")).ToContainTextAsync(["労働時間を記録する勤務先なし", "80〜"]);
        // Whose hours nobody keeps has no hours.
        await Expect(page.Locator("main .empty")).ToContainTextAsync("見つかりませんでした");
        await page.Context.CloseAsync();

        page = await site.OpenAs("office:JMA", "/members?hours=none");
        await Expect(page.Locator(".chips .chip span").First).ToHaveTextAsync("hours");
        await Expect(page.Locator("main table tbody tr")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();

        page = await site.OpenAs("office:JMA", "/members");
        await page.Locator(".facets details summary").ClickAsync();
        await Expect(page.Locator("#term-dues")).ToBeVisibleAsync();
        await Expect(page.Locator("#term-hours, #term-interview-need, #term-hours-month")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Pages_go_forwards_and_back_by_keyboard()
    {
        var page = await site.OpenAs("office:JMA", "/members");
        var first = await Rows(page).First.Locator(".name").InnerTextAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "次のページ" }).PressAsync("Enter");
        await page.WaitForURLAsync("**cursor=*");
        await page.GetByRole(AriaRole.Link, new() { Name = "前のページ" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "前のページ" })).ToHaveCountAsync(0);
        await Expect(Rows(page).First.Locator(".name")).ToHaveTextAsync(first);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_filter_is_kept_under_a_name_for_the_office_and_found_by_a_colleague()
    {
        var name = $"近い人 {Guid.NewGuid():N}"[..16];
        var page = await site.OpenAs("office:26", "/members?credits=near,far&sort=-total");
        await page.GetByText("この絞り込みを保存").First.ClickAsync();
        await page.Locator("#filter-name").FillAsync(name);
        await page.GetByLabel("同じ事務局の人にも見せる").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "この絞り込みを保存" }).ClickAsync();
        await Expect(page.Locator(".saved li")).ToContainTextAsync([name]);
        await page.Context.CloseAsync();

        var other = await site.OpenAs("office:26", "/members");
        await other.Locator(".saved a", new() { HasText = name }).ClickAsync();
        await other.WaitForURLAsync("**credits=near%2Cfar&sort=-total");
        await Expect(other.Locator(".chips .chip")).ToContainTextAsync("あと少し");
        await other.Locator(".saved li", new() { HasText = name }).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(other.Locator(".saved a", new() { HasText = name })).ToHaveCountAsync(0);
        await other.Context.CloseAsync();
        var stranger = await site.OpenAs("office:13", "/members");
        await Expect(stranger.Locator(".saved a", new() { HasText = name })).ToHaveCountAsync(0);
        await stranger.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_filtered_is_exported_fetched_and_found_again()
    {
        var page = await site.OpenAs("office:JMA", "/members?category=a1");
        var meant = await Found(page);
        await page.Locator("#export").ClickAsync();
        await page.GetByLabel("CSV（UTF-8）").CheckAsync();
        await page.Locator("#begin-export").ClickAsync();
        var link = page.Locator("#fetch");
        await Expect(link).ToBeVisibleAsync(new() { Timeout = WorkedWithinMs });
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        await using var file = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(file);
        var lines = (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("会員番号,氏名,フリガナ", lines[0], StringComparison.Ordinal);
        Assert.Equal(meant, lines.Length - 1);
        Assert.All(lines.Skip(1), l => Assert.Contains(",A1,", l, StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Link, new() { Name = "あとで見る" }).ClickAsync();
        await page.WaitForURLAsync("**/works/*");
        await Expect(page.Locator("#fetch")).ToBeVisibleAsync();
        var address = page.Url;
        await page.Context.CloseAsync();
        var other = await site.OpenAs("office:26", new Uri(address).AbsolutePath);
        await Expect(other.Locator("main")).ToContainTextAsync("見つかりません");
        await other.Context.CloseAsync();
    }

    [Fact]
    public async Task Passes_of_everybody_that_matches_are_taken_back_with_a_reason_on_a_phone_too()
    {
        var page = await site.OpenAs("office:26-001", "/members", phone: true);
        await Rows(page).First.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^該当する全員") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "QRパスの取消し" }).ClickAsync();
        await page.Locator("#reason").FillAsync("端末の紛失が相次いだため");
        await page.GetByRole(AriaRole.Button, new() { Name = "始める" }).ClickAsync();
        await page.WaitForURLAsync("**/works/*");
        await Expect(page.Locator(".work .chip")).ToContainTextAsync("完了", new() { Timeout = WorkedWithinMs });
        await Expect(page.Locator(".work dl dd").Nth(2)).ToHaveTextAsync("0");
        await page.Context.CloseAsync();
    }

    [GeneratedRegex(@"\?[a-z-]+=[^&]+&[a-z-]+=[^&]+$")]
    private static partial Regex TwoTerms();

    [GeneratedRegex(@"^該当 [\d,]+ 人$")]
    private static partial Regex Counted();

    [GeneratedRegex(@"\D")]
    private static partial Regex Digits();
}
