using JmaActors.Applications;
using JmaActors.Dues;
using JmaActors.Members;

namespace JmaActors.Composition;

/// <summary>Looks now and then whether a membership that was recorded ahead has come into force; soon after midnight in Tokyo it has. Dues that were left behind a change follow, who is late with hers is reminded by day, and applications that were agreed come on record.</summary>
sealed class DailyMemberships(MembershipBeginnings beginnings, DuesFollowing dues, DuesReminding reminders, ApplicationFollowing applications, Readiness readiness, TimeProvider time, ILogger<DailyMemberships> log) : BackgroundService
{
    static readonly TimeSpan Look = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.PopulationLoaded.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Look, time);
        do
        {
            try
            {
                await beginnings.Begin(stoppingToken);
                await applications.Follow(stoppingToken);
                await dues.Follow(stoppingToken);
                if (reminders.ByDay) await reminders.Remind(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                SiloLog.BeginningsFailed(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
