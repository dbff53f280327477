using JmaActors.Operations;

namespace JmaActors.Composition;

/// <summary>Signs all heads once a civil day; the seal of a day is the natural key, so several silos may try.</summary>
sealed class DailySeal(HeadSealer sealer, Readiness readiness, ILogger<DailySeal> log) : BackgroundService
{
    static readonly TimeSpan Look = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.PopulationLoaded.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Look);
        do
        {
            try
            {
                await sealer.SealOnceADay(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                SiloLog.SealFailed(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
