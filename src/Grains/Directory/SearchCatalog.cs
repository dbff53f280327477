using JmaActors.Credits;
using JmaActors.Dues;
using JmaActors.Members;
using JmaActors.Proofs;
using JmaActors.Training;
using JmaActors.WorkHours;

namespace JmaActors.Directory;

/// <summary>Everything the office can search by. A new benefit is a folder of its own with a <see cref="SearchPart"/>, and a line here.</summary>
public static class SearchCatalog
{
    static readonly SearchPart[] Parts =
        [MemberSearchPart.Part, CreditSearchPart.Part, TrainingSearchPart.Part, ProofSearchPart.Part, DuesSearchPart.Part, WorkHoursSearchPart.Part];

    public static readonly IReadOnlyList<SearchTerm> Terms = [.. Parts.SelectMany(p => p.Terms)];

    public static readonly IReadOnlyList<SortKey> Sorts = [.. Parts.SelectMany(p => p.Sorts)];

    /// <summary>Terms that are counted, each with its choices, in the order shown.</summary>
    public static readonly IReadOnlyList<ChoiceTerm> Facets = [.. Terms.OfType<ChoiceTerm>().Where(t => t.Facet)];

    /// <summary>The term of a name; null where there is none for the caller.</summary>
    public static SearchTerm? Term(string name, Caller caller) => Terms.FirstOrDefault(t => t.Name == name && t.IsFor(caller));

    public static SortKey? Sort(string name) => Sorts.FirstOrDefault(s => s.Name == name);

    /// <summary>What there is for a caller, as it is shown.</summary>
    public static SearchShapes Shapes(SearchMoment moment, Caller caller) => new(
        [.. Terms.Where(t => t.IsFor(caller)).Select(t => new TermShape(t.Name, t.Benefit, t.Kind, ChoicesOf(t, moment), t is ChoiceTerm { Facet: true }))],
        [.. Sorts.Select(s => s.Name)],
        [.. ExportColumns.All.Select(c => c.Name)]);

    static IReadOnlyList<string> ChoicesOf(SearchTerm term, SearchMoment moment) => term switch
    {
        ChoiceTerm choice => [.. choice.Choices(moment).Select(c => c.Value)],
        RowsTerm { Codes: { } codes } => [.. codes.Keys],
        _ => [],
    };
}
