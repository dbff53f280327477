using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(JmaActors.Tests.Browser.Site))]

namespace JmaActors.Tests.Browser;

/// <summary>The site, a browser and a seminar to look at, shared by all tests.</summary>
public sealed class Site : IAsyncLifetime
{
    /// <summary>The first one found. The shell has no window around its pages, which are half of the work.</summary>
    static readonly string[] Browsers = ["chromium-headless-shell", "chromium", "google-chrome", "google-chrome-stable"];

    readonly SiteProcess process = new();
    IPlaywright? playwright;
    IBrowser? browser;

    public Api Api { get; private set; } = null!;

    public string Address => process.Address.ToString().TrimEnd('/');

    public async ValueTask InitializeAsync()
    {
        await process.Start();
        Api = new Api(process.Address);
        playwright = await Playwright.CreateAsync();
        browser = await Launch();
    }

    /// <summary>A browser; with further arguments, one of its own.</summary>
    public Task<IBrowser> Launch(params string[] more) => playwright!.Chromium.LaunchAsync(new()
    {
        ExecutablePath = OnPath(),
        Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", .. more],
    });

    /// <summary>A browser context of a test's own making.</summary>
    public Task<IBrowserContext> Context(BrowserNewContextOptions options) => browser!.NewContextAsync(options);

    /// <summary>A page whose context is changed before anything is loaded.</summary>
    public Task<IPage> OpenAfter(string path, Func<IBrowserContext, Task> before) => OpenIn(browser!, Address, path, before: before);

    /// <summary>A page of its own context: nothing is shared with other pages but the site.</summary>
    public Task<IPage> Open(string path, string language = "ja") => OpenAt(Address, path, language);

    /// <summary>A page as somebody else sees it, e.g. <c>office:26</c>.</summary>
    public async Task<IPage> OpenAs(string eyes, string path, bool phone = false)
    {
        var page = await Open($"/show/eyes?to={Uri.EscapeDataString(eyes)}&back={Uri.EscapeDataString(path)}");
        if (phone) await page.SetViewportSizeAsync(390, 844);
        return page;
    }

    /// <summary>Loads a page anew and waits for its link.</summary>
    public static async Task Reload(IPage page)
    {
        await page.ReloadAsync();
        await Linked(page);
    }

    /// <summary>The same of a site that a test started for itself.</summary>
    public Task<IPage> OpenAt(string address, string path, string language = "ja") => OpenIn(browser!, address, path, language);

    /// <summary>A static page, which has no link to wait for: a page of its own context, whole as soon as it is loaded.</summary>
    public async Task<IPage> OpenStatic(string path)
    {
        var page = await (await browser!.NewContextAsync(new() { ViewportSize = new() { Width = 1360, Height = 830 }, ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce })).NewPageAsync();
        await page.GotoAsync(Address + path, new() { WaitUntil = WaitUntilState.Load });
        return page;
    }

    /// <summary>A page in a browser that was started otherwise; or one whose context is changed before anything is loaded.</summary>
    public static async Task<IPage> OpenIn(IBrowser browser, string address, string path, string language = "ja", Func<IBrowserContext, Task>? before = null)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = 1360, Height = 830 },
            ColorScheme = ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        await context.AddCookiesAsync([new() { Name = ".AspNetCore.Culture", Value = $"c={language}|uic={language}", Url = address }]);
        if (before is not null) await before(context);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address + path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await Linked(page);
        return page;
    }

    /// <summary>Waits until a field takes a file: Blazor listens to it only a moment after the page is linked.</summary>
    public static Task TakesFiles(IPage page, string field) => page.WaitForFunctionAsync("f => document.querySelector(f)?._blazorInputFileNextFileId !== undefined", field);

    /// <summary>Waits until a page says that its link is live.</summary>
    public static Task Linked(IPage page) => page.WaitForFunctionAsync("() => document.documentElement.dataset.link === 'live'");

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
        Api?.Dispose();
        await process.DisposeAsync();
    }

    static string OnPath()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Browsers.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("Chromium is needed: neither chromium nor google-chrome was found.");
    }
}
