using JmaActors.Associations;
using JmaActors.Journal;
using JmaActors.Policies;
using JmaActors.Time;

namespace JmaActors.Directory;

/// <summary>The office's search; see <see cref="IMemberSearchGrain"/>. The caller's scope is added here and nowhere else.</summary>
[StatelessWorker]
sealed class MemberSearchGrain(IMemberSearch search, AssociationNames associations, PolicyBook book, TimeProvider time) : Grain, IMemberSearchGrain
{
    SearchMoment Moment => new(Tokyo.Today(time), book);

    public async Task<Answer<FoundPage>> Find(MemberFind find, Caller caller, CancellationToken ct)
    {
        var moment = Moment;
        var (sought, fault) = FilterRules.Read(find.Filter, moment, caller);
        if (sought is null) return Refused<FoundPage>(fault);
        if (SearchOrders.Read(find.Sort) is not { } order) return Refused<FoundPage>(new Refusal("bad-filter", "sort", $"One of: {string.Join(", ", SearchCatalog.Sorts.Select(s => s.Name))}."));
        var scope = SearchScope.Of(caller);
        if (scope.Nobody) return Given(new FoundPage([], null, null));
        return Given(await search.Page(new Search(sought, scope, moment), order, find.Cursor, Math.Clamp(find.Size, 1, SearchLimits.Page), ct).OrTryAgain());
    }

    public async Task<Answer<FoundFacets>> Facets(MemberFilter filter, Caller caller, CancellationToken ct)
    {
        var moment = Moment;
        var (sought, fault) = FilterRules.Read(filter, moment, caller);
        if (sought is null) return Refused<FoundFacets>(fault);
        var scope = SearchScope.Of(caller);
        var children = Below(sought.Within ?? scope.SeenFrom);
        var cells = scope.Nobody ? [] : await search.Count(new Search(sought, scope, moment), children, ct).OrTryAgain();
        var known = await associations.All(ct).AsTask().OrTryAgain();
        return Given(FacetRules.Counts(
            cells, [.. SearchCatalog.Facets.Select(f => (f.Name, f.Choices(moment)))], sought, children, code => known.GetValueOrDefault(code)?.Name));
    }

    public Task<SearchShapes> Shapes(Caller caller, CancellationToken ct) => Task.FromResult(SearchCatalog.Shapes(Moment, caller));

    static ChildLayer Below(AssociationId? association) => association?.Layer switch
    {
        null or AssociationLayer.National => ChildLayer.Prefectures,
        AssociationLayer.Prefecture => ChildLayer.Locals,
        _ => ChildLayer.None,
    };

    static Answer<T> Given<T>(T value) => new(value, null, 0, false);

    static Answer<T> Refused<T>(Refusal? fault) => new(default, fault, 0, false);
}
