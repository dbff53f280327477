using JmaActors.Audit;
using JmaActors.Policies;
using JmaActors.Time;

namespace JmaActors.Composition;

/// <summary>Forgets what the audit keeps for a while only: once after a start, and daily. Several silos may do it at once.</summary>
sealed class AuditRetention(IAuditIndex index, PolicyBook book, Readiness readiness, TimeProvider time, ILogger<AuditRetention> log) : BackgroundService
{
    static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.SiloStarted.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Daily, time);
        do
        {
            try
            {
                var policy = book.Audit(Tokyo.Today(time));
                var forgotten = await index.Forget(time.GetUtcNow().AddDays(-policy.AddressDays), time.GetUtcNow().AddYears(-policy.LineYears), stoppingToken);
                if (forgotten > 0) SiloLog.AuditForgotten(log, forgotten);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                SiloLog.AuditNotForgotten(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
