using JmaActors.Journal;
using JmaActors.Ledgers;

namespace JmaActors.Tests.Grains;

/// <summary>A ledger without its actor whose events are kept in their stored form, so that they can be folded again from the bytes.</summary>
sealed class StoredLedger<TState, TEvent>(LedgerDefinition<TState, TEvent> ledger, string key)
    where TState : class, new()
    where TEvent : class
{
    readonly ParcelSink told = new() { Sender = LedgerNames.Name(ledger.Kind, key) };

    public TState State { get; } = new();

    public long Version { get; private set; }

    public List<TEvent> Events { get; } = [];

    public List<EventRow> Rows { get; } = [];

    public List<ViewRow> Views { get; } = [];

    public IReadOnlyList<ParcelRow> Parcels => told.Rows;

    public Decision<TEvent> Do<TCommand>(
        Func<TState, TCommand, Deciding, Decision<TEvent>> decide, TCommand command, DateTimeOffset now, Caller? caller = null) =>
        Keep(decide(State, command, new Deciding(now, caller ?? Caller.System, Version)), now, caller ?? Caller.System, null, 0);

    public Decision<TEvent> Receive(Parcel parcel, DateTimeOffset now) =>
        Keep(ledger.Accept(State, parcel, new Deciding(now, Caller.System, Version)), now, Caller.System, parcel.Sender, parcel.Version);

    /// <summary>The state that another activation folds from what is stored.</summary>
    public TState Replay()
    {
        var state = new TState();
        foreach (var row in Rows)
        {
            var (e, meta) = EventCodec.Read(ledger.Events, row);
            ledger.Evolve(state, e, meta);
        }
        return state;
    }

    Decision<TEvent> Keep(Decision<TEvent> decision, DateTimeOffset now, Caller caller, string? sender, long senderVersion)
    {
        var micros = EventCodec.Micros(now);
        var sink = new ViewSink();
        for (var i = 0; i < decision.Count; i++)
        {
            var e = decision[i];
            var meta = new EventMeta(++Version, EventCodec.Instant(micros), decision.EffectiveOf(i) ?? new DateOnly(2026, 11, 23), caller, decision.Edition, sender, senderVersion);
            var entry = ledger.Events.Of(e);
            Rows.Add(new EventRow(told.Sender, Version, entry.Name, entry.Schema, micros, EventCodec.Write(entry, e, meta, "test"), []));
            Events.Add(e);
            ledger.Evolve(State, e, meta);
            ledger.Project(key, State, e, meta, sink);
            told.Version = Version;
            ledger.Tell(key, State, e, meta, told);
        }
        if (decision.Count > 0) ledger.Show(key, State, EventCodec.Instant(micros), false, sink);
        Views.AddRange(sink.Rows);
        return decision;
    }
}
