using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Ledgers;

namespace JmaActors.Directory;

/// <summary>What can happen to kept filters.</summary>
public abstract record SavedFilterEvent;

/// <summary>A filter was kept, or replaced.</summary>
/// <param name="Owner">Subject of who kept it.</param>
public sealed record FilterSaved(string Id, string Name, IReadOnlyList<FilterTerm> Terms, string Sort, string Owner) : SavedFilterEvent;

public sealed record FilterDeleted(string Id) : SavedFilterEvent;

/// <summary>A kept filter.</summary>
public sealed record KeptFilter(string Name, IReadOnlyList<FilterTerm> Terms, string Sort, string Owner);

/// <summary>The filters of one place.</summary>
public sealed class SavedFiltersState
{
    public Dictionary<string, KeptFilter> Filters { get; set; } = new(StringComparer.Ordinal);
}

/// <summary>Stored forms of kept filters.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FilterSaved))]
[JsonSerializable(typeof(FilterDeleted))]
[JsonSerializable(typeof(SavedFiltersState))]
public sealed partial class SavedFiltersJson : JsonSerializerContext;

/// <summary>The kind <c>saved-filters</c>.</summary>
public sealed class SavedFiltersLedger : LedgerDefinition<SavedFiltersState, SavedFilterEvent>
{
    public override string Kind => "saved-filters";

    public override bool NumberKey => false;

    public override EventCatalog<SavedFilterEvent> Events { get; } = new EventCatalog<SavedFilterEvent>()
        .Add("filter-saved", 1, SavedFiltersJson.Default.FilterSaved)
        .Add("filter-deleted", 1, SavedFiltersJson.Default.FilterDeleted);

    public override JsonTypeInfo<SavedFiltersState> SnapshotJson => SavedFiltersJson.Default.SavedFiltersState;

    public override void Evolve(SavedFiltersState state, SavedFilterEvent e, in EventMeta meta)
    {
        switch (e)
        {
            case FilterSaved saved:
                state.Filters[saved.Id] = new KeptFilter(saved.Name, saved.Terms, saved.Sort, saved.Owner);
                break;
            case FilterDeleted deleted:
                state.Filters.Remove(deleted.Id);
                break;
        }
    }
}
