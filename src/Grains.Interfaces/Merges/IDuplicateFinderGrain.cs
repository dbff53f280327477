namespace JmaActors.Merges;

/// <summary>
/// Looks for records that may be one person's and proposes them: of whoever was registered or changed at once, of everybody in a paced walk, which also finds what an
/// import brought and what was lost when a silo went. One actor, key 0; keeps nothing.
/// </summary>
[Alias("duplicate-finder-grain")]
public interface IDuplicateFinderGrain : IGrainWithIntegerKey
{
    /// <summary>Somebody was registered or changed. Answers before the search is made.</summary>
    [Alias("look")]
    Task Look(MemberId member, CancellationToken ct);

    /// <summary>Somebody was to get a number or card (see <see cref="Members.IReservationGrain"/>) that somebody else has.</summary>
    [Alias("claimed")]
    Task Claimed(MemberId member, string value, CancellationToken ct);

    /// <summary>Looks at the next page of everybody. Answers whether another follows; after the last the walk begins anew.</summary>
    [Alias("sweep")]
    Task<bool> Sweep(CancellationToken ct);
}
