using Decision = JmaActors.Ledgers.Decision<JmaActors.Directory.SavedFilterEvent>;
using JmaActors.Ledgers;
using JmaActors.Works;

namespace JmaActors.Directory;

/// <summary>What a place where filters are kept decides. Pure.</summary>
public static class SavedFiltersDecider
{
    public static Decision Save(SavedFiltersState state, (SaveFilter Command, Refusal? Fault) asked, Deciding deciding)
    {
        var (command, fault) = asked;
        var name = command.Name.Trim();
        if (!WorkIds.IsKey(command.Id)) return Decision.Refuse("bad-key", "", $"An id has 1 to {WorkIds.KeyLength} letters, digits, dots, hyphens or underscores.");
        if (name.Length is 0 or > SavedFilters.NameLength || name.HasControls()) return Decision.Refuse("bad-name", "", $"A name has 1 to {SavedFilters.NameLength} characters.");
        if (fault is not null) return Decision.Refuse(fault);
        var held = state.Filters.GetValueOrDefault(command.Id);
        if (held is not null && held.Owner != deciding.Caller.Subject) return Decision.Refuse("not-yours");
        if (held is null && state.Filters.Count >= SavedFilters.Most) return Decision.Refuse("too-many-filters", "", $"At most {SavedFilters.Most} filters are kept in one place.");
        if (held is not null && held.Name == name && held.Sort == command.Sort && held.Terms.SequenceEqual(command.Filter.Terms)) return Decision.Again();
        return Decision.Event(new FilterSaved(command.Id, name, command.Filter.Terms, command.Sort, deciding.Caller.Subject));
    }

    public static Decision Delete(SavedFiltersState state, string id, Deciding deciding) => state.Filters.GetValueOrDefault(id) switch
    {
        null => Decision.Again(),
        { Owner: var owner } when owner != deciding.Caller.Subject => Decision.Refuse("not-yours"),
        _ => Decision.Event(new FilterDeleted(id)),
    };
}
