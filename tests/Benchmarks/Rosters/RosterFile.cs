using System.Globalization;
using System.Text;
using JmaActors.Composition;
using JmaActors.Demonstration;
using JmaActors.Members;

namespace JmaActors.Benchmarks.Rosters;

/// <summary>A CSV of as many people as 日本医師会 has members, as an association would send it: some in all three layers, some in fewer, made up.</summary>
static class RosterFile
{
    public const int Rows = SiloSettings.PopulationMost;

    static readonly Lazy<DemonstrationPopulation> Population = new(() => new DemonstrationPopulation(
        SiloSettings.PopulationMost, DemonstrationSeeder.Seed, DemonstrationAssociations.Parse(Seeds.Text("prefectural-associations.csv"))));

    static IEnumerable<RosterPerson> People => Population.Value.Rows().Take(Rows).Select(r => new RosterPerson(r));

    /// <summary>Members of the three layers the file holds.</summary>
    public static LayerCounts Expected => People.Aggregate(LayerCounts.None, static (sum, p) => sum + p.Layers);

    public static byte[] Csv()
    {
        var text = new StringBuilder("source_key,name,kana,birth_date,registry,licensed_on,card,association,layers,category\r\n");
        foreach (var person in People) text.Append(person.Line).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

/// <summary>One line of the file.</summary>
sealed class RosterPerson(JmaActors.Rosters.RosterRow row)
{
    public LayerCounts Layers => LayerCounts.Of(row.Membership.Layers);

    public string Line => string.Join(',',
        row.SourceKey, row.Person.Name, row.Person.Kana, Day(row.Person.BirthDate), row.Person.Registry?.ToString(), Day(row.Person.LicensedOn),
        row.Card?.ToString(), row.Membership.Local?.Code, LayerNames, row.Membership.Category?.ToString());

    string LayerNames => row.Membership.Layers == MembershipLayers.None ? "none" : row.Membership.Layers.ToString().ToLowerInvariant() switch
    {
        "all" => "local+prefecture+jma",
        var some => some.Replace(", ", "+", StringComparison.Ordinal),
    };

    static string Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
