using JmaActors.Journal;
using JmaActors.Storage.Views;

namespace JmaActors.Composition;

/// <summary>Once after a start, folds names anew that are not kept folded as they should be. Several silos may do it at once.</summary>
sealed class NameMending(FoldedNames names, Readiness readiness, TimeProvider time, ILogger<NameMending> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.SiloStarted.WaitAsync(stoppingToken);
        while (true)
        {
            try
            {
                var written = await names.Mend(stoppingToken);
                if (written > 0) SiloLog.NamesMended(log, written);
                return;
            }
            catch (Exception e) when (e is JournalAwayException or OutcomeUnknownException)
            {
                SiloLog.NamesNotMended(log, e);
            }
            await Task.Delay(Pause, time, stoppingToken);
        }
    }
}
