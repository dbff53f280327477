namespace JmaActors.Directory;

/// <summary>
/// Whom a search is after: a text and terms, all of which must hold. Which terms there are, <see cref="IMemberSearchGrain.Shapes"/> says: each benefit adds
/// its own, so a filter that is kept or sent to somebody outlives what it was made with.
/// </summary>
/// <param name="Text">Beginnings of name, reading or given name; or a registry, card or member number. Empty for all.</param>
/// <param name="Terms">Each name at most once.</param>
[GenerateSerializer, Immutable, Alias("member-filter")]
public sealed record MemberFilter([property: Id(0)] string Text, [property: Id(1)] IReadOnlyList<FilterTerm> Terms)
{
    /// <summary>Everybody.</summary>
    public static readonly MemberFilter All = new("", []);
}

/// <summary>One condition.</summary>
/// <param name="Name">Which: <c>category</c>, <c>units</c> …</param>
/// <param name="Value">Choices separated by commas, any of which may hold; or a range <c>from..to</c>, one end of which may be left out.</param>
[GenerateSerializer, Immutable, Alias("filter-term")]
public sealed record FilterTerm([property: Id(0)] string Name, [property: Id(1)] string Value);

/// <summary>How the value of a term is written.</summary>
[GenerateSerializer, Alias("term-kind")]
public enum TermKind
{
    /// <summary>Some of <see cref="TermShape.Choices"/>.</summary>
    Choice = 0,

    /// <summary>Numbers, with at most one decimal.</summary>
    Range = 1,

    /// <summary>Civil dates (Asia/Tokyo), yyyy-MM-dd, both included.</summary>
    Dates = 2,

    /// <summary>Codes of associations of any layer.</summary>
    Association = 3,

    /// <summary>The id of a session.</summary>
    Session = 4,
}

/// <summary>A term one can filter by.</summary>
/// <param name="Benefit">Whose it is: <c>membership</c>, <c>cme</c> …</param>
/// <param name="Choices">What there is to choose from; empty for other kinds.</param>
/// <param name="Facet">Its choices are counted by <see cref="IMemberSearchGrain.Facets"/>.</param>
[GenerateSerializer, Immutable, Alias("term-shape")]
public sealed record TermShape(
    [property: Id(0)] string Name,
    [property: Id(1)] string Benefit,
    [property: Id(2)] TermKind Kind,
    [property: Id(3)] IReadOnlyList<string> Choices,
    [property: Id(4)] bool Facet);
