using System.Xml.Linq;

namespace JmaActors.Tests.House;

/// <summary>Holds the direction of the four projects.</summary>
public sealed class ProjectRules
{
    [Theory]
    [InlineData("Grains.Interfaces", "")]
    [InlineData("Grains", "Grains.Interfaces")]
    [InlineData("Web", "Grains.Interfaces")]
    [InlineData("Silo", "Grains,Web")]
    public void Projects_point_one_way(string project, string allowed)
    {
        var references = Items(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);

        Assert.Equal(allowed.Split(',', StringSplitOptions.RemoveEmptyEntries), references);
    }

    [Fact]
    public void What_an_actor_can_be_asked_needs_the_orleans_sdk_only() =>
        Assert.Equal(["Microsoft.Orleans.Sdk"], Items("Grains.Interfaces", "PackageReference"));

    [Fact]
    public void Actors_need_orleans_only() =>
        Assert.All(Items("Grains", "PackageReference"), p => Assert.StartsWith("Microsoft.Orleans.", p, StringComparison.Ordinal));

    [Fact]
    public void Versions_stand_in_one_place_only() =>
        Assert.Empty(Source.Files(".", ".csproj").Where(f => XDocument.Load(f).Descendants("PackageReference").Any(p => p.Attribute("Version") is not null)).Select(Source.Relative));

    static IEnumerable<string> Items(string project, string item) =>
        XDocument.Load(Path.Combine(Source.Root, "src", project, $"{project}.csproj")).Descendants(item).Select(i => i.Attribute("Include")!.Value);
}
