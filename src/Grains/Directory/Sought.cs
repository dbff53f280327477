namespace JmaActors.Directory;

/// <summary>A filter as it was understood: what the views are asked for.</summary>
public sealed record Sought(SoughtText Text, IReadOnlyList<Met> Terms)
{
    /// <summary>The one association asked for; null when none or several are. The associations below it are counted.</summary>
    public AssociationId? Within => Terms.OfType<MetWithin>().FirstOrDefault() is { Associations: [var one] } ? one : null;

    /// <summary>What of it is not a choice of a facet: that part narrows what facets count.</summary>
    public IEnumerable<Met> Narrowing => Terms.Where(t => t is not MetChoice { Term.Facet: true });

    public IEnumerable<MetChoice> OfFacets => Terms.OfType<MetChoice>().Where(t => t.Term.Facet);
}

/// <summary>A text as it may be meant.</summary>
/// <param name="Words">Folded (<see cref="Members.NameRules"/>), each to begin a name, a reading or a given name.</param>
/// <param name="Member">The text as a member number.</param>
/// <param name="Registry">The text as a registry number.</param>
/// <param name="Card">The text as a card number.</param>
public sealed record SoughtText(IReadOnlyList<string> Words, long? Member, string? Registry, string? Card)
{
    public static readonly SoughtText None = new([], null, null, null);

    public bool IsEmpty => Words.Count == 0 && !IsNumber;

    public bool IsNumber => Member is not null || Registry is not null || Card is not null;
}

/// <summary>A term with its value understood. Closed.</summary>
public abstract record Met;

/// <summary>Any of the choices.</summary>
public sealed record MetChoice(ChoiceTerm Term, IReadOnlyList<Choice> Choices) : Met;

/// <summary>In the measure's own parts, both ends included.</summary>
public sealed record MetRange(RangeTerm Term, long? From, long? To) : Met;

/// <summary>From an instant, until before another.</summary>
public sealed record MetDates(DatesTerm Term, DateTimeOffset? From, DateTimeOffset? Before) : Met;

/// <summary>Any of the associations.</summary>
public sealed record MetWithin(IReadOnlyList<AssociationId> Associations) : Met;

/// <summary>A row with this text.</summary>
public sealed record MetText(RowsTerm Term, string Value) : Met;

/// <summary>A row from an instant, until before another.</summary>
public sealed record MetRowDates(RowsTerm Term, DateTimeOffset? From, DateTimeOffset? Before) : Met;

/// <summary>The greatest of the person's rows, in the column's own parts, both ends included; who has no row is none.</summary>
public sealed record MetRowRange(RowsTerm Term, long? From, long? To) : Met;

/// <summary>A row of any of these kinds, or, with <paramref name="None"/>, no row at all.</summary>
public sealed record MetKinds(RowsTerm Term, IReadOnlyList<int> Kinds, bool None) : Met;
