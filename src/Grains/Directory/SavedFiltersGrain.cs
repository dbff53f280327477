using JmaActors.Ledgers;
using JmaActors.Policies;
using JmaActors.Time;

namespace JmaActors.Directory;

/// <summary>Kept filters; see <see cref="ISavedFiltersGrain"/>.</summary>
[GrainType("saved-filters")]
sealed class SavedFiltersGrain(LedgerServices services, SavedFiltersLedger ledger, PolicyBook book)
    : LedgerGrain<SavedFiltersState, SavedFilterEvent>(services, ledger), ISavedFiltersGrain
{
    public Task<Answer<SavedFilter>> Save(SaveFilter command, CancellationToken ct)
    {
        var kept = command with { Filter = command.Filter with { Text = "" } };
        var fault = FilterRules.Read(kept.Filter, new SearchMoment(Tokyo.DateOf(Now), book), command.Caller).Fault
            ?? (SearchOrders.Read(command.Sort) is null ? new Refusal("bad-filter", "sort", "There is no such sort.") : null);
        return Commit((kept, fault), command.Caller, SavedFiltersDecider.Save, (state, c) => Shown(state.Filters[c.kept.Id], c.kept.Id, command.Caller), ct);
    }

    public Task<Answer<string>> Delete(string id, Caller caller, CancellationToken ct) => Commit(id, caller, SavedFiltersDecider.Delete, static (_, gone) => gone, ct);

    public Task<IReadOnlyList<SavedFilter>> List(Caller caller, CancellationToken ct) => Durable<IReadOnlyList<SavedFilter>>(
        [.. State.Filters.OrderBy(f => f.Value.Name, StringComparer.Ordinal).ThenBy(f => f.Key, StringComparer.Ordinal).Select(f => Shown(f.Value, f.Key, caller))]);

    SavedFilter Shown(KeptFilter kept, string id, Caller caller) => new(id, kept.Name, kept.Terms, kept.Sort, Key.StartsWith("shared-", StringComparison.Ordinal), kept.Owner == caller.Subject);
}
