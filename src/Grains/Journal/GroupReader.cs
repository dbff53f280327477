using System.Threading.Channels;

namespace JmaActors.Journal;

/// <summary>
/// Reads ledgers that wake: a few loops take whatever waits and read it in one go, so that ten thousand actors waking at once cost a hundred
/// queries, and one alone costs one. The counterpart of group commit.
/// </summary>
sealed class GroupReader
{
    readonly IJournalStore store;
    readonly JournalLimits limits;
    readonly TimeProvider time;
    readonly Channel<Wanted> queue;
    Task loops = Task.CompletedTask;

    public GroupReader(IJournalStore store, JournalLimits limits, TimeProvider time)
    {
        (this.store, this.limits, this.time) = (store, limits, time);
        queue = Channel.CreateBounded<Wanted>(limits.Queue);
    }

    /// <summary>Ledgers that wait to be read.</summary>
    public int Waiting => queue.Reader.Count;

    public void Start() => loops = Task.WhenAll(Enumerable.Range(0, limits.Readers).Select(_ => Task.Run(Run)));

    public Task Stop()
    {
        queue.Writer.TryComplete();
        return loops;
    }

    /// <summary>The ledger from its beginning. Waits for a database that is away as long as a command would.</summary>
    public async ValueTask<LedgerHistory> Read(string ledger, CancellationToken ct)
    {
        var wanted = new Wanted(ledger, time.GetTimestamp());
        if (!queue.Writer.TryWrite(wanted)) throw new TryAgainException("journal-full", $"{limits.Queue} ledgers wait to be read; send the same command again.");
        return await wanted.History.Task.WaitAsync(ct).ConfigureAwait(false);
    }

    async Task Run()
    {
        var batch = new List<Wanted>(limits.ReadGroup);
        while (await queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (batch.Count < limits.ReadGroup && queue.Reader.TryRead(out var wanted)) batch.Add(wanted);
            if (batch.Count > 0) await Answer(batch).ConfigureAwait(false);
            batch.Clear();
        }
    }

    async Task Answer(List<Wanted> batch)
    {
        while (batch.Count > 0)
        {
            try
            {
                if (batch.Count == 1)
                {
                    batch[0].History.TrySetResult(await store.Read(batch[0].Ledger, 0, CancellationToken.None).ConfigureAwait(false));
                    return;
                }
                var histories = await store.ReadMany([.. batch.Select(w => w.Ledger).Distinct(StringComparer.Ordinal)], CancellationToken.None).ConfigureAwait(false);
                foreach (var wanted in batch) wanted.History.TrySetResult(histories[wanted.Ledger]);
                return;
            }
            catch (JournalAwayException e)
            {
                GiveUp(batch, w => time.GetElapsedTime(w.Since) >= limits.Patience, new TryAgainException("The database is away; send the same command again.", e));
            }
            catch (Exception e)
            {
                GiveUp(batch, _ => true, e);
            }
            if (batch.Count > 0) await Task.Delay(limits.RetryPauseMost, time).ConfigureAwait(false);
        }
    }

    static void GiveUp(List<Wanted> batch, Predicate<Wanted> on, Exception why)
    {
        foreach (var wanted in batch.FindAll(on)) wanted.History.TrySetException(why);
        batch.RemoveAll(on);
    }

    sealed record Wanted(string Ledger, long Since)
    {
        public TaskCompletionSource<LedgerHistory> History { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
