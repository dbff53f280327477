using JmaActors.Works;

namespace JmaActors.Composition;

/// <summary>Wakes long work that a kill left behind, and what has expired; each then goes on, or takes away what it gathered, by itself.</summary>
sealed class WorkSweep(IWorkIndex works, IGrainFactory grains, WorkLimits limits, Readiness readiness, TimeProvider time, ILogger<WorkSweep> log) : BackgroundService
{
    /// <summary>Works woken in one go; the others come next time.</summary>
    const int AtOnce = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.SiloStarted.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(limits.Sweep, time);
        do
        {
            await Quietly(async () =>
            {
                // One that cannot wake holds up nobody behind it.
                foreach (var id in await works.Due(time.GetUtcNow(), AtOnce, stoppingToken)) await Quietly(() => grains.GetGrain<IWorkGrain>(id).Wake(stoppingToken), stoppingToken);
            }, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task Quietly(Func<Task> step, CancellationToken ct)
    {
        try
        {
            await step();
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            SiloLog.WorksNotWoken(log, e);
        }
    }
}
