using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser.Proofs;

/// <summary>A certificate of attendance from its first issue over a correction and a revocation to the one that holds.</summary>
[Collection("screen")]
public sealed class CertificateTests(Site site)
{
    [Fact]
    public async Task After_a_correction_and_after_a_revocation_member_and_host_issue_the_current_one_and_the_old_one_names_it()
    {
        var session = await site.Api.OpenSeminar("訂正のある研修会", ago: 200);
        var (member, card) = await site.Api.Member(21);
        var began = Api.Minute().AddMinutes(-200);
        await site.Api.Tap(session, card, "in", began.AddMinutes(-5));
        await site.Api.Tap(session, card, "out", began.AddMinutes(195));
        await site.Api.Close(session);
        await site.Api.Confirm(session);

        // The host issues it, and then finds that the second talk was left early.
        var host = await site.OpenAs("host:26", $"/seminars/{session}/roll");
        await host.GetByRole(AriaRole.Button, new() { Name = "証明書" }).ClickAsync();
        var dialog = host.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("まだ発行していません");
        await host.RunAndWaitForDownloadAsync(() => dialog.GetByRole(AriaRole.Link, new() { Name = "最新の証明書を発行する" }).ClickAsync());
        await dialog.GetByRole(AriaRole.Button, new() { Name = "閉じる" }).ClickAsync();
        var first = (await site.Api.Get($"/api/v1/members/{member}/certificates?session={session}"))[0].GetProperty("code").GetString()!;
        await site.Api.Decide(session, member, 2, "deny", "途中で退出");

        var page = await site.OpenAs($"member:{member}", $"/members/{member}/credits", phone: true);
        var line = page.Locator(".certificates li", new() { HasTextString = "訂正のある研修会" });
        await Expect(line).ToHaveAttributeAsync("data-standing", "Changed");
        await page.RunAndWaitForDownloadAsync(() => line.GetByRole(AriaRole.Link, new() { Name = "最新の証明書を発行する" }).ClickAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "一覧を読み直す" }).ClickAsync();
        await page.Locator(".panel details summary", new() { HasTextString = "有効な証明書" }).ClickAsync();
        await Expect(line).ToHaveAttributeAsync("data-standing", "Current");
        var second = await line.Locator("code").InnerTextAsync();

        await page.GotoAsync($"{site.Address}/verify/{first}");
        await Expect(page.Locator("[data-outcome]")).ToHaveAttributeAsync("data-outcome", "Superseded");
        await page.GetByRole(AriaRole.Link, new() { Name = second }).ClickAsync();
        await Expect(page.Locator("[data-outcome]")).ToHaveAttributeAsync("data-outcome", "Valid");

        // Revoked by mistake: the member is told whom to ask, the host allows it again.
        await Site.Reload(host);
        await host.GetByRole(AriaRole.Button, new() { Name = "証明書" }).ClickAsync();
        await Reason(host, "取り消す", "別の人に発行した");
        await Expect(dialog.Locator("li")).ToHaveAttributeAsync("data-standing", "Revoked");
        await page.GotoAsync($"{site.Address}/members/{member}/credits");
        await Expect(line).ToContainTextAsync("主催者または所属の医師会にお申し出ください");
        await Expect(line.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Reason(host, "再発行を認める", "本人のものだった");
        await Expect(dialog.Locator("li")).ToHaveAttributeAsync("data-standing", "Reissuable");
        await page.ReloadAsync();
        await page.RunAndWaitForDownloadAsync(() => line.GetByRole(AriaRole.Link, new() { Name = "最新の証明書を発行する" }).ClickAsync());

        await page.GotoAsync($"{site.Address}/verify/{second}");
        await Expect(page.Locator("[data-outcome]")).ToHaveAttributeAsync("data-outcome", "Revoked");
        await Expect(page.Locator("[data-outcome]")).ToContainTextAsync("新しい証明書に替わっています");
        foreach (var opened in new[] { host, page }) await opened.Context.CloseAsync();
    }

    /// <summary>Presses in the dialog that is open, and says why in the one that asks.</summary>
    static async Task Reason(IPage page, string name, string why)
    {
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await page.Locator("#reason").FillAsync(why);
        await page.GetByRole(AriaRole.Dialog).Last.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        await Expect(page.Locator("#reason")).ToHaveCountAsync(0);
    }
}
