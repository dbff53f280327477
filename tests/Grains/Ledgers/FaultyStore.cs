using System.Collections.Concurrent;
using JmaActors.Journal;
using JmaActors.Operations;

namespace JmaActors.Tests.Grains.Ledgers;

/// <summary>The real store, with whatever goes wrong in between as a test wishes.</summary>
sealed class FaultyStore(IJournalStore inner) : IJournalStore
{
    public delegate ValueTask<IReadOnlyList<string>> Committing(CommitGroup group, Func<ValueTask<IReadOnlyList<string>>> commit);

    /// <summary>What becomes of a commit; the group must not be kept.</summary>
    public Committing OnCommit { get; set; } = static (_, commit) => commit();

    /// <summary>Awaited after a ledger was read and before its reader has it.</summary>
    public Func<string, Task> AfterRead { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Awaited before heads are read, which is how a lost answer is looked for.</summary>
    public Func<Task> BeforeHeads { get; set; } = static () => Task.CompletedTask;

    public ValueTask<IReadOnlyList<string>> Commit(CommitGroup group, int writer, CancellationToken ct) => OnCommit(group, () => inner.Commit(group, writer, ct));

    public async Task<IReadOnlyDictionary<string, LedgerHead>> Heads(IReadOnlyCollection<string> ledgers, CancellationToken ct)
    {
        await BeforeHeads();
        return await inner.Heads(ledgers, ct);
    }

    public async ValueTask<LedgerHistory> Read(string ledger, long after, CancellationToken ct)
    {
        var history = await inner.Read(ledger, after, ct);
        await AfterRead(ledger);
        return history;
    }

    /// <summary>How many ledgers each reading of several read.</summary>
    public ConcurrentQueue<int> ReadTogether { get; } = [];

    public Task<IReadOnlyDictionary<string, LedgerHistory>> ReadMany(IReadOnlyCollection<string> ledgers, CancellationToken ct)
    {
        ReadTogether.Enqueue(ledgers.Count);
        return inner.ReadMany(ledgers, ct);
    }

    public Task<IReadOnlyList<KeyValuePair<string, LedgerHead>>> HeadPage(string after, int limit, CancellationToken ct) => inner.HeadPage(after, limit, ct);

    public Task<IReadOnlyList<string>> Senders(string after, int limit, CancellationToken ct) => inner.Senders(after, limit, ct);

    public Task Park(ParcelKey parcel, string reason, int attempts, DateTimeOffset at, CancellationToken ct) => inner.Park(parcel, reason, attempts, at, ct);

    public Task Unpark(string sender, CancellationToken ct) => inner.Unpark(sender, ct);

    public Task<IReadOnlyList<ParkedParcel>> Parked(int limit, CancellationToken ct) => inner.Parked(limit, ct);

    public Task<(int Waiting, int Parked)> OutboxSize(CancellationToken ct) => inner.OutboxSize(ct);

    public Task SaveSeal(HeadSeal seal, CancellationToken ct) => inner.SaveSeal(seal, ct);

    public Task<IReadOnlyList<HeadSeal>> Seals(int limit, CancellationToken ct) => inner.Seals(limit, ct);
}
