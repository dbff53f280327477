using System.Xml.Linq;

namespace JmaActors.Tests.Browser;

/// <summary>Every text exists in both languages, with the same places for figures.</summary>
public sealed class TextsTests
{
    [Theory, InlineData("Texts"), InlineData("Reasons")]
    public void Japanese_and_English_have_the_same_keys_and_places(string name)
    {
        var (japanese, english) = (Read($"{name}.resx"), Read($"{name}.en.resx"));
        Assert.Equal(japanese.Keys.Order(), english.Keys.Order());
        Assert.All(japanese, text =>
        {
            Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key);
            Assert.False(string.IsNullOrWhiteSpace(english[text.Key]), text.Key);
            Assert.Equal(Places(text.Value), Places(english[text.Key]));
        });
    }

    static string Places(string text) => string.Concat(Enumerable.Range(0, 5).Where(i => text.Contains($"{{{i}}}")));

    static Dictionary<string, string> Read(string file)
    {
        using var stream = typeof(TextsTests).Assembly.GetManifestResourceStream(file)!;
        return XDocument.Load(stream).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);
    }
}
