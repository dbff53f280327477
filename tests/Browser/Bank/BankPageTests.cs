using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser.Bank;

/// <summary>A treasurer brings a bank's file: what names its payer is booked, the rest is matched, put aside, and taken back; the books agree with the bank throughout.</summary>
[Collection("screen")]
public sealed class BankPageTests(Site site)
{
    const string Office = "33-001", Account = "0158-100-1-0033001";

    async Task<(string Id, long Open)> Billed(string key, string name, string kana)
    {
        var member = await site.Api.RegisterMember(key, name, kana, Office, "2026-04-01");
        await site.Api.Send($"/api/v1/members/{member}/dues/assessments", new { year = Api.FiscalYear, post = true });
        return (member, (await site.Api.Get($"/api/v1/members/{member}/dues")).GetProperty("statements")[0].GetProperty("open").GetInt64());
    }

    /// <summary>The payer's number, as a bank file would carry it: eight digits of the member's and ISO 7064 MOD 97-10.</summary>
    static string Number(string member)
    {
        var serial = long.Parse(member, CultureInfo.InvariantCulture) - 1_000_000_000;
        return string.Create(CultureInfo.InvariantCulture, $"{serial:D8}{98 - (serial * 100 % 97):D2}");
    }

    [Fact]
    public async Task A_file_is_looked_at_taken_matched_and_reconciled()
    {
        var (one, other) = (await Billed("bank-one", "入金 花子", "ニュウキン ハナコ"), await Billed("bank-two", "入金 太郎", "ニュウキン タロウ"));
        var page = await site.OpenAs($"office:{Office}:treasurer", $"/bank/{Office}?tab=accounts");
        await page.Locator("#acc-bank").FillAsync("158");
        await page.Locator("#acc-branch").FillAsync("100");
        await page.Locator("#acc-number").FillAsync("33001");
        await page.Locator("#acc-name").FillAsync("見本医師会");
        await page.GetByRole(AriaRole.Button, new() { Name = "登録する" }).ClickAsync();
        await Expect(page.Locator("[aria-labelledby=h-accounts]")).ToContainTextAsync(Account);

        await page.GetByRole(AriaRole.Link, new() { Name = "未処理" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("tab=", StringComparison.Ordinal));
        await Site.TakesFiles(page, "#bank-file");
        var day = $"{Api.Minute():yyyy-MM-dd}";
        var csv = $"日付,入金額,摘要\n{day},{one.Open},{Number(one.Id)} ﾆﾕｳｷﾝ ﾊﾅｺ\n{day},{other.Open},ﾆﾕｳｷﾝ ﾀﾛｳ\n{day},5000,ｹﾝｼﾕｳ\n";
        var file = new FilePayload { Name = "meisai.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) };
        await page.Locator("#bank-file").SetInputFilesAsync(new FilePayload { Name = "bad.csv", MimeType = "text/csv", Buffer = "日付,入金額,摘要\n昨日,5,A\n"u8.ToArray() });
        await Expect(page.Locator("#bank-file-bad")).ToContainTextAsync("Line 2");
        await page.Locator("#bank-file").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "3件を取り込む" }).ClickAsync();

        var totals = page.Locator($"tr[data-account='{Account}']");
        await Expect(page.Locator("[aria-labelledby=h-lines] tbody tr")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "入金 太郎 に消し込む" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "消し込む" }).ClickAsync();
        await Expect(page.Locator("[aria-labelledby=h-lines] tbody tr")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "処理する" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByText("対象外").First.ClickAsync();
        await dialog.Locator("#bank-reason").FillAsync("受講料");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "記録する" }).ClickAsync();
        await Expect(page.Locator("[aria-labelledby=h-lines]")).ToContainTextAsync("明細はありません");
        await Expect(totals).ToContainTextAsync("一致");

        // The same file again is known, and its payments are there once.
        await page.Locator("#bank-file").SetInputFilesAsync(file);
        await Expect(page.Locator("main")).ToContainTextAsync("すべて取込済です。");
        foreach (var (id, open) in new[] { one, other })
        {
            var payments = (await site.Api.Get($"/api/v1/members/{id}/dues")).GetProperty("payments");
            Assert.Equal((1, open), (payments.GetArrayLength(), payments[0].GetProperty("amount").GetInt64()));
        }

        var receipt = await page.Context.APIRequest.GetAsync($"{site.Address}/documents/{one.Id}/dues-receipt/1.pdf");
        Assert.Equal((200, "%PDF"), (receipt.Status, Encoding.ASCII.GetString((await receipt.BodyAsync())[..4])));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_somebody_else_brings_and_decides_is_seen_without_reload_and_counted_on_the_offices_home()
    {
        const string office = "33-002", account = "0158-100-1-0033002";
        await site.Api.Send($"/api/v1/associations/{office}/bank-accounts", new { account, name = "見本医師会" });
        var page = await site.OpenAs($"office:{office}:treasurer", $"/bank/{office}");
        var home = await site.OpenAs($"office:{office}:treasurer", $"/offices/{office}");
        var (lines, waiting) = (page.Locator("[aria-labelledby=h-lines] tbody tr"), home.Locator("[data-work='bank-lines'] .n"));
        await Expect(page.Locator("[aria-labelledby=h-lines]")).ToContainTextAsync("明細はありません");
        await Expect(waiting).ToHaveTextAsync("0");
        await page.EvaluateAsync("() => { window.kept = true; }");

        using var http = new HttpClient { BaseAddress = new Uri(site.Address) };
        using var csv = new StringContent($"日付,入金額,摘要\n{Api.Minute():yyyy-MM-dd},5000,ｹﾝｼﾕｳ\n", Encoding.UTF8, "text/csv");
        Assert.True((await http.PostAsync(new Uri($"/api/v1/associations/{office}/bank-files?account={account}", UriKind.Relative), csv, TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        await Expect(lines).ToHaveCountAsync(1);
        await Expect(waiting).ToHaveTextAsync("1");

        var line = (await site.Api.Get($"/api/v1/associations/{office}/bank-lines"))[0];
        await site.Api.Send($"/api/v1/associations/{office}/bank-lines/settle", new { account, line = line.GetProperty("key").GetString(), turn = 0, status = "aside", reason = "受講料" });
        await Expect(page.Locator("[aria-labelledby=h-lines]")).ToContainTextAsync("明細はありません");
        await Expect(waiting).ToHaveTextAsync("0");
        Assert.True(await page.EvaluateAsync<bool>("() => window.kept === true"));
        await page.Context.CloseAsync();
        await home.Context.CloseAsync();
    }
}
