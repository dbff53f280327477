using System.Xml.Linq;
using JmaActors.Directory;

namespace JmaActors.Tests.House;

/// <summary>Every term of the directory, and every choice of those whose choices are codes, has words in both languages.</summary>
public sealed class TermRules
{
    [Theory, InlineData("Texts.resx"), InlineData("Texts.en.resx")]
    public void Every_term_and_every_kind_of_row_has_words(string file)
    {
        var words = XDocument.Load(Path.Combine(Source.Root, "src/Web/Resources", file)).Root!.Elements("data").Select(d => d.Attribute("name")!.Value).ToHashSet();
        var wanted = SearchCatalog.Terms.SelectMany(t => new[] { $"Term.{t.Name}" }.Concat(t is RowsTerm { Codes: { } codes } ? codes.Keys.Select(c => $"Term.{t.Name}.{c}") : []));

        Assert.Empty(wanted.Except(words));
    }
}
