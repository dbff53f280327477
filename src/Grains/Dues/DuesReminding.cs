using JmaActors.Journal;
using JmaActors.Members;
using JmaActors.Policies;
using JmaActors.Time;
using Microsoft.Extensions.Logging;

namespace JmaActors.Dues;

/// <summary>
/// The daily look for late dues: finds for whom a step of reminders may be due and lets her own ledger decide, so that several silos may look, and a look that was cut off is begun again and reminds nobody twice.
/// </summary>
public sealed class DuesReminding(IDuesIndex index, PolicyBook book, IGrainFactory grains, TimeProvider time, ILogger<DuesReminding> log)
{
    /// <summary>People asked for at once.</summary>
    const int Size = 200;

    DateOnly? done;

    /// <summary>Whether it is an hour for it: nobody is reminded of money in the middle of the night.</summary>
    public bool ByDay
    {
        get
        {
            var now = time.GetUtcNow();
            var (from, until) = book.Dues(Tokyo.DateOf(now)).ReminderHours;
            return Tokyo.TimeOf(now).Hour is var hour && from <= hour && hour < until;
        }
    }

    /// <summary>Reminds whoever is to be reminded today; how many were. After a look at everybody nothing is looked at until the next day.</summary>
    public async Task<int> Remind(CancellationToken ct)
    {
        var today = Tokyo.DateOf(time.GetUtcNow());
        if (done == today) return 0;
        var (late, after, reminded, failed) = (book.Dues(today).LateOn(today), 0L, 0, 0);
        while (true)
        {
            var people = await index.ToRemind(late, after, Size, ct).OrTryAgain();
            // Not within an actor: what comes back comes on several threads.
            await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = DuesLimits.RemindedAtOnce, CancellationToken = ct }, async (member, _) =>
            {
                BulkWork.Begin();
                try
                {
                    if (await grains.GetGrain<IDuesGrain>(member).Remind(ct)) Interlocked.Increment(ref reminded);
                }
                catch (Exception e) when (!ct.IsCancellationRequested)
                {
                    Interlocked.Increment(ref failed);
                    DuesLog.NotReminded(log, member, e);
                }
            });
            if (people.Count < Size) break;
            after = people[^1];
        }
        if (failed == 0) done = today;
        return reminded;
    }
}
