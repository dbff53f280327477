using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace JmaActors.Journal;

/// <summary>The journal of a silo: a few writers, ledgers sharded among them, and the reads.</summary>
public sealed class GroupJournal : IJournal
{
    /// <summary>Prefetched histories kept at most, and how long.</summary>
    const int PrefetchMost = 50_000;
    static readonly TimeSpan PrefetchLife = TimeSpan.FromSeconds(10);

    readonly IJournalStore store;
    readonly JournalWriter[] writers;
    readonly GroupReader reader;
    readonly TimeProvider time;
    readonly ConcurrentDictionary<string, (LedgerHistory History, long Until)> prefetched = new(StringComparer.Ordinal);
    readonly ICommitListener[] listeners;
    volatile bool anyPrefetched;

    public GroupJournal(IJournalStore store, JournalLimits limits, TimeProvider time, JournalMetrics metrics, IEnumerable<ICommitListener> listeners, ILogger<GroupJournal> log)
    {
        (this.store, this.time) = (store, time);
        this.listeners = [.. listeners];
        reader = new GroupReader(store, limits, time);
        writers = [.. Enumerable.Range(0, limits.Writers).Select(i => new JournalWriter(i, store, limits, time, metrics, Committed, log))];
    }

    /// <summary>Appends that wait to be written.</summary>
    public int Waiting => writers.Sum(w => w.Waiting);

    /// <summary>Ledgers that wait to be read.</summary>
    public int Reading => reader.Waiting;

    public void Start()
    {
        reader.Start();
        foreach (var writer in writers) writer.Start();
    }

    /// <summary>Takes no more, commits what waits, then ends.</summary>
    public Task Stop() => Task.WhenAll([reader.Stop(), .. writers.Select(w => w.Stop())]);

    public void Append(Append append)
    {
        // What was read beforehand is no longer how the ledger stands: who was awake all along has not taken it, and the next to wake must not.
        if (anyPrefetched) prefetched.TryRemove(append.Ledger, out _);
        WriterOf(append.Shard).Append(append);
    }

    /// <summary>Lets a delivered parcel's row go with the sender's next group.</summary>
    public bool Delivered(in ParcelKey parcel) => WriterOf(LedgerShard.Of(parcel.Sender)).Delivered(parcel);

    public ValueTask<LedgerHistory> Read(string ledger, long after, CancellationToken ct)
    {
        if (after == 0 && prefetched.TryRemove(ledger, out var kept) && kept.Until > time.GetTimestamp()) return new(kept.History);
        return after == 0 ? reader.Read(ledger, ct) : store.Read(ledger, after, ct);
    }

    public async Task Prefetch(IReadOnlyCollection<string> ledgers, CancellationToken ct)
    {
        if (prefetched.Count > PrefetchMost) prefetched.Clear();
        anyPrefetched = true;
        var until = time.GetTimestamp() + (long)(PrefetchLife.TotalSeconds * time.TimestampFrequency);
        foreach (var page in ledgers.Chunk(JournalLimits.ReadPage))
        {
            try
            {
                foreach (var (ledger, history) in await store.ReadMany(page, ct)) prefetched[ledger] = (history, until);
            }
            catch (JournalAwayException)
            {
                // Only a head start: whoever wakes reads for itself, and waits for the database.
                return;
            }
        }
    }

    JournalWriter WriterOf(int shard) => writers[(uint)shard % (uint)writers.Length];

    void Committed(List<Append> appends)
    {
        foreach (var listener in listeners) listener.Committed(appends);
    }
}

/// <summary>Hears of every group once it is durable, on the writer's thread: quick, and never throws.</summary>
public interface ICommitListener
{
    void Committed(IReadOnlyList<Append> appends);
}

/// <summary>A stable number of a ledger, to share ledgers among writers.</summary>
public static class LedgerShard
{
    public static int Of(string ledger)
    {
        var hash = 2166136261u;
        foreach (var c in ledger) hash = (hash ^ c) * 16777619u;
        return (int)(hash & 0x7fffffff);
    }
}
