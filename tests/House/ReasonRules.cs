using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace JmaActors.Tests.House;

/// <summary>Every reason the system can give has words in both languages, and no words are kept for a reason nobody gives.</summary>
public sealed partial class ReasonRules
{
    const string Prefix = "Reason.";

    /// <summary>Words that stand for codes without any.</summary>
    const string Fallback = "other";

    [Theory, InlineData("Reasons.resx"), InlineData("Reasons.en.resx")]
    public void Every_reason_has_words(string file)
    {
        var words = Words(file);
        var given = Source.Files("src", ".cs").SelectMany(Source.Code).SelectMany(l => Given().Matches(l.Text)).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.True(given.Count > 50, "The reasons were not found in the source.");
        Assert.Empty(given.Except(words).Order());
    }

    [Theory, InlineData("Reasons.resx"), InlineData("Reasons.en.resx")]
    public void No_words_are_kept_for_a_reason_nobody_gives(string file)
    {
        var written = Source.Files("src", ".cs").SelectMany(Source.Code).SelectMany(l => Literal().Matches(l.Text)).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.DoesNotContain(Words(file), w => w != Fallback && !written.Contains(w));
    }

    static HashSet<string> Words(string file) => XDocument.Load(Path.Combine(Source.Root, "src/Web/Resources", file)).Root!.Elements("data")
        .Select(d => d.Attribute("name")!.Value).Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Select(n => n[Prefix.Length..]).ToHashSet();

    [GeneratedRegex(@"(?:\bRefus(?:e|al)\(\s*|\bFault\([\w.]+, |\bRowError\(\w+, ""\w*"", )""([a-z0-9-]+)""")]
    private static partial Regex Given();

    [GeneratedRegex(@"""([a-z0-9]+(?:-[a-z0-9]+)*)(?=[:""])")]
    private static partial Regex Literal();
}
