using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace JmaActors.Journal;

/// <summary>
/// One group-commit loop: takes whatever waits, writes it in one transaction, answers all callers; meanwhile the next group gathers.
/// </summary>
sealed class JournalWriter
{
    readonly int index;
    readonly IJournalStore store;
    readonly JournalLimits limits;
    readonly TimeProvider time;
    readonly JournalMetrics metrics;
    readonly Action<List<Append>> committed;
    readonly ILogger log;
    readonly Channel<Append> queue;
    readonly Channel<ParcelKey> delivered;
    readonly GroupBuilder builder = new();
    readonly List<Append> group = [];
    readonly List<ParcelKey> gone = [];
    readonly CancellationTokenSource stopping = new();
    Task loop = Task.CompletedTask;

    public JournalWriter(int index, IJournalStore store, JournalLimits limits, TimeProvider time, JournalMetrics metrics, Action<List<Append>> committed, ILogger log)
    {
        (this.index, this.store, this.limits, this.time, this.metrics, this.committed, this.log) = (index, store, limits, time, metrics, committed, log);
        queue = Channel.CreateBounded<Append>(new BoundedChannelOptions(limits.Queue) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
        delivered = Channel.CreateBounded<ParcelKey>(new BoundedChannelOptions(limits.Queue) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    }

    public int Waiting => queue.Reader.Count;

    public void Start() => loop = Task.Run(Run);

    public async Task Stop()
    {
        queue.Writer.TryComplete();
        await loop.ConfigureAwait(false);
        await stopping.CancelAsync().ConfigureAwait(false);
    }

    public void Append(Append append)
    {
        if (!queue.Writer.TryWrite(append))
        {
            metrics.Full();
            throw new TryAgainException("journal-full", $"The journal's queue holds {limits.Queue} appends; send the same command again.");
        }
    }

    /// <summary>Lets a delivered parcel's row go with the next group. False when too many wait: it is then delivered again later and passed over.</summary>
    public bool Delivered(in ParcelKey parcel)
    {
        if (!delivered.Writer.TryWrite(parcel)) return false;
        if (queue.Reader.Count == 0) queue.Writer.TryWrite(Nudge());
        return true;
    }

    /// <summary>An append of nothing: wakes an idle writer so that delivered parcels do not wait for the next command.</summary>
    static Append Nudge() => new() { Ledger = "", Shard = 0, Expected = 0, ExpectedHash = [], Events = [], Arrived = Stopwatch.GetTimestamp() };

    async Task Run()
    {
        while (await queue.Reader.WaitToReadAsync().ConfigureAwait(false) || !group.IsEmpty())
        {
            Gather();
            if (group.Count == 0) continue;
            try
            {
                await Commit(group, gone).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                JournalLog.GroupFailed(log, e, index, group.Count);
                Fail(group, new TryAgainException("outcome-unknown", "The journal failed while committing; send the same command again."));
            }
            group.Clear();
            gone.Clear();
        }
    }

    void Gather()
    {
        while (gone.Count < limits.Group && delivered.Reader.TryRead(out var parcel)) gone.Add(parcel);
        while (group.Count < limits.Group && queue.Reader.TryRead(out var append))
        {
            group.Add(append);
        }
    }

    async Task Commit(List<Append> appends, List<ParcelKey> parcels)
    {
        var pause = limits.RetryPause;
        var doubt = false;
        while (appends.Count > 0)
        {
            var began = Stopwatch.GetTimestamp();
            var built = builder.Build(appends, parcels);
            try
            {
                var losers = await store.Commit(built, index, stopping.Token).ConfigureAwait(false);
                if (losers.Count == 0)
                {
                    Succeed(appends, began);
                    return;
                }
                // A lost commit may still have landed after we read back: then the head that stands in our way is our own.
                if (doubt && await Resolve(appends, built).ConfigureAwait(false))
                {
                    Succeed(appends, began);
                    return;
                }
                metrics.Conflict(losers.Count);
                FailLosers(appends, losers);
                continue;
            }
            catch (GroupFaultException e) when (appends.Count > 1)
            {
                JournalLog.GroupFault(log, e, appends.Count);
                await Halve(appends, parcels).ConfigureAwait(false);
                return;
            }
            catch (GroupFaultException e)
            {
                JournalLog.RowRefused(log, e, appends[0].Ledger);
                Fail(appends, new InvalidOperationException($"The database refused an event of {appends[0].Ledger}.", e));
                return;
            }
            catch (OutcomeUnknownException e)
            {
                doubt = true;
                JournalLog.OutcomeUnknown(log, e, appends.Count);
                if (await Resolve(appends, built).ConfigureAwait(false))
                {
                    if (appends.Count > 0) Succeed(appends, began);
                    return;
                }
            }
            catch (JournalAwayException e)
            {
                metrics.Away();
                JournalLog.Away(log, e, appends.Count);
                FailExpired(appends, "journal-away", "The database is away; send the same command again.");
            }
            if (appends.Count == 0) return;
            await Task.Delay(pause, time, CancellationToken.None).ConfigureAwait(false);
            pause = pause * 2 < limits.RetryPauseMost ? pause * 2 : limits.RetryPauseMost;
        }
    }

    /// <summary>One row's fault never aborts a group: each half is committed by itself, down to the row at fault. Ledgers stay whole and in order.</summary>
    async Task Halve(List<Append> appends, List<ParcelKey> parcels)
    {
        var half = appends.Count / 2;
        await Commit(appends.GetRange(0, half), parcels).ConfigureAwait(false);
        await Commit(appends.GetRange(half, appends.Count - half), []).ConfigureAwait(false);
    }

    /// <summary>
    /// Reads back what became of a commit whose answer was lost. True when it is known and done (or everybody was given up on); false when nothing was
    /// written and it may be tried again. Never a guess: a head that bears our hash is ours.
    /// </summary>
    async Task<bool> Resolve(List<Append> appends, CommitGroup built)
    {
        // A head that stays where it was says nothing. Where none moves there are only rows to put or to take away: to do that again does no harm.
        var moved = built.Heads.FindAll(static h => h.Version > h.Expected);
        if (moved.Count == 0) return false;
        var pause = limits.RetryPause;
        while (true)
        {
            try
            {
                var heads = await store.Heads(moved.ConvertAll(static h => h.Ledger), stopping.Token).ConfigureAwait(false);
                var first = moved[0];
                // The transaction is all or nothing, but a ledger may have moved on elsewhere since: any head of ours answers for all.
                return moved.Exists(h => heads.TryGetValue(h.Ledger, out var now) && now.Version == h.Version && now.Hash.AsSpan().SequenceEqual(h.Hash))
                    || await WrittenBefore(first).ConfigureAwait(false);
            }
            catch (Exception e) when (e is JournalAwayException or OutcomeUnknownException)
            {
                JournalLog.Away(log, e, appends.Count);
                FailExpired(appends, "outcome-unknown", "The database went away while committing and did not come back in time; send the same command again.");
                if (appends.Count == 0) return true;
                await Task.Delay(pause, time, CancellationToken.None).ConfigureAwait(false);
                pause = pause * 2 < limits.RetryPauseMost ? pause * 2 : limits.RetryPauseMost;
            }
        }
    }

    async Task<bool> WrittenBefore(HeadMove head)
    {
        var history = await store.Read(head.Ledger, head.Version - 1, stopping.Token).ConfigureAwait(false);
        return history.Events.Count > 0 && history.Events[0].Version == head.Version && history.Events[0].Hash.AsSpan().SequenceEqual(head.Hash);
    }

    void Succeed(List<Append> appends, long began)
    {
        var now = Stopwatch.GetTimestamp();
        metrics.Committed(appends, began, now);
        committed(appends);
        foreach (var append in appends) append.Succeed();
    }

    void FailLosers(List<Append> appends, IReadOnlyList<string> losers)
    {
        var lost = new HashSet<string>(losers, StringComparer.Ordinal);
        foreach (var append in appends)
        {
            if (lost.Contains(append.Ledger)) append.Fail(new TryAgainException("moved", $"{append.Ledger} has moved on elsewhere; send the same command again."));
        }
        appends.RemoveAll(a => lost.Contains(a.Ledger));
    }

    void FailExpired(List<Append> appends, string reason, string message)
    {
        var now = Stopwatch.GetTimestamp();
        var lost = new HashSet<string>(StringComparer.Ordinal);
        foreach (var append in appends)
        {
            if (lost.Contains(append.Ledger) || Stopwatch.GetElapsedTime(append.Arrived, now) >= limits.Patience)
            {
                lost.Add(append.Ledger);
                append.Fail(new TryAgainException(reason, message));
            }
        }
        appends.RemoveAll(a => lost.Contains(a.Ledger));
    }

    static void Fail(List<Append> appends, Exception why)
    {
        foreach (var append in appends) append.Fail(why);
    }
}

static class ListExtensions
{
    public static bool IsEmpty<T>(this List<T> list) => list.Count == 0;
}
