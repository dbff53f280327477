using System.Globalization;
using JmaActors.Demonstration;
using JmaActors.WorkHours;

namespace JmaActors.Composition;

/// <summary>Plays people coming on duty and going home at the demonstration's workplaces, in turn, so that duty boards move.</summary>
public sealed class LiveDuty(IGrainFactory grains, TimeProvider time, ILogger<LiveDuty> log)
{
    /// <summary>Between two people.</summary>
    static readonly TimeSpan Step = TimeSpan.FromSeconds(3);

    /// <summary>Shares no factor with the numbers of people there are.</summary>
    const int Stride = 11;

    static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    public async Task Run(CancellationToken ct)
    {
        var turns = new int[DemonstrationWorkplace.All.Count];
        for (var turn = 0; ; turn++)
        {
            try
            {
                // Two of three steps at the first workplace.
                var place = turn % 3 == 0 ? 1 + turn / 3 % (turns.Length - 1) : 0;
                await Play(DemonstrationWorkplace.All[place], turns[place]++, ct);
                await Task.Delay(Step, time, ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                SiloLog.LiveFailed(log, e);
                await Task.Delay(AfterFailure, time, ct);
            }
        }
    }

    async Task Play(DemonstrationWorkplace at, int turn, CancellationToken ct)
    {
        var physicians = await grains.GetGrain<IWorkplaceGrain>(at.Id.Code).Physicians(null, Caller.System, ct);
        if (physicians.Count == 0) return;
        // Everybody has a turn, not in the order of the list.
        var physician = physicians[(int)((long)turn * Stride % physicians.Count)];
        var hours = grains.GetGrain<IWorkHoursGrain>(physician.Member.Number);
        var key = string.Create(CultureInfo.InvariantCulture, $"live-{time.GetUtcNow().UtcTicks}");
        if ((await hours.Line(at.Id, ct))?.OnSince is not null) await hours.ClockOut(new ClockOut(key, at.Id, Caller.System), ct);
        else await hours.ClockIn(new ClockIn(key, at.Id, JmaActors.Time.Tokyo.Of(time.GetUtcNow()).Hour is >= 7 and < 18 ? HoursKind.Scheduled : HoursKind.NightDuty, Caller.System, Department: physician.Department), ct);
    }
}
