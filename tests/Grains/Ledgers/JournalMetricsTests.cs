using System.Diagnostics;
using JmaActors.Journal;

namespace JmaActors.Tests.Grains.Ledgers;

/// <summary>What the operations board shows of the journal.</summary>
public sealed class JournalMetricsTests
{
    static Append Arrived(long at, bool rowsAlone) => new()
    {
        Ledger = "probe/a", Shard = 0, Expected = 0, ExpectedHash = [], Arrived = at, Events = rowsAlone ? [] : [new EventRow("probe/a", 1, "added", 3, 0, [], [])],
    };

    [Fact]
    public void Rows_without_an_event_do_not_hide_how_long_answers_take()
    {
        var (metrics, now) = (new JournalMetrics(), 100 * Stopwatch.Frequency);
        metrics.Committed([Arrived(now - Stopwatch.Frequency / 100, false), .. Enumerable.Repeat(Arrived(now, true), 99)], now, now);

        var window = metrics.Take();
        Assert.Equal((100, 10.25, 10.25), (window.Appends, window.AckP50Ms, window.AckP99Ms));
        Assert.Equal(0, metrics.Take().AckP50Ms);
    }
}
