using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser.Programs;

/// <summary>A program from the empty form to the open door, each step by whoever takes it.</summary>
[Collection("screen")]
public sealed class ProgramTests(Site site)
{
    const string Title = "産業医と生涯教育の研修会", Why = "実地の科目を選び直してください";

    [Fact]
    public async Task A_host_writes_a_program_two_offices_decide_and_it_is_published_and_opened()
    {
        var host = await site.OpenAs("host:26", "/programs/new");
        await Press(host, "準備中として保存");
        await Expect(host.Locator("#p-title")).ToHaveAttributeAsync("aria-invalid", "true");
        await host.Locator("#p-title").FillAsync(Title);
        await host.Locator("#p-place").FillAsync("京都府医師会館");
        await Talk(host, 1, "過重労働対策", "8");
        await Talk(host, 2, "地域医療の連携", "12");
        await host.Locator("fieldset.talkrow").First.GetByText("種類と他の制度の単位").ClickAsync();
        await host.Locator("#t1-Occupational").SelectOptionAsync("41");
        await Press(host, "準備中として保存");
        await Expect(host.Locator("h1")).ToHaveTextAsync(Title);
        var path = new Uri(host.Url).AbsolutePath;

        await Sure(host, "承認を申請する");
        await Stands(host, "生涯教育", "承認待ち");
        await Stands(host, "産業医", "承認待ち");
        var member = await site.OpenAs($"member:{(await site.Api.Member(44)).Id}", path);
        await Expect(member.Locator("main")).Not.ToContainTextAsync(Title);

        // The nation's office finds it in its inbox and decides on its own scheme alone.
        var nation = await site.OpenAs("office:JMA", "/approvals");
        await nation.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await Expect(nation.GetByRole(AriaRole.Button, new() { Name = "承認する" })).ToHaveCountAsync(1);
        await Press(nation, "差し戻す");
        var dialog = nation.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "差し戻す" }).ClickAsync();
        await Expect(dialog.Locator("#reason")).ToHaveAttributeAsync("aria-invalid", "true");
        await dialog.Locator("#reason").FillAsync(Why);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "差し戻す" }).ClickAsync();
        await Expect(nation.Locator("main")).ToContainTextAsync(Why);

        var prefecture = await site.OpenAs("office:26", path);
        await Sure(prefecture, "承認する");
        await Stands(prefecture, "生涯教育", "承認済");

        // What concerns the one scheme leaves the other's approval alone.
        await Site.Reload(host);
        await Expect(host.Locator("main")).ToContainTextAsync(Why);
        await host.GetByRole(AriaRole.Link, new() { Name = "内容を直す" }).ClickAsync();
        await host.Locator("#t1-Occupational").SelectOptionAsync("30");
        await Press(host, "変更を保存");
        await Expect(host.Locator("h1")).ToHaveTextAsync(Title);
        await Stands(host, "生涯教育", "承認済");
        await Sure(host, "承認を申請する");
        await Site.Reload(nation);
        await Expect(nation.Locator("main")).ToContainTextAsync("前回の判断からの変更 1 か所");
        await Sure(nation, "承認する");
        await Stands(nation, "産業医", "承認済");

        await Site.Reload(host);
        await Sure(host, "公開する");
        await Expect(host.Locator(".title")).ToContainTextAsync("公開中");
        await Site.Reload(member);
        await Expect(member.Locator("h1")).ToHaveTextAsync(Title);
        await Expect(member.GetByRole(AriaRole.Button, new() { Name = "受付を開く" })).ToHaveCountAsync(0);
        await Sure(host, "受付を開く");
        await Expect(host.GetByRole(AriaRole.Link, new() { Name = "受付", Exact = true })).ToBeVisibleAsync();
        foreach (var page in new[] { host, member, nation, prefecture }) await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_has_to_be_attended_in_a_hall_is_refused_of_a_program_on_the_web_when_it_is_written_and_how_it_is_held_is_shown_and_sought()
    {
        var title = $"実地研修 {Guid.NewGuid():N}"[..14];
        var host = await site.OpenAs("host:26", "/programs/new");
        await host.Locator("#p-title").FillAsync(title);
        await host.Locator("#p-place").FillAsync("オンライン");
        await Talk(host, 1, "作業環境の測定実習", "8");
        await Talk(host, 2, "地域医療の連携", "12");
        await host.Locator("fieldset.talkrow").First.GetByText("種類と他の制度の単位").ClickAsync();
        await host.Locator("#t1-Occupational").SelectOptionAsync("42");
        await host.Locator(".choices").GetByText("ウェブ", new() { Exact = true }).ClickAsync();
        await Press(host, "準備中として保存");
        await Expect(host.Locator("form.panel [role=alert]").First).ToContainTextAsync("この科目はWebでは取得できません");
        await Expect(host.Locator("form.panel [role=alert]").First).ToContainTextAsync("occupational.web");

        await host.Locator(".choices").GetByText("会場・ウェブ併用", new() { Exact = true }).ClickAsync();
        await Press(host, "準備中として保存");
        await Expect(host.Locator("h1")).ToHaveTextAsync(title);
        await Expect(host.Locator(".title")).ToContainTextAsync("会場・ウェブ併用");
        await Expect(host.Locator("tr", new() { HasTextString = "作業環境の測定実習" })).ToContainTextAsync("会場のみ");
        await Expect(host.Locator("tr", new() { HasTextString = "地域医療の連携" })).Not.ToContainTextAsync("会場のみ");

        await host.GetByRole(AriaRole.Link, new() { Name = "内容を直す" }).ClickAsync();
        await Expect(host.GetByRole(AriaRole.Radio, new() { Name = "会場・ウェブ併用" })).ToBeCheckedAsync();
        await host.Locator(".choices").GetByText("会場", new() { Exact = true }).ClickAsync();
        await Press(host, "変更を保存");
        await Expect(host.Locator(".title .chip.web")).ToHaveTextAsync("会場");
        await host.GotoAsync($"{site.Address}/programs?view=list&q={Uri.EscapeDataString(title)}&delivery=Hall");
        await Expect(host.Locator("main")).ToContainTextAsync(title);
        await host.GotoAsync($"{site.Address}/programs?view=list&q={Uri.EscapeDataString(title)}&delivery=Web");
        await Expect(host.Locator("main")).ToContainTextAsync("条件に合う研修会はありません");
        await host.Context.CloseAsync();
    }

    static async Task Talk(IPage page, int no, string title, string code)
    {
        await page.Locator($"#t{no}-t").FillAsync(title);
        await page.Locator($"#t{no}-p").FillAsync("見本 一郎");
        await page.Locator($"#t{no}-c").SelectOptionAsync(code);
    }

    static Task Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name }).First.ClickAsync();

    /// <summary>Presses, and says yes to what is asked.</summary>
    static async Task Sure(IPage page, string name)
    {
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    /// <summary>Where one scheme's approval stands, by its panel on the page.</summary>
    static Task Stands(IPage page, string scheme, string state) =>
        Expect(page.Locator(".approval", new() { Has = page.Locator("b", new() { HasTextString = scheme }) })).ToContainTextAsync(state);
}
