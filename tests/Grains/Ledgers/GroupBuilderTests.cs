using JmaActors.Journal;

namespace JmaActors.Tests.Grains.Ledgers;

/// <summary>Appends folded into one group: in the order of their ledgers, each ledger's as they came.</summary>
public sealed class GroupBuilderTests
{
    readonly GroupBuilder builder = new();

    [Fact]
    public void Ledgers_come_in_order_and_each_ones_appends_as_they_came()
    {
        var group = builder.Build([Of("b", 1, 2), Of("a", 4, 0), Of("b", 3, 1), Of("a", 4, 2), Of("", 0, 0), Of("a", 6, 0)], []);

        Assert.Equal([("a", 4L, 6L), ("b", 1L, 4L)], group.Heads.Select(h => (h.Ledger, h.Expected, h.Version)));
        Assert.Equal([("a", 5L), ("a", 6L), ("b", 2L), ("b", 3L), ("b", 4L)], group.Events.Select(e => (e.Ledger, e.Version)));
    }

    [Fact]
    public void A_group_that_cannot_be_made_leaves_nothing_to_the_next()
    {
        Assert.Throws<InvalidOperationException>(() => builder.Build([Of("a", 1, 1), Of("b", 1, 1), Of("b", 7, 1), Of("c", 1, 1)], []));

        var group = builder.Build([Of("d", 1, 1)], []);

        Assert.Equal(["d"], group.Heads.Select(h => h.Ledger));
        Assert.Equal(["d"], group.Events.Select(e => e.Ledger));
    }

    /// <summary>An append of as many events after a version; of rows alone where there are none.</summary>
    static Append Of(string ledger, long after, int events) => new()
    {
        Ledger = ledger,
        Shard = 0,
        Expected = after,
        ExpectedHash = [(byte)after],
        Events = [.. Enumerable.Range(1, events).Select(i => new EventRow(ledger, after + i, "tested", 1, 0, [], [(byte)(after + i)]))],
        Arrived = 0,
    };
}
