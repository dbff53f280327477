using System.Text.RegularExpressions;

namespace JmaActors.Tests.House;

/// <summary>The style sheets a page loads together.</summary>
public sealed partial class StyleRules
{
    /// <summary>Drawn in one sheet, and sized for fingers in another.</summary>
    static readonly string[] Shared = [".btn"];

    /// <summary>A name means one thing: the later sheet would change what the earlier one draws, on pages nobody thought of.</summary>
    [Fact]
    public void A_class_is_drawn_by_one_sheet()
    {
        var sheets = Name().Matches(Loaded().Match(File.ReadAllText(Path.Combine(Source.Root, "src/Web/Pages/App.razor"))).Groups[1].Value).Select(static m => m.Groups[1].Value).ToList();
        Assert.True(sheets.Count > 10, "The sheets of a page were not found.");
        var drawn = from sheet in sheets
                    let text = Print().Replace(Comment().Replace(File.ReadAllText(Path.Combine(Source.Root, $"src/Web/wwwroot/css/{sheet}.css")), ""), "")
                    from rule in Rule().Matches(text)
                    from selector in rule.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries)
                    where Alone().IsMatch(selector) && !Shared.Contains(selector)
                    group sheet by selector into of
                    where of.Distinct().Count() > 1
                    select $"{of.Key}: {string.Join(", ", of.Distinct())}";

        Assert.Empty(drawn);
    }

    [GeneratedRegex(@"Sheets = \[([^\]]*)\]")]
    private static partial Regex Loaded();

    [GeneratedRegex("\"([a-z]+)\"")]
    private static partial Regex Name();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    /// <summary>What is left out on paper; its rules go one deep.</summary>
    [GeneratedRegex(@"@media print\s*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")]
    private static partial Regex Print();

    [GeneratedRegex(@"([^{}]+)\{[^{}]*\}")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\.[a-zA-Z][\w-]*$")]
    private static partial Regex Alone();
}
