using System.Globalization;
using JmaActors.Policies;

namespace JmaActors.Demonstration;

/// <summary>
/// 日本医師会, the 47 real prefectural associations with their contacts, and made-up local ones in the real number of 2023-12-01:
/// 824 of counties and cities, 65 of universities, spread over the prefectures by a plausible weight. Made-up names begin with (見本).
/// </summary>
public sealed class DemonstrationAssociations
{
    /// <summary>郡市区医師会, as of 2023-12-01 (membership guide).</summary>
    public const int Locals = 824;

    /// <summary>大学医師会, as of 2023-12-01 (membership guide).</summary>
    public const int Universities = 65;

    const string GuideSource = "日本医師会 入会案内, 2023-12-01";
    const string MadeUp = "made up for demonstration";

    /// <summary>No prefecture has fewer local associations than this here.</summary>
    const int LocalsAtLeast = 4;

    DemonstrationAssociations(IReadOnlyList<DemonstrationAssociation> all, WeightedAssociations locals, WeightedAssociations universities) =>
        (All, LocalWeights, UniversityWeights) = (all, locals, universities);

    /// <summary>Every association: 日本医師会 first, then each prefecture, then all others, so that a parent comes before its children.</summary>
    public IReadOnlyList<DemonstrationAssociation> All { get; }

    internal WeightedAssociations LocalWeights { get; }

    internal WeightedAssociations UniversityWeights { get; }

    /// <summary>Builds all from the text of seeds/prefectural-associations.csv.</summary>
    /// <exception cref="FormatException">The text is not as documented in seeds/README.md, or has not 47 rows.</exception>
    public static DemonstrationAssociations Parse(string prefecturesCsv)
    {
        var prefectures = SeedCsv.Read(prefecturesCsv).Select(Prefecture).OrderBy(p => p.Id.Code, StringComparer.Ordinal).ToArray();
        if (prefectures.Length != PrefectureWeights.Physicians.Count)
            throw new FormatException($"There are {PrefectureWeights.Physicians.Count} prefectural associations; {prefectures.Length} were read.");
        var locals = Shares.Of(Locals - LocalsAtLeast * prefectures.Length, PrefectureWeights.Spread).Select(n => n + LocalsAtLeast).ToArray();
        var local = Below(prefectures, locals, AssociationId.Local, (p, n) => $"(見本){p}第{n}医師会", DemonstrationAreas.Of);
        var university = Below(prefectures, PrefectureWeights.UniversityCounts, AssociationId.University, (p, n) => $"(見本){p}第{n}大学医師会", static (_, _) => "");
        DemonstrationAssociation jma = new(AssociationId.Jma, "日本医師会", "03-3946-2121", GuideSource, false);
        return new DemonstrationAssociations(
            [jma, .. prefectures, .. local, .. university], WeightedAssociations.Falling(local), WeightedAssociations.Falling(university));
    }

    static DemonstrationAssociation Prefecture(IReadOnlyDictionary<string, string> row) => new(
        AssociationId.TryParse(row["pref_code"], out var id) && id.Layer == AssociationLayer.Prefecture
            ? id
            : throw new FormatException($"'{row["pref_code"]}' is no prefecture."),
        row["name"], row["phone"], GuideSource, false);

    static DemonstrationAssociation[] Below(
        DemonstrationAssociation[] prefectures, IReadOnlyList<int> counts, Func<int, int, AssociationId> id, Func<string, int, string> name, Func<string, int, string> areas) =>
        [.. prefectures.SelectMany((prefecture, i) => Enumerable.Range(1, counts[i]).Select(n => new DemonstrationAssociation(
            id(int.Parse(prefecture.Id.Code, CultureInfo.InvariantCulture), n),
            name(prefecture.Name.Replace("医師会", "", StringComparison.Ordinal), n), "", MadeUp, true, areas(prefecture.Id.Code, n))))];
}
