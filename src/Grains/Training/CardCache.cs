using System.Runtime.InteropServices;
using JmaActors.Journal;
using JmaActors.Members;

namespace JmaActors.Training;

/// <summary>
/// Whose card it is, remembered for a while; what is not known is asked of the directory, everything that waits in one query.
/// Used on one actor's scheduler only.
/// </summary>
sealed class CardCache(IMemberDirectory directory, JournalLimits limits, TimeProvider time)
{
    readonly Dictionary<string, (CardHolder? Holder, DateTimeOffset Until)> known = new(StringComparer.Ordinal);
    readonly Dictionary<string, TaskCompletionSource<CardHolder?>> waiting = new(StringComparer.Ordinal);
    bool asking;

    /// <summary>The holder of a card; null when nobody holds it.</summary>
    public ValueTask<CardHolder?> Find(string card, CancellationToken ct) =>
        known.TryGetValue(card, out var kept) && kept.Until > time.GetUtcNow() ? new(kept.Holder) : new(Ask(card).WaitAsync(ct));

    Task<CardHolder?> Ask(string card)
    {
        ref var answer = ref CollectionsMarshal.GetValueRefOrAddDefault(waiting, card, out _);
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
            foreach (var (card, _) in asked) waiting.Remove(card);
            await Answer(asked);
        }
        asking = false;
    }

    /// <summary>Waits for a database that is away as long as a command would.</summary>
    async Task<IReadOnlyDictionary<string, CardHolder>> Holders(string[] cards)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                return await directory.ByCards(cards, CancellationToken.None);
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

    async Task Answer(KeyValuePair<string, TaskCompletionSource<CardHolder?>>[] asked)
    {
        try
        {
            var holders = await Holders(Array.ConvertAll(asked, static a => a.Key));
            if (known.Count + asked.Length > SessionLimits.Cards) known.Clear();
            var now = time.GetUtcNow();
            foreach (var (card, answer) in asked)
            {
                var holder = holders.GetValueOrDefault(card);
                known[card] = (holder, now + (holder is null ? SessionLimits.UnknownCard : SessionLimits.KnownCard));
                answer.SetResult(holder);
            }
        }
        catch (Exception e)
        {
            foreach (var (_, answer) in asked) answer.TrySetException(e);
        }
    }
}
