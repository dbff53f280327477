using System.Diagnostics;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Live;
using JmaActors.Operations;
using JmaActors.Composition;

namespace JmaActors.Telemetry;

/// <summary>Tells the operations board once a second how this node does.</summary>
sealed class NodeReporter(
    IClusterClient client, GroupJournal journal, JournalMetrics metrics, Outbox outbox, ChangeFeed feed, IJournalStore store,
    IWatcherCount watchers, NodeName node, Readiness readiness, TimeProvider time, ILogger<NodeReporter> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <summary>How often the outbox in the database is counted, in reports.</summary>
    const int CountEvery = 5;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.SiloStarted.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Every);
        var management = client.GetGrain<IManagementGrain>(0);
        var (told, at, round, parked, activations) = (feed.Told, Stopwatch.GetTimestamp(), 0, 0, 0);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (round++ % CountEvery == 0)
                {
                    (_, parked) = await store.OutboxSize(stoppingToken);
                    activations = await management.GetTotalActivationCount();
                }
                var window = metrics.Take();
                var (nowTold, now) = (feed.Told, Stopwatch.GetTimestamp());
                var seconds = Math.Max(0.1, Stopwatch.GetElapsedTime(at, now).TotalSeconds);
                var (watching, topics) = watchers.Count();
                var figures = new NodeFigures(
                    node.Name, node.Role, Math.Round(window.Appends / seconds, 1), window.AckP50Ms, window.AckP99Ms, journal.Waiting,
                    window.Groups == 0 ? 0 : Math.Round((double)window.Appends / window.Groups, 1), Math.Round(window.CommitMs, 2),
                    outbox.Waiting, parked, Math.Round((nowTold - told) / seconds, 1), watching, topics, activations,
                    Environment.WorkingSet, metrics.Healthy, time.GetUtcNow());
                (told, at) = (nowTold, now);
                await client.GetGrain<IOperationsBoardGrain>(0).Report(figures);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                SiloLog.ReportFailed(log, e);
            }
        }
    }
}

/// <summary>Names this node on the operations board.</summary>
public sealed record NodeName(string Name, string Role);

/// <summary>How many watch through this node.</summary>
public interface IWatcherCount
{
    (int Watchers, int Topics) Count();
}
