using System.Globalization;
using JmaActors.Ledgers;
using JmaActors.Works;

namespace JmaActors.Directory;

/// <summary>Filters that are kept under a name: those of one caller, or those an office shares. Keyed by <see cref="SavedFilters"/>.</summary>
[Alias("saved-filters-grain")]
public interface ISavedFiltersGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>
    /// Keeps a filter under an id of the sender's; the same id again replaces it, for its owner. What was typed as text is not kept: it may be what somebody is called.
    /// Refused with <c>bad-filter</c>, <c>bad-key</c>, <c>bad-name</c>, <c>not-yours</c>, <c>too-many-filters</c>.
    /// </summary>
    [Alias("save")]
    Task<Answer<SavedFilter>> Save(SaveFilter command, CancellationToken ct);

    /// <summary>Takes a filter away; only its owner can. Refused with <c>not-yours</c>; one that is gone is gone already.</summary>
    [Alias("delete")]
    Task<Answer<string>> Delete(string id, Caller caller, CancellationToken ct);

    /// <summary>All, in order of name.</summary>
    [Alias("list")]
    Task<IReadOnlyList<SavedFilter>> List(Caller caller, CancellationToken ct);
}

/// <summary>Names and limits of kept filters.</summary>
public static class SavedFilters
{
    public const int NameLength = 60;

    /// <summary>Filters kept in one place.</summary>
    public const int Most = 100;

    /// <summary>Where a caller's own are kept.</summary>
    public static string Own(Caller caller) => WorkIds.Of(caller, "filters");

    /// <summary>Where those are kept that everybody of the caller's office, or other function and scope, sees.</summary>
    public static string Shared(Caller caller) => string.Create(CultureInfo.InvariantCulture, $"shared-{(int)caller.Role}-{caller.Scope}");
}

/// <param name="Id">The sender's own, 1 to 60 letters, digits, dots, hyphens or underscores.</param>
[GenerateSerializer, Immutable, Alias("save-filter")]
public sealed record SaveFilter(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] MemberFilter Filter,
    [property: Id(3)] string Sort,
    [property: Id(4)] Caller Caller);

/// <param name="Shared">Seen by everybody of the office.</param>
/// <param name="Mine">The caller is its owner.</param>
[GenerateSerializer, Immutable, Alias("saved-filter")]
public sealed record SavedFilter(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] IReadOnlyList<FilterTerm> Terms,
    [property: Id(3)] string Sort,
    [property: Id(4)] bool Shared,
    [property: Id(5)] bool Mine);
