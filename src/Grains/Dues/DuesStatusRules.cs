namespace JmaActors.Dues;

/// <summary>What there is of somebody's dues of a year.</summary>
[Flags]
public enum DuesParts
{
    None = 0,

    /// <summary>The statement was sent.</summary>
    Posted = 1,

    /// <summary>Something open beyond its date.</summary>
    Late = 2,
    Open = 4,
    Paid = 8,
    WrittenOff = 16,

    /// <summary>Something no table says.</summary>
    Gap = 32,
    All = 63,
}

/// <summary>How a statement stands. Pure; a person's statement, lists and boards all go by this.</summary>
public static class DuesStatusRules
{
    public static DuesStatus Of(DuesParts parts) =>
        !parts.HasFlag(DuesParts.Posted) ? DuesStatus.Pending
        : parts.HasFlag(DuesParts.Late) ? DuesStatus.Overdue
        : parts.HasFlag(DuesParts.Open) ? parts.HasFlag(DuesParts.Paid) ? DuesStatus.Partly : DuesStatus.Posted
        // What no table says is still to be asked.
        : parts.HasFlag(DuesParts.Gap) ? DuesStatus.Posted
        : parts.HasFlag(DuesParts.WrittenOff) ? DuesStatus.WrittenOff : DuesStatus.Paid;

    /// <summary>Every combination that stands so: what a query asks for.</summary>
    public static IReadOnlyList<DuesParts> Of(DuesStatus status) => [.. Enumerable.Range(0, (int)DuesParts.All + 1).Select(n => (DuesParts)n).Where(parts => Of(parts) == status)];

    internal static DuesParts Parts(IReadOnlyCollection<DuesAccount> accounts, bool posted, bool gap, DateOnly today) =>
        (posted ? DuesParts.Posted : 0) | (gap ? DuesParts.Gap : 0)
        | (accounts.Any(a => a.Open > 0 && a.Due < today) ? DuesParts.Late : 0) | (accounts.Any(a => a.Open > 0) ? DuesParts.Open : 0)
        | (accounts.Any(a => a.Paid > 0) ? DuesParts.Paid : 0) | (accounts.Any(a => a.WrittenOff > 0) ? DuesParts.WrittenOff : 0);
}
