using System.Security.Cryptography;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser.Accounts;

/// <summary>Signing in as people do: password, authenticator, passkey; choosing a function; acting for a member.</summary>
[Collection("screen")]
public sealed class SignInTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    [Fact]
    public async Task A_password_opens_the_page_one_wanted_in_ones_own_function_and_signing_out_closes_it()
    {
        var page = await site.Window();
        await site.SignIn(page, "prefecture@demo.example", "/members");
        await Expect(page).ToHaveURLAsync($"{site.Address}/members");
        await Expect(page.Locator("header [data-function]")).ToContainTextAsync("京都府医師会 事務局");
        await Site.Linked(page);

        var other = await page.Context.NewPageAsync();
        await other.GotoAsync($"{site.Address}/account");
        await other.ClickAsync("form[action='/sign-out'] button");
        await Expect(other).ToHaveURLAsync($"{site.Address}/sign-in");
        // The window that was open shows nothing any more, without a click.
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"), new() { Timeout = 15_000 });
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_authenticator_is_set_up_from_its_page_and_asked_for_at_the_next_sign_in()
    {
        var page = await site.Window(phone: true);
        await site.SignIn(page, "auditor@demo.example", "/account");
        await page.ClickAsync("a[href='/account/two-step']");
        await Expect(page.Locator("svg.qr")).ToBeVisibleAsync();
        var key = (await page.InnerTextAsync("#key")).Replace(" ", "");
        await page.FillAsync("#code", Code(key));
        await page.ClickAsync("main form button.go");
        await Expect(page.Locator("ul.codes li")).ToHaveCountAsync(10);

        var again = await site.Window(phone: true);
        await site.SignIn(again, "auditor@demo.example", "/account");
        await Expect(again).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in/second"));
        List<string> faults = [];
        await Look(again, new Uri(again.Url).PathAndQuery, faults);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        await again.FillAsync("#code", Code(key, 1));
        await again.ClickAsync("main form button.go");
        await Expect(again).ToHaveURLAsync($"{site.Address}/account");
        await again.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_passkey_is_added_and_signs_in_without_a_password()
    {
        var page = await site.Window();
        await site.SignIn(page, "treasurer@demo.example", "/account");
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true },
        });
        await page.ClickAsync("[data-passkey=add] button.wide");
        await Expect(page.Locator("[data-passkey=add] li")).ToHaveCountAsync(1);

        await page.ClickAsync("form[action='/sign-out'] button");
        await page.GotoAsync($"{site.Address}/sign-in?back=/account");
        await page.ClickAsync("[data-passkey=sign-in] button.wide");

        await Expect(page).ToHaveURLAsync($"{site.Address}/account");
        await Expect(page.Locator("main")).ToContainTextAsync("treasurer@demo.example");
        await Expect(page.Locator("[aria-labelledby=h-sessions]")).ToContainTextAsync("パスキー");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Whoever_has_two_functions_chooses_acts_for_a_member_and_stops_with_one_click()
    {
        var page = await site.Window();
        var member = site.Member("member@demo.example");
        await site.SignIn(page, "clerk@demo.example", $"/members/{member}");
        await page.Locator("main section", new() { HasText = "事務局" }).Locator("button").ClickAsync();
        await Expect(page).ToHaveURLAsync($"{site.Address}/members/{member}");
        await Site.Linked(page);

        await page.ClickAsync(".act-for summary");
        await page.FillAsync(".act-for input[name=reason]", "パソコンをお持ちでない");
        await page.ClickAsync(".act-for button");
        await Expect(page.Locator(".acting")).ToContainTextAsync(member);
        await page.GotoAsync($"{site.Address}/programs");
        await Expect(page.Locator(".acting")).ToContainTextAsync(member);
        await Site.Linked(page);
        await page.ClickAsync(".acting button");

        await Expect(page.Locator(".acting")).ToHaveCountAsync(0);
        await Expect(page).ToHaveURLAsync($"{site.Address}/programs");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_deputy_is_named_for_some_days_is_told_whose_place_it_is_on_every_page_and_has_it_no_more_when_it_is_ended()
    {
        var away = await site.Window();
        await site.SignIn(away, "approver@demo.example", "/account/functions");
        await away.FillAsync("#l-address", "workplace@demo.example");
        await away.FillAsync("#l-until", $"{TimeProvider.System.GetUtcNow().AddDays(3):yyyy-MM-dd}");
        await away.FillAsync("#l-reason", "学会で不在");
        await away.ClickAsync("form[action='/account/functions/lend'] button[type=submit]");
        await Expect(away.Locator("[data-loan]")).ToContainTextAsync("代理中");
        await Expect(away.Locator("[data-loan]")).ToContainTextAsync("学会で不在");

        var deputy = await site.Window();
        // A loan changes nothing by itself: it is chosen.
        await site.SignIn(deputy, "workplace@demo.example", "/function");
        await deputy.Locator("main section", new() { HasText = "代理" }).Locator("button").ClickAsync();
        await deputy.WaitForURLAsync("**/offices/*");
        await Expect(deputy.Locator("[data-deputy]")).ToContainTextAsync("承認 見本");
        await Site.Linked(deputy);
        await deputy.Locator("nav.tabs a[href='/members']").ClickAsync();
        await Expect(deputy.Locator("[data-deputy]")).ToContainTextAsync("代理中");

        await away.Locator("[data-loan] button").ClickAsync();
        await Expect(away.Locator("[data-loan]")).ToHaveCountAsync(0);
        await Expect(away.Locator("main")).ToContainTextAsync("終わった代理 1 件");
        await Expect(deputy).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/function"), new() { Timeout = 15_000 });
        await deputy.Context.CloseAsync();
        await away.Context.CloseAsync();
    }

    static readonly string[] Open = ["/sign-in", "/join", "/join/go?code=x", "/forgotten", "/forgotten/x?code=x"];

    static readonly string[] Own = ["/account", "/account/password", "/account/two-step", "/account/functions", "/account/history", "/function"];

    /// <summary>Pages of accounts that are looked at; the second step, which has to be asked for, where it is.</summary>
    public static IReadOnlyList<string> Looked => [.. Open, .. Own, "/sign-in/second"];

    [Theory, InlineData("ja"), InlineData("en")]
    public async Task The_pages_of_accounts_pass_axe_in_both_themes_and_fit_a_phone(string language)
    {
        var page = await site.Window(language);
        List<string> faults = [];
        foreach (var open in Open) await Look(page, open, faults);
        await site.SignIn(page, "jma@demo.example", "/account");
        foreach (var own in Own) await Look(page, own, faults);
        await page.Context.CloseAsync();

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory, InlineData("member", "ja"), InlineData("member", "en"), InlineData("prefecture", "ja"), InlineData("operator", "ja"), InlineData("workplace", "en"), InlineData("host", "en")]
    public async Task What_a_function_begins_with_fits_a_phone_and_passes_axe_for_whoever_signed_in(string who, string language)
    {
        var page = await site.Window(language, phone: true);
        await site.SignIn(page, $"{who}@demo.example", "/");
        await Site.Linked(page);
        List<string> faults = [.. await Looks.Phone(page, who), .. await Looks.Overfull(page, who), .. await Looks.Axe(page, who)];
        await page.Context.CloseAsync();

        Assert.Empty(faults);
    }

    async Task Look(IPage page, string path, List<string> faults)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await Looks.Theme(page, scheme);
            await page.GotoAsync(site.Address + path);
            faults.AddRange(await Looks.Axe(page, $"{path} {scheme}"));
        }

        faults.AddRange(await Looks.Phone(page, path));
        await page.SetViewportSizeAsync(1360, 830);
    }

    /// <summary>What an authenticator shows now (RFC 6238), or some half minutes from now.</summary>
    static string Code(string key, int steps = 0)
    {
        var bits = string.Concat(key.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = BitConverter.GetBytes(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30 + steps);
        Array.Reverse(step);
        var hash = HMACSHA1.HashData(secret, step);
        var at = hash[^1] & 15;
        return $"{((hash[at] & 127) << 24 | hash[at + 1] << 16 | hash[at + 2] << 8 | hash[at + 3]) % 1_000_000:D6}";
    }
}
