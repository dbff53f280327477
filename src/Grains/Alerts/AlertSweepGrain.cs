using JmaActors.Journal;
using JmaActors.Policies;
using JmaActors.Time;
using JmaActors.WorkHours;
using Microsoft.Extensions.Logging;

namespace JmaActors.Alerts;

/// <summary>
/// The daily look; see <see cref="IAlertSweepGrain"/>. Its place in the walk is kept in memory: one that is lost is begun again, which tells nobody anything twice.
/// </summary>
[GrainType("alert-sweep")]
sealed partial class AlertSweepGrain(IAlertIndex index, PolicyBook book, TimeProvider time, ILogger<AlertSweepGrain> log) : Grain, IAlertSweepGrain
{
    /// <summary>Who was not looked at for so long has no plan: those who retired are not woken every day.</summary>
    static readonly TimeSpan Forgotten = TimeSpan.FromDays(70);

    DateOnly? done;
    long after;

    public async Task<bool> Sweep(CancellationToken ct)
    {
        var (now, today) = (time.GetUtcNow(), Tokyo.DateOf(time.GetUtcNow()));
        if (done == today) return false;
        var month = WorkMinute.Instant(WorkMinute.Of(new DateOnly(today.Year, today.Month, 1))).ToUniversalTime();
        var page = await index.Waiting(after, today.AddDays(book.Alerts(today).RestDays), month, now - Forgotten, AlertLimits.SweepPage, ct).OrTryAgain();
        await Task.WhenAll(page.Select(m => Look(m, ct)));
        if (page.Count == AlertLimits.SweepPage)
        {
            after = page[^1].Number;
            return true;
        }
        (done, after) = (today, 0);
        return false;
    }

    /// <summary>One that cannot be looked at holds up nobody behind; tomorrow it is looked at again.</summary>
    async Task Look(MemberId member, CancellationToken ct)
    {
        try
        {
            await GrainFactory.GetGrain<IWorkHoursGrain>(member.Number).Look(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            NotLookedAt(log, e, member);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What falls due for {Member} could not be looked at; trying again tomorrow.")]
    static partial void NotLookedAt(ILogger log, Exception e, MemberId member);
}
