using JmaActors.Members;

namespace JmaActors.Directory;

/// <summary>
/// The office's search over all people, within the caller's scope. Stateless. A filter that cannot be read is refused with <c>bad-filter</c>, whose rule names
/// the term at fault.
/// </summary>
[Alias("member-search-grain")]
public interface IMemberSearchGrain : IGrainWithIntegerKey
{
    /// <summary>A keyset page, forwards or backwards: what did not change meanwhile comes once and is not left out.</summary>
    [Alias("find")]
    Task<Answer<FoundPage>> Find(MemberFind find, Caller caller, CancellationToken ct);

    /// <summary>
    /// How many are meant, and how many by each choice of each facet if that facet's own choices were not made. Asked for apart from the page, which does not wait for it.
    /// </summary>
    [Alias("facets")]
    Task<Answer<FoundFacets>> Facets(MemberFilter filter, Caller caller, CancellationToken ct);

    /// <summary>What the caller can filter by, sort by and take into an export. Another term is refused like one there never was.</summary>
    [Alias("shapes-for")]
    Task<SearchShapes> Shapes(Caller caller, CancellationToken ct);
}

public static class SearchLimits
{
    public const int Page = 100;

    /// <summary>Terms of a filter, and choices made in one.</summary>
    public const int Terms = 20, Choices = 60;

    /// <summary>Characters of the text sought, and words of it that are looked at.</summary>
    public const int Text = 100, Words = 5;

    /// <summary>Columns of an export.</summary>
    public const int Columns = 40;

    /// <summary>Characters of a term's value.</summary>
    public const int Value = 500;
}

/// <param name="Sort">One of <see cref="SearchShapes.Sorts"/>; a minus sign before it turns the order round.</param>
/// <param name="Cursor">From a page before; null for the first page.</param>
[GenerateSerializer, Immutable, Alias("member-find")]
public sealed record MemberFind(
    [property: Id(0)] MemberFilter Filter,
    [property: Id(1)] string Sort = "kana",
    [property: Id(2)] string? Cursor = null,
    [property: Id(3)] int Size = 50);

/// <summary>One person found.</summary>
/// <param name="Registry">医籍登録番号; null when not known.</param>
/// <param name="Association">Code of the local association; null for people of none.</param>
/// <param name="Total">Units + codes of 日医生涯教育 in the window of today.</param>
/// <param name="Posted">Of them, units; null where that is not known until the person's credits change next.</param>
/// <param name="Pending">Units that wait, recorded in this fiscal year's window.</param>
/// <param name="Changed">When identity or membership last changed.</param>
[GenerateSerializer, Immutable, Alias("found-member")]
public sealed record FoundMember(
    [property: Id(0)] MemberId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string Kana,
    [property: Id(3)] string? Registry,
    [property: Id(4)] string? Card,
    [property: Id(5)] string? Association,
    [property: Id(6)] string? AssociationName,
    [property: Id(7)] MembershipLayers Layers,
    [property: Id(8)] MemberCategory? Category,
    [property: Id(9)] decimal Total,
    [property: Id(10)] decimal? Posted,
    [property: Id(11)] decimal Pending,
    [property: Id(12)] bool Reached,
    [property: Id(13)] DateOnly? BirthDate,
    [property: Id(14)] DateOnly? LicensedOn,
    [property: Id(15)] DateTimeOffset Changed,
    [property: Id(16)] bool Demonstration)
{
    /// <summary>Distinct codes in the window; null where not known.</summary>
    public int? Codes => Posted is { } posted ? (int)(Total - posted) : null;
}

/// <param name="Previous">Cursor of the page before; null on the first.</param>
/// <param name="Next">Cursor of the page after; null on the last.</param>
[GenerateSerializer, Immutable, Alias("found-page")]
public sealed record FoundPage(
    [property: Id(0)] IReadOnlyList<FoundMember> Members,
    [property: Id(1)] string? Previous,
    [property: Id(2)] string? Next);

/// <param name="Total">How many people are meant.</param>
[GenerateSerializer, Immutable, Alias("found-facets")]
public sealed record FoundFacets([property: Id(0)] long Total, [property: Id(1)] IReadOnlyList<Facet> Facets);

/// <param name="Name">Name of the term.</param>
[GenerateSerializer, Immutable, Alias("facet")]
public sealed record Facet([property: Id(0)] string Name, [property: Id(1)] IReadOnlyList<FacetLine> Lines);

/// <param name="Value">As it would be written in the term.</param>
/// <param name="Label">A name that is data, e.g. an association's; null where the value has words of its own.</param>
[GenerateSerializer, Immutable, Alias("facet-line")]
public sealed record FacetLine([property: Id(0)] string Value, [property: Id(1)] long Count, [property: Id(2)] string? Label = null);

[GenerateSerializer, Immutable, Alias("search-shapes")]
public sealed record SearchShapes(
    [property: Id(0)] IReadOnlyList<TermShape> Terms,
    [property: Id(1)] IReadOnlyList<string> Sorts,
    [property: Id(2)] IReadOnlyList<string> Columns);
