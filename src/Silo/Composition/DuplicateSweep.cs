using JmaActors.Merges;

namespace JmaActors.Composition;

/// <summary>
/// Has everybody looked at, a page at a time, for records that may be one person's. Several silos may do it at once: the actor that looks has one place in the walk.
/// </summary>
sealed class DuplicateSweep(IGrainFactory grains, Readiness readiness, TimeProvider time, ILogger<DuplicateSweep> log) : BackgroundService
{
    /// <summary>Before the first page: a start has other work to do.</summary>
    static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    /// <summary>Between two pages: 178,593 people take 75 minutes and a thousandth of one processor.</summary>
    static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    /// <summary>Between two walks.</summary>
    static readonly TimeSpan Rest = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.SiloStarted.WaitAsync(stoppingToken);
        await Task.Delay(Settling, time, stoppingToken);
        while (true) await Task.Delay(await Page(stoppingToken) ? Pace : Rest, time, stoppingToken);
    }

    async Task<bool> Page(CancellationToken ct)
    {
        try
        {
            return await grains.GetGrain<IDuplicateFinderGrain>(0).Sweep(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            SiloLog.DuplicatesNotSought(log, e);
            return true;
        }
    }
}
