using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser.Applications;

/// <summary>The whole way: a physician joins on her phone, three associations agree, the statement comes by itself, the bank's file pays it, and she has the receipt; nobody loads a page anew to see what another did.</summary>
[Collection("screen")]
public sealed class JoinPathTests(Site site)
{
    const string Local = "34-001";

    [Fact]
    public async Task A_physician_joins_on_her_phone_and_pays_by_the_bank_to_the_receipt()
    {
        var member = await site.Api.Register("path-join", "入会 花子", "ニュウカイ ハナコ");
        var phone = await site.OpenAs($"member:{member}", $"/members/{member}", phone: true);
        await phone.Locator("a[href='/applications/new?kind=join']").ClickAsync();
        await phone.WaitForURLAsync("**/applications/new*");
        await phone.Locator("#at").FillAsync("広島県福山市");
        await phone.Locator("[data-do=find]").ClickAsync();
        await phone.Locator($"#local-{Local}").CheckAsync();
        await Expect(phone.Locator("[data-trial=ok] [data-step]")).ToHaveCountAsync(3);
        await Expect(phone.Locator("[data-ends]")).ToContainTextAsync("日医医師賠償責任保険");
        Assert.Empty(await Looks.Phone(phone, "form"));
        await phone.Locator("button[data-do=submit]").ClickAsync();
        await phone.WaitForURLAsync($"**/applications/{member}.*");
        await Expect(phone.Locator("[data-status]")).ToHaveAttributeAsync("data-status", "Waiting");
        await phone.EvaluateAsync("() => { window.kept = true; }");

        foreach (var office in new[] { Local, "34", "JMA" })
        {
            var desk = await site.OpenAs($"office:{office}", "/applications");
            await desk.Locator($"tr[data-application^='{member}.'] a").ClickAsync();
            await desk.Locator("[data-do=approve]").ClickAsync();
            await Expect(desk.Locator($"[data-step='{office}']")).ToHaveAttributeAsync("data-word", "Approved");
            await Expect(phone.Locator($"[data-step='{office}']")).ToHaveAttributeAsync("data-word", "Approved");
            await desk.Context.CloseAsync();
        }

        await Expect(phone.Locator("[data-status]")).ToHaveAttributeAsync("data-status", "Done");
        Assert.True(await phone.EvaluateAsync<bool>("() => window.kept === true"));

        // Nobody sends the statement: it comes with the membership.
        var own = await site.OpenAs($"member:{member}", $"/members/{member}/dues", phone: true);
        await own.Locator("a[href$='.pdf']").First.WaitForAsync();
        var open = (await site.Api.Get($"/api/v1/members/{member}/dues")).GetProperty("statements")[0].GetProperty("open").GetInt64();
        Assert.True(open > 0);

        await Expect(own.Locator("[aria-labelledby=h-now] .big2")).ToHaveTextAsync(open.ToString("#,0", CultureInfo.InvariantCulture));
        var bank = await site.OpenAs($"office:{Local}:treasurer", $"/bank/{Local}?tab=accounts");
        await Account(bank);
        var serial = long.Parse(member, CultureInfo.InvariantCulture) - 1_000_000_000;
        var csv = string.Create(CultureInfo.InvariantCulture, $"日付,入金額,摘要\n{Api.Minute():yyyy-MM-dd},{open},{serial:D8}{98 - (serial * 100 % 97):D2} ﾆﾕｳｶｲ ﾊﾅｺ\n");
        await bank.Locator("#bank-file").SetInputFilesAsync(new FilePayload { Name = "meisai.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await bank.GetByRole(AriaRole.Button, new() { Name = "1件を取り込む" }).ClickAsync();

        await Expect(own.Locator("[aria-labelledby=h-now] .big2")).ToHaveTextAsync("0");
        await own.Locator("a[href$='/dues-receipt/1.pdf']").WaitForAsync();
        var receipt = await own.Context.APIRequest.GetAsync($"{site.Address}/documents/{member}/dues-receipt/1.pdf");
        Assert.Equal((200, "%PDF"), (receipt.Status, Encoding.ASCII.GetString((await receipt.BodyAsync())[..4])));
        foreach (var page in new[] { phone, own, bank }) await page.Context.CloseAsync();
    }

    /// <summary>The association's account at its bank.</summary>
    static async Task Account(IPage page)
    {
        await page.Locator("#acc-bank").FillAsync("158");
        await page.Locator("#acc-branch").FillAsync("100");
        await page.Locator("#acc-number").FillAsync("34001");
        await page.Locator("#acc-name").FillAsync("見本医師会");
        await page.GetByRole(AriaRole.Button, new() { Name = "登録する" }).ClickAsync();
        await Expect(page.Locator("[aria-labelledby=h-accounts]")).ToContainTextAsync("0034001");
        await page.GetByRole(AriaRole.Link, new() { Name = "未処理" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("tab=", StringComparison.Ordinal));
        await Site.TakesFiles(page, "#bank-file");
    }
}
