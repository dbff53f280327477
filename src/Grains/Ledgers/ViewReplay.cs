using JmaActors.Journal;

namespace JmaActors.Ledgers;

/// <summary>
/// View rows of a ledger as its stored events make them, for views that came after the events. Not for ledgers whose rows need what events hold sealed.
/// </summary>
public static class ViewReplay
{
    /// <summary>The last row per table and key.</summary>
    /// <param name="events">All events of one ledger, oldest first.</param>
    public static IReadOnlyList<ViewRow> Of<TState, TEvent>(LedgerDefinition<TState, TEvent> definition, string key, IReadOnlyList<EventRow> events)
        where TState : class, new()
        where TEvent : class
    {
        var (state, sink, last) = (new TState(), new ViewSink(), default(DateTimeOffset));
        foreach (var row in events)
        {
            var (e, meta) = EventCodec.Read(definition.Events, row);
            definition.Evolve(state, e, meta);
            definition.Project(key, state, e, meta, sink);
            last = meta.Recorded;
        }
        if (events.Count > 0) definition.Show(key, state, last, false, sink);
        return [.. sink.Rows.GroupBy(r => (r.Table, r.Key)).Select(g => g.Last())];
    }
}
