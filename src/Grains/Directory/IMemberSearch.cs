using JmaActors.Members;

namespace JmaActors.Directory;

/// <summary>The search over the rows of all people, as the views answer it. The scope is always added.</summary>
public interface IMemberSearch
{
    /// <summary>A keyset page in the order asked for, then by member number.</summary>
    /// <param name="most">At most so many people.</param>
    Task<FoundPage> Page(Search search, SearchOrder order, string? cursor, int most, CancellationToken ct);

    /// <summary>How many people there are of each combination of the facets' choices and of the associations below <paramref name="children"/>.</summary>
    Task<IReadOnlyList<FacetCell>> Count(Search search, ChildLayer children, CancellationToken ct);

    /// <summary>Whom of these people the scope takes in now.</summary>
    Task<IReadOnlySet<long>> Seen(IReadOnlyCollection<long> members, SearchScope scope, CancellationToken ct);
}

/// <summary>What is sought, by whom, and by the policy of which day.</summary>
/// <param name="Only">Only among these people; null for everybody.</param>
public sealed record Search(Sought Sought, SearchScope Scope, SearchMoment Moment, IReadOnlyList<long>? Only = null);

public sealed record SearchOrder(SortKey Key, bool Descending);

/// <summary>Which associations are counted beside a list: those of the next layer down.</summary>
public enum ChildLayer
{
    None,
    Prefectures,
    Locals,
}

/// <summary>People of one combination.</summary>
/// <param name="Choices">Index of the choice in each facet of <see cref="SearchCatalog.Facets"/>, from 0; the number of choices where none holds.</param>
/// <param name="Child">Of the prefecture, or of the local association (<see cref="AreaCode"/>); 0 for none.</param>
public readonly record struct FacetCell(int[] Choices, int Child, long People);
