using JmaActors.Journal;
using JmaActors.Operations;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>
/// The journal in PostgreSQL. A group is one batch of prepared statements: one transaction, one round trip, one insert per table.
/// Every silo of a cluster has one; the heads keep them apart.
/// </summary>
public sealed class PostgresJournalStore : IJournalStore, IAsyncDisposable
{
    /// <summary>Writers a silo may have.</summary>
    public const int WritersMost = 16;

    readonly PostgresConnections connections;
    readonly TimeProvider time;
    readonly PostgresDoubts doubts;
    readonly PostgresWriter[] writers;
    readonly PostgresReads reads;
    readonly PostgresOutbox outbox;
    readonly CancellationTokenSource ending = new();
    readonly Task trailing;

    public PostgresJournalStore(PostgresConnections connections, TimeProvider? time = null)
    {
        this.connections = connections;
        this.time = time ?? TimeProvider.System;
        doubts = new PostgresDoubts(connections);
        writers = [.. Enumerable.Range(0, WritersMost).Select(i => new PostgresWriter(connections, doubts, this.time, i))];
        reads = new PostgresReads(connections.Histories);
        outbox = new PostgresOutbox(connections);
        trailing = Trail();
    }

    /// <summary>Makes what is missing of the tables, views included; silos that start together take turns.</summary>
    public Task EnsureSchema(IEnumerable<ViewTable> views, CancellationToken ct) => PostgresSchema.Ensure(connections.Writes, views, ct);

    public ValueTask<IReadOnlyList<string>> Commit(CommitGroup group, int writer, CancellationToken ct) => writers[writer].Commit(group, ct);

    public Task<IReadOnlyDictionary<string, LedgerHead>> Heads(IReadOnlyCollection<string> ledgers, CancellationToken ct) => Reading(() => reads.Heads(ledgers, ct), ct);

    public ValueTask<LedgerHistory> Read(string ledger, long after, CancellationToken ct) => new(Reading(() => reads.Read(ledger, after, ct), ct));

    public Task<IReadOnlyDictionary<string, LedgerHistory>> ReadMany(IReadOnlyCollection<string> ledgers, CancellationToken ct) =>
        Reading(() => reads.ReadMany(ledgers, ct), ct);

    public Task<IReadOnlyList<KeyValuePair<string, LedgerHead>>> HeadPage(string after, int limit, CancellationToken ct) =>
        Reading(() => reads.HeadPage(after, limit, ct), ct);

    public Task<IReadOnlyList<string>> Senders(string after, int limit, CancellationToken ct) => Reading(() => outbox.Senders(after, limit, ct), ct);

    public Task Park(ParcelKey parcel, string reason, int attempts, DateTimeOffset at, CancellationToken ct) =>
        Reading(() => outbox.Park(parcel, reason, attempts, at, ct), ct);

    public Task Unpark(string sender, CancellationToken ct) => Reading(() => outbox.Unpark(sender, ct), ct);

    public Task<IReadOnlyList<ParkedParcel>> Parked(int limit, CancellationToken ct) => Reading(() => outbox.Parked(limit, ct), ct);

    public Task<(int Waiting, int Parked)> OutboxSize(CancellationToken ct) => Reading(() => outbox.Size(ct), ct);

    public Task SaveSeal(HeadSeal seal, CancellationToken ct) => Reading(() => PostgresSeals.Save(connections.Writes, seal, ct), ct);

    public Task<IReadOnlyList<HeadSeal>> Seals(int limit, CancellationToken ct) => Reading(() => PostgresSeals.Newest(connections.Reads, limit, ct), ct);

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await trailing;
        foreach (var writer in writers) await writer.DisposeAsync();
        ending.Dispose();
    }

    /// <summary>Rows of heads that rest follow without a commit to go with; once more when the store ends.</summary>
    async Task Trail()
    {
        for (var last = false; !last;)
        {
            await Task.Delay(HeadsInMotion.Behind, time, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            last = ending.IsCancellationRequested;
            foreach (var writer in writers) await Trailed(writer, last);
        }
    }

    /// <summary>A row that lags is no fault, whatever keeps it: it follows with a later commit, and what keeps it fails commits as well and is told there.</summary>
    static async Task Trailed(PostgresWriter writer, bool all)
    {
        try
        {
            await writer.Trail(all);
        }
        catch (Exception)
        {
        }
    }

    async Task<T> Reading<T>(Func<Task<T>> read, CancellationToken ct)
    {
        try
        {
            await doubts.Settle(ct);
            return await read();
        }
        catch (Exception e) when (PostgresErrors.IsDatabase(e))
        {
            throw PostgresErrors.OfRead(e);
        }
    }
}
