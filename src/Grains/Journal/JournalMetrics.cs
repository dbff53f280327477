using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace JmaActors.Journal;

/// <summary>What the journal measures: counters for telemetry, and a sliding window for the operations board.</summary>
public sealed class JournalMetrics
{
    static readonly Meter Meter = new("JmaActors.Journal");
    static readonly Counter<long> Commands = Meter.CreateCounter<long>("jma.journal.appends", "{append}", "Appends made durable.");
    static readonly Counter<long> Groups = Meter.CreateCounter<long>("jma.journal.groups", "{group}", "Transactions committed.");
    static readonly Counter<long> Conflicts = Meter.CreateCounter<long>("jma.journal.conflicts", "{ledger}", "Ledgers whose head had moved.");
    static readonly Counter<long> Aways = Meter.CreateCounter<long>("jma.journal.away", "{attempt}", "Commits tried while the database was away.");
    static readonly Counter<long> Fulls = Meter.CreateCounter<long>("jma.journal.full", "{append}", "Appends refused because the queue was full.");

    /// <summary>Ack times are counted in buckets of a quarter millisecond; the last bucket holds everything longer.</summary>
    const int Buckets = 4_000;
    const double BucketsPerMs = 4;

    readonly int[] acks = new int[Buckets];
    readonly Lock gate = new();
    long appends, acked, groups, commitTicks;
    int healthy = 1;

    public bool Healthy => Volatile.Read(ref healthy) == 1;

    internal void Committed(List<Append> done, long began, long now)
    {
        Commands.Add(done.Count);
        Groups.Add(1);
        Volatile.Write(ref healthy, 1);
        lock (gate)
        {
            appends += done.Count;
            groups++;
            commitTicks += now - began;
            foreach (var append in done)
            {
                // Rows alone have nobody who waits for an answer.
                if (append.Events.Count == 0) continue;
                acked++;
                var bucket = (int)(Stopwatch.GetElapsedTime(append.Arrived, now).TotalMilliseconds * BucketsPerMs);
                acks[Math.Clamp(bucket, 0, Buckets - 1)]++;
            }
        }
    }

    internal void Conflict(int ledgers) => Conflicts.Add(ledgers);

    internal void Away()
    {
        Aways.Add(1);
        Volatile.Write(ref healthy, 0);
    }

    internal void Full() => Fulls.Add(1);

    /// <summary>Takes what was counted since the last call.</summary>
    public JournalWindow Take()
    {
        lock (gate)
        {
            var window = new JournalWindow(appends, groups, groups == 0 ? 0 : Stopwatch.GetElapsedTime(0, commitTicks).TotalMilliseconds / groups, Percentile(0.50), Percentile(0.99));
            appends = acked = groups = commitTicks = 0;
            Array.Clear(acks);
            return window;
        }
    }

    double Percentile(double share)
    {
        var wanted = (long)Math.Ceiling(acked * share);
        long seen = 0;
        for (var i = 0; i < Buckets && wanted > 0; i++)
        {
            seen += acks[i];
            if (seen >= wanted) return (i + 1) / BucketsPerMs;
        }
        return 0;
    }
}

/// <summary>Figures of the journal over a short window.</summary>
public sealed record JournalWindow(long Appends, long Groups, double CommitMs, double AckP50Ms, double AckP99Ms);
