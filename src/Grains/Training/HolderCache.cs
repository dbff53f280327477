using System.Runtime.InteropServices;
using JmaActors.Journal;
using JmaActors.Members;

namespace JmaActors.Training;

/// <summary>
/// Who is behind a card or a number, remembered for a while; what is not known is asked of the directory, everything that waits in one query.
/// Used on one actor's scheduler only.
/// </summary>
/// <param name="ask">Asks the directory; who is not known is left out.</param>
/// <param name="believed">How long an answer is believed.</param>
sealed class HolderCache<TKey>(Func<IReadOnlyCollection<TKey>, CancellationToken, Task<IReadOnlyDictionary<TKey, CardHolder>>> ask, TimeSpan believed, JournalLimits limits, TimeProvider time)
    where TKey : notnull
{
    readonly Dictionary<TKey, (CardHolder? Holder, DateTimeOffset Until)> known = [];
    readonly Dictionary<TKey, TaskCompletionSource<CardHolder?>> waiting = [];
    bool asking;

    /// <summary>Who it is; null when nobody is.</summary>
    public ValueTask<CardHolder?> Find(TKey key, CancellationToken ct) =>
        known.TryGetValue(key, out var kept) && kept.Until > time.GetUtcNow() ? new(kept.Holder) : new(Ask(key).WaitAsync(ct));

    Task<CardHolder?> Ask(TKey key)
    {
        ref var answer = ref CollectionsMarshal.GetValueRefOrAddDefault(waiting, key, out _);
        answer ??= new TaskCompletionSource<CardHolder?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var task = answer.Task;
        if (!asking)
        {
            asking = true;
            _ = AskAll();
        }
        return task;
    }

    async Task AskAll()
    {
        // First let everybody who taps at this moment join the query.
        await Task.Yield();
        while (waiting.Count > 0)
        {
            var asked = waiting.Take(SessionLimits.CardQuery).ToArray();
            foreach (var (key, _) in asked) waiting.Remove(key);
            await Answer(asked);
        }
        asking = false;
    }

    /// <summary>Waits for a database that is away as long as a command would.</summary>
    async Task<IReadOnlyDictionary<TKey, CardHolder>> Holders(TKey[] keys)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                return await ask(keys, CancellationToken.None);
            }
            catch (JournalAwayException e) when (time.GetElapsedTime(began) >= limits.Patience)
            {
                throw new TryAgainException("The database is away; send the same taps again.", e);
            }
            catch (JournalAwayException)
            {
                await Task.Delay(limits.RetryPauseMost, time);
            }
        }
    }

    async Task Answer(KeyValuePair<TKey, TaskCompletionSource<CardHolder?>>[] asked)
    {
        try
        {
            var holders = await Holders(Array.ConvertAll(asked, static a => a.Key));
            if (known.Count + asked.Length > SessionLimits.Cards) known.Clear();
            var now = time.GetUtcNow();
            foreach (var (key, answer) in asked)
            {
                var holder = holders.GetValueOrDefault(key);
                known[key] = (holder, now + (holder is null ? SessionLimits.UnknownCard : believed));
                answer.SetResult(holder);
            }
        }
        catch (Exception e)
        {
            foreach (var (_, answer) in asked) answer.TrySetException(e);
        }
    }
}
