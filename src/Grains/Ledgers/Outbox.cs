using System.Collections.Concurrent;
using JmaActors.Journal;
using Microsoft.Extensions.Logging;

namespace JmaActors.Ledgers;

/// <summary>Named limits of the outbox.</summary>
public sealed record OutboxLimits
{
    /// <summary>Parcels held in memory; more wait in the database until the sweep finds them.</summary>
    public int InMemory { get; init; } = 100_000;

    /// <summary>Deliveries under way at once.</summary>
    public int AtOnce { get; init; } = 128;

    /// <summary>Parcels in one delivery.</summary>
    public int Batch { get; init; } = 64;

    /// <summary>Attempts before a parcel is parked.</summary>
    public int Attempts { get; init; } = 12;

    public TimeSpan RetryPause { get; init; } = TimeSpan.FromMilliseconds(100);

    public TimeSpan RetryPauseMost { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often what others left behind is looked for.</summary>
    public TimeSpan Sweep { get; init; } = TimeSpan.FromSeconds(10);

    public int SweepPage { get; init; } = 500;
}

/// <summary>
/// Delivers what ledgers of this silo owe others: at least once, in order per (sender, receiver). A lane is the waiting parcels of one such pair;
/// a lane that is parked, or that memory has no room for, holds nothing until its sender is read again, so nothing overtakes.
/// </summary>
public sealed class Outbox(IJournalStore store, IGrainFactory grains, LedgerNames names, OutboxLimits limits, TimeProvider time, ILogger<Outbox> log) : ICommitListener
{
    readonly ConcurrentDictionary<(string Sender, string Receiver), Lane> lanes = new();
    readonly SemaphoreSlim atOnce = new(limits.AtOnce);
    GroupJournal? journal;
    int waiting;

    public int Waiting => Volatile.Read(ref waiting);

    internal OutboxLimits Limits => limits;

    /// <summary>The journal is made after its listeners; this closes the circle.</summary>
    public void Attach(GroupJournal to) => journal = to;

    public void Committed(IReadOnlyList<Append> appends)
    {
        foreach (var append in appends)
        {
            for (var i = 0; i < append.Parcels.Count; i++) Enqueue(append.Parcels[i]);
        }
    }

    /// <summary>A sender woke here: what it owes according to the journal, before anything new.</summary>
    internal void Load(string sender, IReadOnlyList<ParcelRow> parcels)
    {
        foreach (var parcel in parcels) Enqueue(parcel);
    }

    /// <summary>Reads again what a sender owes when nothing of it is under way here.</summary>
    internal async Task Refill(string sender, CancellationToken ct)
    {
        var history = await store.Read(sender, long.MaxValue, ct);
        foreach (var lane in history.Parcels.GroupBy(p => p.Receiver, StringComparer.Ordinal))
        {
            while (!LaneOf(sender, lane.Key).Refill([.. lane])) { }
        }
    }

    /// <summary>Completes when everything <paramref name="sender"/> told <paramref name="receiver"/> so far has arrived, or fails with <c>TryAgain</c> at the deadline.</summary>
    public async Task Drained(string sender, string receiver, TimeSpan deadline, CancellationToken ct)
    {
        if (!lanes.TryGetValue((sender, receiver), out var lane)) return;
        try
        {
            await lane.Empty.WaitAsync(deadline, time, ct);
        }
        catch (TimeoutException)
        {
            throw new TryAgainException("journal-away", $"{receiver} has not yet heard of it; ask again.");
        }
    }

    /// <summary>Wakes every sender that still owes something, so that a crash leaves nothing undelivered.</summary>
    public async Task Sweep(CancellationToken ct)
    {
        var after = "";
        while (true)
        {
            var senders = await store.Senders(after, limits.SweepPage, ct);
            foreach (var sender in senders)
            {
                await Wake(sender, ct);
            }
            if (senders.Count < limits.SweepPage) return;
            after = senders[^1];
        }
    }

    /// <summary>One sender that cannot wake must not keep those behind it waiting.</summary>
    async Task Wake(string sender, CancellationToken ct)
    {
        try
        {
            if (names.Grain(grains, sender) is { } grain) await grain.Wake(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LedgerLog.NotWoken(log, e, sender);
        }
    }

    void Enqueue(in ParcelRow parcel)
    {
        while (!LaneOf(parcel.Sender, parcel.Receiver).Add(parcel)) { }
    }

    Lane LaneOf(string sender, string receiver) => lanes.GetOrAdd((sender, receiver), static (k, outbox) => new Lane(outbox, k.Sender, k.Receiver), this);

    internal bool Room()
    {
        if (Interlocked.Increment(ref waiting) <= limits.InMemory) return true;
        Interlocked.Decrement(ref waiting);
        return false;
    }

    internal void Gone(int parcels) => Interlocked.Add(ref waiting, -parcels);

    internal void Forget(Lane lane) => lanes.TryRemove(new KeyValuePair<(string, string), Lane>((lane.Sender, lane.Receiver), lane));

    internal async Task<Receipt> Deliver(Lane lane, ParcelRow[] parcels)
    {
        await atOnce.WaitAsync();
        try
        {
            var grain = names.Grain(grains, lane.Receiver);
            if (grain is null) return new Receipt(0, "unknown-receiver");
            var batch = Array.ConvertAll(parcels, static p => new Parcel(p.Sender, p.Version, p.Receiver, p.Type, p.Body));
            return await grain.Receive(batch.AsImmutable(), CancellationToken.None);
        }
        finally
        {
            atOnce.Release();
        }
    }

    internal void Delivered(in ParcelRow parcel) => journal?.Delivered(new ParcelKey(parcel.Sender, parcel.Version, parcel.Receiver));

    internal async Task Park(ParcelRow parcel, string reason, int attempts)
    {
        LedgerLog.Parked(log, parcel.Sender, parcel.Version, parcel.Receiver, reason);
        await store.Park(new ParcelKey(parcel.Sender, parcel.Version, parcel.Receiver), reason, attempts, time.GetUtcNow(), CancellationToken.None);
    }

    internal Task Pause(TimeSpan pause) => Task.Delay(pause, time);

    internal void LogRetry(Exception e, Lane lane, int attempt) => LedgerLog.Retrying(log, e, lane.Sender, lane.Receiver, attempt);
}
