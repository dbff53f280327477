using System.Text.RegularExpressions;

namespace JmaActors.Tests.Browser.EveryPage;

/// <summary>No page is left out of what every page is looked at for: the lists are compared with the source and with the table of rights.</summary>
public sealed partial class PagesListedTests
{
    [Fact]
    public void Every_page_component_is_among_the_pages_that_are_looked_at()
    {
        var templates = System.IO.Directory.GetFiles(Path.Combine(Root, "src/Web"), "*.razor", SearchOption.AllDirectories).SelectMany(File.ReadLines)
            .Select(line => Routed().Match(line)).Where(m => m.Success).Select(m => m.Groups[1].Value).ToList();

        Assert.True(templates.Count > 35, $"Only {templates.Count} pages were found in the source.");
        Assert.All(templates, template => Assert.True(Pages.Shows(template), $"{template} is looked at nowhere: add it to Pages."));
        Assert.False(Pages.Shows("/programs/{Key}/nothing"));
    }

    /// <summary>Pages of accounts are documents of their own, mapped by hand; the table of rights names them all.</summary>
    [Fact]
    public void Every_page_of_accounts_is_among_those_that_are_looked_at()
    {
        var pages = File.ReadLines(Path.Combine(Root, "docs/rights-matrix.md")).Select(line => OfAccount().Match(line)).Where(m => m.Success).Select(m => m.Groups[1].Value).ToList();

        Assert.True(pages.Count > 8, $"Only {pages.Count} pages of accounts were found in the table of rights.");
        Assert.Empty(pages.Except([.. Accounts.SignInTests.Looked.Select(path => path.Split('?')[0] is var bare && bare.StartsWith("/forgotten/", StringComparison.Ordinal) ? "/forgotten/{account}" : bare)]));
    }

    static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "JmaActors.sln"))) folder = folder.Parent;
            return folder!.FullName;
        }
    }

    [GeneratedRegex("^@page \"([^\"]+)\"")]
    private static partial Regex Routed();

    [GeneratedRegex(@"^\* `GET (/(?!api/)[^`]*)`")]
    private static partial Regex OfAccount();
}
