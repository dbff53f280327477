using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser.Credits;

/// <summary>A congress reported on a phone with its certificate, and what the office makes of it.</summary>
[Collection("screen")]
public sealed class ReportTests(Site site)
{
    static readonly byte[] Paper = Encoding.ASCII.GetBytes($"%PDF-1.4\n% {Guid.NewGuid()}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");

    [Fact]
    public async Task A_member_reports_a_congress_with_its_document_on_a_phone_and_the_office_opens_it_and_posts_it()
    {
        var (member, _) = await site.Api.Member(11);
        var title = $"日本医学会分科会 総会 {Guid.NewGuid():N}"[..22];
        var page = await site.OpenAs($"member:{member}", $"/members/{member}/credits", phone: true);
        await page.GetByRole(AriaRole.Link, new() { Name = "単位を申告する" }).First.ClickAsync();

        await page.FillAsync("#r-title", title);
        await page.FillAsync("#r-units", "1.5");
        await page.SelectOptionAsync("#r-code", "8");
        await page.GetByRole(AriaRole.Button, new() { Name = "申告する" }).ClickAsync();
        await Expect(page.Locator("#r-file-bad")).ToContainTextAsync("証明書類を添えてください");

        await page.SetInputFilesAsync("#r-file", new FilePayload { Name = "参加証.pdf", MimeType = "application/pdf", Buffer = Encoding.ASCII.GetBytes("MZ this is a program") });
        await Expect(page.Locator("#r-file-bad")).ToContainTextAsync("PDF・JPEG・PNG以外");
        await page.SetInputFilesAsync("#r-file", new FilePayload { Name = "参加証.pdf", MimeType = "application/pdf", Buffer = Paper });
        await Expect(page.Locator(".evidence .kept")).ToContainTextAsync("PDF");
        await page.GetByRole(AriaRole.Button, new() { Name = "申告する" }).ClickAsync();

        var entry = page.Locator("[data-entry^=report-]", new() { HasTextString = title });
        await Expect(entry).ToContainTextAsync("1.5");
        await Expect(entry).ToContainTextAsync("仮計上");
        await Expect(entry.Locator(".settle")).ToHaveCountAsync(0);
        Assert.Empty(await Looks.Phone(page, "report"));
        var link = (await entry.GetByRole(AriaRole.Link, new() { Name = "証明書類（PDF）" }).GetAttributeAsync("href"))!;
        await page.Context.CloseAsync();

        var office = await site.OpenAs("office:JMA", $"/members/{member}/credits");
        var seen = office.Locator("[data-entry^=report-]", new() { HasTextString = title });
        var download = await office.RunAndWaitForDownloadAsync(() => seen.GetByRole(AriaRole.Link, new() { Name = "証明書類（PDF）" }).ClickAsync());
        Assert.EndsWith(".pdf", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Equal(SHA256.HashData(Paper), SHA256.HashData(await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken)));
        await seen.GetByRole(AriaRole.Button, new() { Name = "確定する" }).ClickAsync();
        await Expect(seen.Locator(".settle")).ToHaveCountAsync(0);
        await Expect(seen).Not.ToContainTextAsync("仮計上");
        await office.Context.CloseAsync();

        var (other, _) = await site.Api.Member(12);
        var stranger = await site.OpenAs($"member:{other}", $"/members/{other}/credits");
        Assert.Equal(404, (await stranger.APIRequest.GetAsync(site.Address + link)).Status);
        await stranger.Context.CloseAsync();
    }

    [Fact]
    public async Task The_form_asks_what_the_method_asks_and_an_office_may_post_without_a_document()
    {
        var (member, _) = await site.Api.Member(13);
        var page = await site.OpenAs("office:JMA", $"/members/{member}/credits/report");
        await Expect(page.Locator("#r-score")).ToHaveCountAsync(0);
        await page.SelectOptionAsync("#r-method", "ELearning");
        await Expect(page.Locator("#r-score")).ToBeVisibleAsync();
        await Expect(page.Locator("#r-units")).ToBeDisabledAsync();

        await page.FillAsync("#r-title", "日医e-ラーニング 感染対策");
        await page.SelectOptionAsync("#r-code", "8");
        await page.FillAsync("#r-score", "79");
        await page.CheckAsync("#r-post");
        await page.GetByRole(AriaRole.Button, new() { Name = "記録する" }).ClickAsync();
        await Expect(page.Locator("form.report [role=alert]").First).ToContainTextAsync("cme.e-learning-score");
        await page.FillAsync("#r-score", "80");
        await page.GetByRole(AriaRole.Button, new() { Name = "記録する" }).ClickAsync();

        await Expect(page.Locator("[data-entry^=report-]").First).ToContainTextAsync("確定");
        await page.Context.CloseAsync();
    }
}
