using JmaActors.Storage.Views;

namespace JmaActors.Composition;

/// <summary>
/// Once after a start, brings views up to date that are newer than what was written before: names folded as they should be, the rows people are searched by,
/// certificates. Several silos may do it at once.
/// </summary>
sealed class ViewMending(PersonRows people, FoldedNames names, ProofRows certificates, Readiness readiness, TimeProvider time, ILogger<ViewMending> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.SiloStarted.WaitAsync(stoppingToken);
        foreach (var mend in (Func<CancellationToken, Task<int>>[])[people.Mend, names.Mend, certificates.Mend]) await Until(mend, stoppingToken);
    }

    async Task Until(Func<CancellationToken, Task<int>> mend, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                var written = await mend(ct);
                if (written > 0) SiloLog.ViewsMended(log, mend.Method.DeclaringType?.Name ?? "", written);
                return;
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                SiloLog.ViewsNotMended(log, e);
            }
            await Task.Delay(Pause, time, ct);
        }
    }
}
