using JmaActors.Alerts;

namespace JmaActors.Composition;

/// <summary>
/// Has physicians looked at, once a day and a page at a time, for what falls due without anything happening. Several silos may do it at once: the actor that looks has one
/// place in the walk.
/// </summary>
sealed class AlertSweep(IGrainFactory grains, Readiness readiness, TimeProvider time, ILogger<AlertSweep> log) : BackgroundService
{
    /// <summary>Between two pages.</summary>
    static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    /// <summary>Between two questions whether a new day has begun.</summary>
    static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.PopulationLoaded.WaitAsync(stoppingToken);
        while (true) await Task.Delay(await Page(stoppingToken) ? Pace : Rest, time, stoppingToken);
    }

    async Task<bool> Page(CancellationToken ct)
    {
        try
        {
            return await grains.GetGrain<IAlertSweepGrain>(0).Sweep(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            SiloLog.AlertsNotSought(log, e);
            return false;
        }
    }
}
