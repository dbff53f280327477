namespace JmaActors.Merges;

/// <summary>What the record that stays takes over from the one that is merged into it.</summary>
[Flags, GenerateSerializer, Alias("merge-fields")]
public enum MergeFields
{
    None = 0,

    /// <summary>Name and reading, which belong together.</summary>
    Name = 1,
    BirthDate = 2,

    /// <summary>医籍登録番号.</summary>
    Registry = 4,
    LicensedOn = 8,
    Card = 16,

    /// <summary>Association, layers and category.</summary>
    Membership = 32,
    All = Name | BirthDate | Registry | LicensedOn | Card | Membership,
}

/// <summary>A step of a merge or of its undoing, as the two member ledgers are asked for it. Natural key: <paramref name="Merge"/> and the step.</summary>
/// <param name="Merge">Name of the merge, e.g. <c>1000000001-1000000002#1</c>.</param>
/// <param name="Into">The record that stays.</param>
/// <param name="From">The record that is merged into it.</param>
/// <param name="Fields">What the record that stays takes over.</param>
[GenerateSerializer, Immutable, Alias("merge-step")]
public sealed record MergeStep(
    [property: Id(0)] string Merge,
    [property: Id(1)] MemberId Into,
    [property: Id(2)] MemberId From,
    [property: Id(3)] MergeFields Fields,
    [property: Id(4)] string Reason,
    [property: Id(5)] Caller Caller)
{
    /// <summary>Key of the changes of identity and membership that a merge makes.</summary>
    public string Key => $"merge:{Merge}";

    /// <summary>Key of those its undoing makes.</summary>
    public string UndoKey => $"unmerge:{Merge}";
}
