using JmaActors.Storage;

namespace JmaActors.Composition;

/// <summary>Now and then takes away documents that were uploaded and never attached to an entry.</summary>
sealed class EvidenceSweep(LooseEvidence evidence, Readiness readiness, TimeProvider time, ILogger<EvidenceSweep> log) : BackgroundService
{
    static readonly TimeSpan Look = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.SiloStarted.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Look, time);
        do
        {
            try
            {
                var gone = await evidence.Sweep(time.GetUtcNow(), stoppingToken);
                if (gone > 0) SiloLog.EvidenceGone(log, gone);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                SiloLog.EvidenceKeptOn(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
