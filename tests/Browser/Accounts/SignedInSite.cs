using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace JmaActors.Tests.Browser.Accounts;

/// <summary>A site of its own at which people sign in, with the accounts its first start made. Passkeys want a name: it is reached as localhost.</summary>
public sealed class SignedInSite(Site site) : IAsyncLifetime
{
    readonly SiteProcess process = new(signIn: true);
    string accounts = "";

    public string Address => $"http://localhost:{process.Address.Port}";

    public async ValueTask InitializeAsync()
    {
        await process.Start();
        accounts = process.Accounts();
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    /// <summary>The member number in the line of an account.</summary>
    public string Member(string address) => Regex.Match(Line(address), "member ([0-9]{10})").Groups[1].Value;

    /// <summary>A browser window of its own.</summary>
    public async Task<IPage> Window(string language = "ja", bool phone = false)
    {
        var context = await site.Context(new()
        {
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1360, Height = 830 }, ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce,
        });
        await context.AddCookiesAsync([new() { Name = ".AspNetCore.Culture", Value = $"c={language}|uic={language}", Url = Address }]);
        return await context.NewPageAsync();
    }

    /// <summary>Signs in with the first password.</summary>
    public async Task SignIn(IPage page, string address, string back = "/")
    {
        await page.GotoAsync($"{Address}/sign-in?back={Uri.EscapeDataString(back)}");
        await page.FillAsync("#address", address);
        await page.FillAsync("#password", Line(address).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
        await page.ClickAsync("main form button[type=submit]");
    }

    string Line(string address) => accounts.Split('\n').Single(l => l.TrimStart().StartsWith(address, StringComparison.Ordinal));
}
