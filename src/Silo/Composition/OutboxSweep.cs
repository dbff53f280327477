using JmaActors.Ledgers;

namespace JmaActors.Composition;

/// <summary>Looks now and then for parcels whose sender sleeps, above all after a crash.</summary>
sealed class OutboxSweep(Outbox outbox, OutboxLimits limits, Readiness readiness, ILogger<OutboxSweep> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.SiloStarted.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(limits.Sweep);
        do
        {
            try
            {
                await outbox.Sweep(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                SiloLog.SweepFailed(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
