using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace JmaActors.Tests.Browser;

/// <summary>What axe finds on a page (WCAG 2.2 AA as far as a program can see), and whether a phone shows it whole.</summary>
static class Looks
{
    static readonly string Script = new BundledAxeScriptProvider().GetScript();

    static readonly object Options = new
    {
        runOnly = new { type = "tag", values = (string[])["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        resultTypes = (string[])["violations"],
    };

    /// <summary>
    /// Every violation in one line: when, rule, impact, the first nodes. Axe runs in the page itself: the library opens a second page each time,
    /// to put together what it found in frames, and no page here has any.
    /// </summary>
    public static async Task<IEnumerable<string>> Axe(IPage page, string when)
    {
        Assert.Single(page.Frames);
        if (!await page.EvaluateAsync<bool>("() => !!window.axe")) await page.EvaluateAsync(Script);
        var found = await page.EvaluateAsync<string[]>(
            """
            async options => (await axe.run(document, options)).violations.map(
              v => `${v.id} (${v.impact}): ${v.nodes.slice(0, 3).map(n => n.html).join(" | ")}`)
            """, Options);
        return found.Select(v => $"{when}: {v}");
    }

    /// <summary>Sets the size of a phone, and says by how much the page is wider, if it is.</summary>
    public static async Task<IEnumerable<string>> Phone(IPage page, string when)
    {
        await page.SetViewportSizeAsync(390, 844);
        var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth");
        return over > 0 ? [$"{when}: {over} pixels too wide for a phone"] : [];
    }

    /// <summary>Buttons and chips whose words do not fit into them, unless they are meant to end in an ellipsis.</summary>
    public static async Task<IEnumerable<string>> Overfull(IPage page, string when)
    {
        var found = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("button, .btn, .chip, nav a")]
              .filter(e => e.checkVisibility() && e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).textOverflow !== "ellipsis")
              .map(e => e.outerHTML.slice(0, 160))
            """);
        return found.Select(f => $"{when}: words do not fit into {f}");
    }

    public static Task Theme(IPage page, ColorScheme theme) => page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
}
