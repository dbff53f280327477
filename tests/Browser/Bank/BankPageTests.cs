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
    public async Task A_member_registers_her_account_the_treasurer_has_dues_drawn_and_the_banks_answer_books_them()
    {
        const string own = "0158-100-1-0034002";
        await site.Api.SendAs("office:34-002:treasurer", "/api/v1/associations/34-002/bank-accounts", new { account = own, name = "ミホンイシカイ" });
        var member = await site.Api.RegisterMember("debit-one", "振替 花子", "フリカエ ハナコ", "34-002", "2026-04-01");
        await site.Api.Send($"/api/v1/members/{member}/dues/assessments", new { year = Api.FiscalYear, post = true });
        var hers = await site.OpenAs($"member:{member}", $"/members/{member}/dues");
        await hers.GetByRole(AriaRole.Button, new() { Name = "口座を見る・登録する" }).ClickAsync();
        await hers.Locator("#debit-bank").FillAsync("158");
        await hers.Locator("#debit-branch").FillAsync("200");
        await hers.Locator("#debit-number").FillAsync("7654321");
        await hers.Locator("#debit-holder").FillAsync("花子");
        await hers.GetByRole(AriaRole.Button, new() { Name = "この口座から引き落とす" }).ClickAsync();
        await Expect(hers.Locator("#debit-holder-bad")).ToContainTextAsync("カタカナ");
        await Expect(hers.Locator("#debit-number-bad")).ToHaveCountAsync(0);
        await hers.Locator("#debit-holder").FillAsync("フリカエ ハナコ");
        await hers.GetByRole(AriaRole.Button, new() { Name = "この口座から引き落とす" }).ClickAsync();
        await Expect(hers.Locator("[aria-labelledby=h-debit] dl")).ToContainTextAsync("0158-200-1-7654321");

        var page = await site.OpenAs("office:34-002:treasurer", "/bank/34-002?tab=debits");
        await page.Locator("#debit-until").FillAsync($"{Api.FiscalYear + 1}-03-31");
        await page.Locator("#debit-client").FillAsync("1234567890");
        await page.GetByRole(AriaRole.Button, new() { Name = "依頼を作る" }).ClickAsync();
        var batch = page.Locator("tr[data-batch]");
        await Expect(batch).ToContainTextAsync("結果待ち");
        await Expect(hers.Locator("[data-drawn]")).ToContainTextAsync("督促はお送りしません");
        var bytes = await File(page, batch);
        Assert.Contains("7654321", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);

        // The bank answers: the line was paid. Result code 0 is the character after the payer's number; counts of the trailer follow.
        await batch.GetByRole(AriaRole.Button, new() { Name = "内訳" }).ClickAsync();
        await Site.TakesFiles(page, "#debit-result");
        await page.Locator("#debit-result").SetInputFilesAsync(new FilePayload { Name = "result.txt", MimeType = "text/plain", Buffer = Answered(bytes) });
        await Expect(batch).ToContainTextAsync("完了");
        await Expect(hers.Locator("[aria-labelledby=h-payments]")).ToContainTextAsync("口座振替");
        await Expect(hers.Locator("[data-drawn]")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
        await hers.Context.CloseAsync();
    }

    static async Task<byte[]> File(IPage page, ILocator batch)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => batch.GetByRole(AriaRole.Button, new() { Name = "銀行に送るファイル" }).ClickAsync());
        return await System.IO.File.ReadAllBytesAsync(await download.PathAsync());
    }

    [Fact]
    public async Task A_batch_whose_member_ended_her_agreement_says_so_instead_of_a_file_and_is_made_anew()
    {
        const string office = "34-003", own = "0158-100-1-0034003";
        await site.Api.SendAs($"office:{office}:treasurer", $"/api/v1/associations/{office}/bank-accounts", new { account = own, name = "ミホンイシカイ" });
        List<string> members = [];
        foreach (var name in (string[])["一子", "二子"])
        {
            var member = await site.Api.RegisterMember($"debit-{name}", $"振替 {name}", "フリカエ カズコ", office, "2026-04-01");
            await site.Api.Send($"/api/v1/members/{member}/dues/assessments", new { year = Api.FiscalYear, post = true });
            await site.Api.Send($"/api/v1/members/{member}/dues/debit", new { account = "0158-200-1-7654321", holder = "フリカエ" }, HttpMethod.Put);
            members.Add(member);
        }
        var page = await site.OpenAs($"office:{office}:treasurer", $"/bank/{office}?tab=debits");
        await Draw();
        var batch = page.Locator("tr[data-batch]");
        await Expect(batch).ToContainTextAsync("結果待ち");

        await site.Api.Send($"/api/v1/members/{members[0]}/dues/debit/end", new { reason = "本人の申出" });
        await batch.GetByRole(AriaRole.Button, new() { Name = "銀行に送るファイル" }).ClickAsync();
        await Expect(page.Locator("[data-no-file]")).ToContainTextAsync("1人が口座振替をやめています");

        await batch.GetByRole(AriaRole.Button, new() { Name = "内訳" }).ClickAsync();
        await Expect(page.Locator("li", new() { HasText = "振替 一子" })).ToContainTextAsync("結果待ち");
        await page.Locator("#debit-reason").FillAsync(" ");
        await page.GetByRole(AriaRole.Button, new() { Name = "取り下げる" }).ClickAsync();
        await Expect(page.Locator("#debit-reason-bad")).ToBeVisibleAsync();
        await Expect(page.Locator("#debit-result-bad")).ToHaveCountAsync(0);
        await page.Locator("#debit-reason").FillAsync("一人がやめたため");
        await page.GetByRole(AriaRole.Button, new() { Name = "取り下げる" }).ClickAsync();
        await Expect(batch).ToContainTextAsync("取り下げ");

        await Draw();
        await Expect(batch).ToHaveCountAsync(2);
        var anew = batch.Filter(new() { HasText = "結果待ち" });
        Assert.Contains("7654321", Encoding.Latin1.GetString(await File(page, anew)), StringComparison.Ordinal);
        await page.Context.CloseAsync();

        async Task Draw()
        {
            await page.Locator("#debit-until").FillAsync($"{Api.FiscalYear + 1}-03-31");
            await page.Locator("#debit-client").FillAsync("1234567890");
            await page.GetByRole(AriaRole.Button, new() { Name = "依頼を作る" }).ClickAsync();
        }
    }

    /// <summary>The batch as a bank gives it back when everything was paid: a 0 in each line, and what was paid in the trailer.</summary>
    static byte[] Answered(byte[] sent)
    {
        var records = Encoding.Latin1.GetString(sent).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < records.Length; i++)
        {
            var r = records[i].ToCharArray();
            if (r[0] == '2') r[111] = '0';
            if (r[0] == '8') records[i][1..19].CopyTo(0, r, 19, 18);
            records[i] = new string(r);
        }
        return Encoding.Latin1.GetBytes(string.Join("\r\n", records) + "\r\n");
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
