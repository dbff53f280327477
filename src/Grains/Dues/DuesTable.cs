using JmaActors.Members;
using JmaActors.Policies;

namespace JmaActors.Dues;

/// <summary>What of a person a row of a dues table goes by, on the day it is judged.</summary>
/// <param name="Age">Null when the birth date is not known.</param>
/// <param name="LicensedYears">Whole years since the licence; null when its date is not known.</param>
public sealed record DuesFacts(MemberCategory? Category, bool Covered, int? Age, int? LicensedYears, PracticeRole? Practice);

/// <summary>
/// One row of a dues table. What is null does not matter; a row that asks for an age, a capacity or years since the licence fits nobody of whom it is not known.
/// </summary>
/// <param name="Block">Which rows stand together.</param>
/// <param name="Categories">Empty for any, and for members of a layer who have no category.</param>
/// <param name="AgeUpTo">The oldest it fits; <paramref name="AgeFrom"/> the youngest.</param>
/// <param name="LicensedBelow">Fits those with fewer whole years since the licence.</param>
/// <param name="Annual">For a whole fiscal year.</param>
/// <param name="Entry">入会金; null where there is none.</param>
/// <param name="Own">What the association calls it itself; null for a row of the policy.</param>
public sealed record DuesRow(
    PolicyRow Policy, DuesBlock Block, IReadOnlyList<MemberCategory> Categories, bool? Covered, int? AgeFrom, int? AgeUpTo, int? LicensedBelow, PracticeRole? Practice, Yen Annual, Yen? Entry, DuesOwnRow? Own = null)
{
    public bool Fits(DuesFacts facts) =>
        (Categories.Count == 0 || (facts.Category is { } category && Categories.Contains(category)))
        && (Covered is null || Covered == facts.Covered)
        && (AgeFrom is null || facts.Age >= AgeFrom)
        && (AgeUpTo is null || facts.Age <= AgeUpTo)
        && (LicensedBelow is null || facts.LicensedYears < LicensedBelow)
        && (Practice is null || Practice == facts.Practice);

    /// <exception cref="FormatException">A setting is no such word.</exception>
    public static DuesRow Of(PolicyRow row)
    {
        int? Number(string name) => row.Figures.TryGetValue(name, out var figure) ? (int)figure : null;
        return new DuesRow(
            row, Word<DuesBlock>(row, row.Setting("block")),
            row.Settings.TryGetValue("category", out var categories) ? [.. categories.Split('|').Select(c => Word<MemberCategory>(row, c))] : [],
            row.Settings.TryGetValue("covered", out var covered) ? covered == "yes" : null,
            Number("age-from"), Number("age-up-to"), Number("licensed-below"),
            row.Settings.TryGetValue("practice", out var practice) ? Word<PracticeRole>(row, practice) : null,
            new Yen((long)row.Figure("annual")), row.Figures.TryGetValue("entry", out var entry) ? new Yen((long)entry) : null);
    }

    static T Word<T>(PolicyRow row, string word) where T : struct, Enum =>
        Enum.TryParse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new FormatException($"Policy row {row.Id} has the unknown word '{word}'.");
}

/// <summary>The dues of one association as valid on a date: the first row that fits a person says what is owed.</summary>
public sealed class DuesTable(IReadOnlyList<DuesRow> rows)
{
    public IReadOnlyList<DuesRow> Rows => rows;

    /// <summary>The row of somebody without a reduction; null when none fits.</summary>
    public DuesRow? Standard(DuesFacts facts) => First(DuesBlock.Standard, facts);

    /// <summary>The row a reduction opens; null when none fits.</summary>
    public DuesRow? Reduced(DuesFacts facts, ReductionKind kind) => First(Block(kind), facts);

    /// <summary>True when the table knows this reduction at all.</summary>
    public bool Reduces(ReductionKind kind) => rows.Any(r => r.Block == Block(kind));

    /// <summary>A row by its id; null when it is none of this table.</summary>
    public PolicyRow? Row(string id) => rows.FirstOrDefault(r => r.Policy.Id == id)?.Policy;

    static DuesBlock Block(ReductionKind kind) => kind == ReductionKind.OldAge ? DuesBlock.OldAge : DuesBlock.Relief;

    DuesRow? First(DuesBlock block, DuesFacts facts) => rows.FirstOrDefault(r => r.Block == block && r.Fits(facts));
}
