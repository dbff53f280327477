using JmaActors.Journal;
using JmaActors.Operations;

namespace JmaActors.Storage.Sqlite;

/// <summary>
/// The journal in one SQLite file: write-ahead log, synchronous=FULL. One thread writes, whatever the number of journal writers; others read.
/// </summary>
public sealed class SqliteJournalStore(SqliteDatabase database) : IJournalStore
{
    readonly SqliteGroupWriter writer = new();

    /// <summary>Makes what is missing of the tables, views included.</summary>
    public Task EnsureSchema(IEnumerable<ViewTable> views, CancellationToken ct)
    {
        List<ViewTable> all = [.. views];
        return database.Writer.Run(s => SqliteSchema.Ensure(s, all), ct);
    }

    public ValueTask<IReadOnlyList<string>> Commit(CommitGroup group, int writer, CancellationToken ct) => new(database.Writer.Run(s => this.writer.Commit(s, group), ct));

    public Task<IReadOnlyDictionary<string, LedgerHead>> Heads(IReadOnlyCollection<string> ledgers, CancellationToken ct) =>
        database.Readers.Run(s => s.Snapshot(r => SqliteReads.Heads(r, ledgers)), ct);

    public ValueTask<LedgerHistory> Read(string ledger, long after, CancellationToken ct) =>
        new(database.Readers.Run(s => s.Snapshot(r => SqliteReads.Read(r, ledger, after)), ct));

    public Task<IReadOnlyDictionary<string, LedgerHistory>> ReadMany(IReadOnlyCollection<string> ledgers, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ledgers.Count, JournalLimits.ReadPage);
        return database.Readers.Run(s => s.Snapshot(r => SqliteReads.ReadMany(r, ledgers)), ct);
    }

    public Task<IReadOnlyList<KeyValuePair<string, LedgerHead>>> HeadPage(string after, int limit, CancellationToken ct) =>
        database.Readers.Run(s => SqliteReads.HeadPage(s, after, limit), ct);

    public Task<IReadOnlyList<string>> Senders(string after, int limit, CancellationToken ct) => database.Readers.Run(s => SqliteOutbox.Senders(s, after, limit), ct);

    public Task Park(ParcelKey parcel, string reason, int attempts, DateTimeOffset at, CancellationToken ct) =>
        database.Writer.Run(s => SqliteOutbox.Park(s, parcel, reason, attempts, at), ct);

    public Task Unpark(string sender, CancellationToken ct) => database.Writer.Run(s => SqliteOutbox.Unpark(s, sender), ct);

    public Task<IReadOnlyList<ParkedParcel>> Parked(int limit, CancellationToken ct) => database.Readers.Run(s => SqliteOutbox.Parked(s, limit), ct);

    public Task<(int Waiting, int Parked)> OutboxSize(CancellationToken ct) => database.Readers.Run(SqliteOutbox.Size, ct);

    public Task SaveSeal(HeadSeal seal, CancellationToken ct) => database.Writer.Run(s => SqliteSeals.Save(s, seal), ct);

    public Task<IReadOnlyList<HeadSeal>> Seals(int limit, CancellationToken ct) => database.Readers.Run(s => SqliteSeals.Newest(s, limit), ct);
}
