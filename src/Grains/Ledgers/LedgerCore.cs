using System.Diagnostics;
using System.Text.Json;
using JmaActors.Journal;
using Orleans.Storage;

namespace JmaActors.Ledgers;

/// <summary>The state of one ledger and the making of its appends; knows the journal's forms so that the grain need not.</summary>
sealed class LedgerCore<TState, TEvent>(LedgerDefinition<TState, TEvent> definition, string key, LedgerServices services, string activation, IAppendOwner owner)
    where TState : class, new()
    where TEvent : class
{
    readonly int shard = LedgerShard.Of(LedgerNames.Name(definition.Kind, key));
    byte[] hash = [];
    Dictionary<string, long>? seen;
    GrainState<LedgerSnapshot>? kept;
    GrainId grain;
    long snapshotVersion;
    (long Version, LedgerSnapshot Snapshot)? due;
    bool keeping;

    public string Ledger { get; } = LedgerNames.Name(definition.Kind, key);

    public string Key => key;

    public TState State { get; private set; } = new();

    public long Version { get; private set; }

    public long Seen(string sender) => seen is not null && seen.TryGetValue(sender, out var version) ? version : 0;

    public void Note(string sender, long version) => (seen ??= new(StringComparer.Ordinal))[sender] = version;

    public async Task Load(GrainId id, CancellationToken ct)
    {
        grain = id;
        var history = await services.Journal.Read(Ledger, 0, ct);
        services.Outbox.Load(Ledger, history.Parcels);
        if (history.Head.Version > JournalLimits.ReadPage && await FromSnapshot(history.Head.Version, ct)) return;
        await FoldOn(history, ct);
        if (!Stands(history.Head))
        {
            throw new UnreadableEventException($"{Ledger} ends at version {Version}, its head says {history.Head.Version}, or the hashes differ.");
        }
    }

    /// <summary>Wakes from the snapshot and what came after it. False when there is none or it does not fit the journal, which then decides alone.</summary>
    async Task<bool> FromSnapshot(long head, CancellationToken ct)
    {
        if (!await TakeSnapshot()) return false;
        if (Version <= head)
        {
            var rest = await services.Journal.Read(Ledger, Version, ct);
            // The stored hashes carry on from themselves: whether they carry on from the snapshot, the first one says.
            if (rest.Events.Count == 0 || HashChain.Next(hash, rest.Events[0]).AsSpan().SequenceEqual(rest.Events[0].Hash)) await FoldOn(rest, ct);
            if (Stands(rest.Head)) return true;
        }
        LedgerLog.SnapshotForeign(services.Log, Ledger, Version, head);
        (State, Version, snapshotVersion, hash, seen) = (new TState(), 0, 0, [], null);
        return false;
    }

    /// <summary>Folds page after page until the head as it was read with the first.</summary>
    async Task FoldOn(LedgerHistory history, CancellationToken ct)
    {
        while (history.Events.Count > 0)
        {
            foreach (var row in history.Events) Fold(row);
            if (Version >= history.Head.Version) return;
            history = await services.Journal.Read(Ledger, Version, ct);
        }
    }

    bool Stands(LedgerHead head) => Version == head.Version && hash.AsSpan().SequenceEqual(head.Hash);

    async Task<bool> TakeSnapshot()
    {
        try
        {
            kept = await services.Snapshots.Read(grain);
            if (!kept.RecordExists || kept.State is not { } snapshot || snapshot.Schema != definition.SnapshotSchema || snapshot.Version == 0) return false;
            State = JsonSerializer.Deserialize(snapshot.State, definition.SnapshotJson) ?? throw new JsonException("The snapshot is empty.");
            (Version, snapshotVersion, hash) = (snapshot.Version, snapshot.Version, snapshot.Hash);
            seen = snapshot.Seen.Count == 0 ? null : new(snapshot.Seen, StringComparer.Ordinal);
            return true;
        }
        catch (JsonException e)
        {
            LedgerLog.SnapshotUnreadable(services.Log, e, Ledger);
            State = new TState();
            return false;
        }
    }

    void Fold(in EventRow row)
    {
        if (row.Version != Version + 1) throw new UnreadableEventException($"{Ledger} has a gap after version {Version}.");
        var (e, meta) = EventCodec.Read(definition.Events, row);
        definition.Evolve(State, e, meta);
        if (meta.Sender is not null) Note(meta.Sender, meta.SenderVersion);
        Version = row.Version;
        hash = row.Hash;
    }

    /// <summary>Applies a decision's events to the state and makes the append that keeps them. They are recorded at the instant they were decided at.</summary>
    public Append Apply(in Decision<TEvent> decision, DateTimeOffset decided, Caller caller, string? sender, long senderVersion)
    {
        if (decision.Count > JournalLimits.EventsPerAppend) throw new InvalidOperationException($"{Ledger} decided {decision.Count} events at once; at most {JournalLimits.EventsPerAppend}.");
        var arrived = Stopwatch.GetTimestamp();
        var micros = EventCodec.Micros(decided);
        var recorded = EventCodec.Instant(micros);
        var today = DateOnly.FromDateTime(recorded.UtcDateTime.AddHours(9));
        var (expected, expectedHash) = (Version, hash);
        var rows = new EventRow[decision.Count];
        var sinks = Sinks.Of(Ledger);
        var late = true;
        for (var i = 0; i < rows.Length; i++)
        {
            var e = decision[i];
            late &= definition.Late(e);
            var entry = definition.Events.Of(e);
            var meta = new EventMeta(Version + 1, recorded, decision.EffectiveOf(i) ?? today, caller, decision.Edition, sender, senderVersion);
            var body = EventCodec.Write(entry, e, meta, activation);
            hash = HashChain.Next(hash, Ledger, meta.Version, entry.Name, entry.Schema, micros, body);
            rows[i] = new EventRow(Ledger, meta.Version, entry.Name, entry.Schema, micros, body, hash);
            definition.Evolve(State, e, meta);
            Version = meta.Version;
            definition.Project(key, State, e, meta, sinks.Views);
            sinks.Parcels.Version = meta.Version;
            definition.Tell(key, State, e, meta, sinks.Parcels);
        }
        definition.Show(key, State, recorded, late, sinks.Views);
        definition.Touch(key, State, sinks.Touches);
        // Before the snapshot is copied: it must not hold the events of a parcel without knowing the parcel.
        if (sender is not null) Note(sender, senderVersion);
        PrepareSnapshot();
        return new Append
        {
            Ledger = Ledger,
            Shard = shard,
            Expected = expected,
            ExpectedHash = expectedHash,
            Events = rows,
            Views = sinks.Views.Rows.ToArray(),
            Parcels = sinks.Parcels.Rows.ToArray(),
            Touches = sinks.Touches.ToArray(),
            Arrived = arrived,
            Owner = owner,
        };
    }

    /// <summary>Makes an append of rows alone: the state as it stands is shown anew, and only if it is still how the ledger stands.</summary>
    public Append Shown(DateTimeOffset now)
    {
        var sinks = Sinks.Of(Ledger);
        definition.Show(key, State, EventCodec.Instant(EventCodec.Micros(now)), false, sinks.Views);
        definition.Touch(key, State, sinks.Touches);
        return new Append
        {
            Ledger = Ledger,
            Shard = shard,
            Expected = Version,
            ExpectedHash = hash,
            Events = [],
            Views = sinks.Views.Rows.ToArray(),
            Touches = sinks.Touches.ToArray(),
            Arrived = Stopwatch.GetTimestamp(),
            Owner = owner,
        };
    }

    /// <summary>Copies the state when a snapshot is due; it is kept only once its version is durable.</summary>
    void PrepareSnapshot()
    {
        if (due is not null || Version - snapshotVersion < Math.Max(JournalLimits.SnapshotAfter, snapshotVersion / 2)) return;
        due = (Version, new LedgerSnapshot
        {
            Version = Version,
            Hash = hash,
            Schema = definition.SnapshotSchema,
            State = JsonSerializer.SerializeToUtf8Bytes(State, definition.SnapshotJson),
            Seen = seen is null ? [] : new(seen),
        });
    }

    public bool SnapshotWaitsFor(Append append) => due is { } waiting && append.Events.Count > 0 && append.Events[^1].Version >= waiting.Version;

    /// <summary>Keeps the snapshot that waits for this append. A snapshot is a convenience: failing to keep one is logged, not fatal.</summary>
    public async Task KeepSnapshot(Append append)
    {
        if (due is not { } waiting || keeping || append.Events[^1].Version < waiting.Version) return;
        (keeping, snapshotVersion) = (true, waiting.Version);
        try
        {
            kept ??= await services.Snapshots.Read(grain);
            kept.State = waiting.Snapshot;
            await services.Snapshots.Write(grain, kept);
        }
        catch (Exception e)
        {
            kept = null;
            LedgerLog.SnapshotFailed(services.Log, e, Ledger, waiting.Version);
        }
        finally
        {
            (keeping, due) = (false, null);
        }
    }
}
