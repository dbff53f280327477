using JmaActors.Journal;
using JmaActors.Policies;

namespace JmaActors.Directory;

/// <summary>When a search is made and by which policy it judges.</summary>
public sealed record SearchMoment(DateOnly On, PolicyBook Book)
{
    public int FiscalYear => JmaActors.FiscalYear.Of(On).Year;
}

/// <summary>A choice of a term: the measure lies in this range, both ends included.</summary>
public sealed record Choice(string Value, long From, long To)
{
    public static Choice Is(string value, long code) => new(value, code, code);
}

/// <summary>Something one can filter by. A benefit lists its own in its folder; <see cref="SearchCatalog"/> gathers them.</summary>
/// <param name="Name">Stable: it stands in addresses and kept filters.</param>
/// <param name="Benefit">Whose it is; terms are shown by it.</param>
public abstract record SearchTerm(string Name, string Benefit, TermKind Kind)
{
    /// <summary>Of something no office sees: only who sees everything of everybody searches by it. It is no facet, which are counted for whoever searches.</summary>
    public bool Closed { get; init; }

    /// <summary>Whether there is such a term for a caller. To whom there is not it is as one that never was, wherever a filter is read, listed or run.</summary>
    public bool IsFor(Caller caller) => !Closed || caller is { Role: CallerRole.Operator or CallerRole.System, Oneself: false };
}

/// <summary>Some of a few choices.</summary>
/// <param name="Choices">By the policy of the day, in the order shown.</param>
/// <param name="Facet">Its choices are counted beside the list.</param>
public sealed record ChoiceTerm(string Name, string Benefit, Measure Measure, Func<SearchMoment, IReadOnlyList<Choice>> Choices, bool Facet)
    : SearchTerm(Name, Benefit, TermKind.Choice);

/// <summary>A number from, to, or between.</summary>
/// <param name="Scale">The measure is kept in parts of this many: 10 for tenths.</param>
public sealed record RangeTerm(string Name, string Benefit, Measure Measure, int Scale) : SearchTerm(Name, Benefit, TermKind.Range);

/// <summary>A civil date on which an instant of the person's row lies.</summary>
public sealed record DatesTerm(string Name, string Benefit, string Column) : SearchTerm(Name, Benefit, TermKind.Dates);

/// <summary>Belongs to an association, of any layer.</summary>
public sealed record WithinTerm(string Name, string Benefit) : SearchTerm(Name, Benefit, TermKind.Association);

/// <summary>There is a row about the person in another view: by a text, by dates, by a kind, or by the greatest figure of all there are.</summary>
/// <param name="View">The view, with a column <c>member_id</c>.</param>
/// <param name="Column">What is compared.</param>
/// <param name="Through">The view <paramref name="Column"/> stands in, when it is another, found by the same <c>session_id</c>.</param>
/// <param name="Only">A condition rows must meet besides: a column that must be true or false.</param>
/// <param name="Codes">For a choice: what each value is in the column; null means that there is no such row at all.</param>
/// <param name="Dated">The column is a civil date, and codes are of <see cref="DateSide"/>: rows without a date are none.</param>
/// <param name="Monthly">The first day of the month the column is of. Of a month that is over by the day of the search it is 0.</param>
/// <param name="Scale">For a range: the column is kept in parts of this many.</param>
public sealed record RowsTerm(
    string Name, string Benefit, TermKind Kind, ViewTable View, string Column, ViewTable? Through = null, (string Column, bool Value)? Only = null,
    IReadOnlyDictionary<string, int?>? Codes = null, bool Dated = false, string? Monthly = null, int Scale = 1) : SearchTerm(Name, Benefit, Kind);

/// <summary>On which side of the day of the search a date lies.</summary>
public enum DateSide
{
    /// <summary>Before it.</summary>
    Past = 1,

    /// <summary>On it or after.</summary>
    Ahead = 2,
}

/// <summary>What lists can be sorted by.</summary>
/// <param name="Measure">The number; null when <paramref name="Column"/> is a text or an instant.</param>
/// <param name="Column">The column there is an index of; null when there is none and all that is meant is looked through.</param>
public sealed record SortKey(string Name, ColumnType Type, string? Column, Measure? Measure = null);

/// <summary>What a benefit adds to the search.</summary>
public sealed record SearchPart(IReadOnlyList<SearchTerm> Terms, IReadOnlyList<SortKey> Sorts);
