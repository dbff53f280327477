using JmaActors.Journal;
using JmaActors.Live;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Streams;

namespace JmaActors.WorkHours;

/// <summary>
/// Tells duty boards of a silo's commits: the rows that changed, gathered per workplace, so that no board asks for them one by one; and boards of regions that something
/// moved there. Paced. May lose or repeat: boards heal from the views.
/// </summary>
public sealed class DutyFeed(IClusterClient client, DutyChanges changes, FeedLimits limits, TimeProvider time, ILogger<DutyFeed> log) : BackgroundService, ICommitListener
{
    readonly Lock gate = new();
    Dictionary<string, ChangedRows> rows = new(StringComparer.Ordinal);
    HashSet<string> workplaces = new(StringComparer.Ordinal);

    public void Committed(IReadOnlyList<Append> appends)
    {
        lock (gate)
        {
            foreach (var append in appends)
            {
                for (var i = 0; i < append.Touches.Count; i++)
                {
                    if (append.Touches[i] is { Kind: TouchKind.Workplace } touch) workplaces.Add(touch.Code);
                    else if (append.Touches[i].Kind == TouchKind.Duty) Take(append.Views);
                }
            }
        }
    }

    void Take(IReadOnlyList<ViewRow> views)
    {
        for (var i = 0; i < views.Count; i++)
        {
            if (views[i].Row is not WorkHoursRow row) continue;
            if (views[i].Delete)
            {
                // Lines that are told say who is there: of one who is there no longer the board reads its list again.
                workplaces.Add(row.Workplace);
                continue;
            }
            if (!rows.TryGetValue(row.Workplace, out var here)) rows.Add(row.Workplace, here = new ChangedRows());
            here.Put(row, views[i].Table == WorkHoursViews.On);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(limits.Tick);
        var streams = client.GetStreamProvider(ChangeStreams.Provider);
        var regionsTold = time.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Gather();
                await Tell(streams);
                if (time.GetElapsedTime(regionsTold) < limits.HoursEvery) continue;
                regionsTold = time.GetTimestamp();
                foreach (var region in await changes.Regions(stoppingToken)) await Tell(streams, ChangeStreams.Hours, region, new ChangeHint(TouchedWhat.Hours));
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                DutyBoardLog.FeedFailed(log, e, changes.Count);
            }
        }
    }

    void Gather()
    {
        lock (gate)
        {
            if (rows.Count + workplaces.Count == 0) return;
            foreach (var workplace in workplaces) changes.Add(workplace, null);
            foreach (var (workplace, here) in rows) changes.Add(workplace, here);
            (rows, workplaces) = (new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        }
    }

    async Task Tell(IStreamProvider streams)
    {
        for (var budget = Math.Max(1, (int)(limits.DutyEventsPerSecond * limits.Tick.TotalSeconds)); budget > 0 && changes.TryTake(out var workplace, out var here); budget--)
            await Tell(streams, ChangeStreams.Workplaces, workplace, here is null ? new ChangeHint(TouchedWhat.Duty) : new ChangeHint(TouchedWhat.Duty, here.Lines, here.On));
    }

    static Task Tell(IStreamProvider streams, string space, string key, ChangeHint hint) => streams.GetStream<ChangeHint>(StreamId.Create(space, key)).OnNextAsync(hint);
}
