using JmaActors.Directory;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>A page of the office's search; the search narrows to the caller's scope.</summary>
    /// <exception cref="InvalidInputException">The filter cannot be read; the field is its term.</exception>
    public async Task<FoundPage> FindMembers(MemberFind find, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SearchMembers(), "search members");
        var page = Read(await Ask(SearchGrain, (find, caller), static (g, w, t) => g.Find(w.find, w.caller, t), ct).ConfigureAwait(false));
        await Listed(ListKinds.Members, page.Members.Select(m => m.Id), caller, ct).ConfigureAwait(false);
        return page;
    }

    /// <summary>How many a filter means, and how many by each choice of each facet.</summary>
    /// <exception cref="InvalidInputException">The filter cannot be read; the field is its term.</exception>
    public async Task<FoundFacets> MemberFacets(MemberFilter filter, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SearchMembers(), "search members");
        return Read(await Ask(SearchGrain, (filter, caller), static (g, w, t) => g.Facets(w.filter, w.caller, t), ct).ConfigureAwait(false));
    }

    /// <summary>What the caller can filter by, sort by and take into an export.</summary>
    public Task<SearchShapes> SearchShapes(Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SearchMembers(), "search members");
        return Ask(SearchGrain, caller, static (g, c, t) => g.Shapes(c, t), ct);
    }

    /// <summary>The caller's own kept filters and those its office shares, each in order of name.</summary>
    public async Task<IReadOnlyList<SavedFilter>> SavedFilterList(Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SearchMembers(), "see kept filters");
        var own = Ask(Filters(caller, shared: false), caller, static (g, c, t) => g.List(c, t), ct);
        var shared = Ask(Filters(caller, shared: true), caller, static (g, c, t) => g.List(c, t), ct);
        return [.. await own.ConfigureAwait(false), .. await shared.ConfigureAwait(false)];
    }

    /// <summary>Keeps a filter for the caller alone, or for everybody of its office.</summary>
    /// <exception cref="InvalidInputException">The filter cannot be read; the field is its term.</exception>
    public async Task<Answer<SavedFilter>> SaveFilter(SaveFilter command, bool shared, CancellationToken ct)
    {
        Require(command.Caller, new Target.SearchMembers(), "keep a filter");
        var answer = await Ask(Filters(command.Caller, shared), command, static (g, c, t) => g.Save(c, t), ct).ConfigureAwait(false);
        return answer.Refusal is { Reason: "bad-filter" } fault ? throw new InvalidInputException(fault.Rule, fault.Detail) : answer;
    }

    /// <summary>Takes a kept filter away, for its owner.</summary>
    public Task<Answer<string>> DeleteFilter(string id, bool shared, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SearchMembers(), "take a kept filter away");
        return Ask(Filters(caller, shared), (id, caller), static (g, w, t) => g.Delete(w.id, w.caller, t), ct);
    }

    ISavedFiltersGrain Filters(Caller caller, bool shared) => actors.Grain<ISavedFiltersGrain>(shared ? SavedFilters.Shared(caller) : SavedFilters.Own(caller));

    static T Read<T>(Answer<T> answer)
        where T : class => answer switch
        {
            { Refusal: { } fault } => throw new InvalidInputException(fault.Rule, fault.Detail),
            { Value: { } value } => value,
            _ => throw new InvalidOperationException("A search answered neither with a page nor with a refusal."),
        };

    IMemberSearchGrain SearchGrain => actors.Grain<IMemberSearchGrain>(0);
}
