using JmaActors.Journal;

namespace JmaActors.Tests.Grains.Ledgers;

/// <summary>Two silos believe they hold the same actor: the head decides, and no command is lost or done twice.</summary>
public sealed class TwoActivationsTests
{
    const int Commands = 60;

    [Fact]
    public async Task The_activation_whose_head_has_moved_refuses_and_the_next_one_reads_the_journal_again()
    {
        using var folder = new DataFolder();
        await using var here = await ProbeHouse.Open(folder);
        await using var there = await ProbeHouse.Open(folder);
        await here.Add("a", "1");
        await there.Add("a", "2");

        var moved = await Assert.ThrowsAsync<TryAgainException>(() => here.Add("a", "3"));
        var again = await here.Surely("a", "3");

        Assert.Equal("moved", moved.Reason);
        Assert.Equal((3L, false), (again.Version, again.Repeat));
        Assert.Equal(3, await here.Probe("a").Sum(ProbeHouse.Ct));
        Assert.Equal(["added", "added", "added"], await here.Stored("a"));
    }

    [Fact]
    public async Task A_command_sent_to_both_is_done_once_and_both_give_the_same_answer()
    {
        using var folder = new DataFolder();
        await using var here = await ProbeHouse.Open(folder);
        await using var there = await ProbeHouse.Open(folder);

        await Task.WhenAll(Enumerable.Range(0, Commands).SelectMany(i => new[] { here.Surely("a", $"k{i}", i), there.Surely("a", $"k{i}", i) }));

        Assert.Equal(Commands, (await here.Stored("a")).Count);
        Assert.Equal(Enumerable.Range(0, Commands).Sum(), (await Fresh(here)).Value - 1_000);
    }

    [Fact]
    public async Task In_a_group_only_the_ledger_that_has_moved_loses()
    {
        using var folder = new DataFolder();
        await using var here = await ProbeHouse.Open(folder, new JournalLimits { Writers = 1 });
        await using var there = await ProbeHouse.Open(folder);
        foreach (var probe in new[] { "a", "b", "c", "held" }) await here.Add(probe, "1");
        await there.Add("b", "2");

        var gate = new Gate(here.Store);
        var held = here.Add("held", "3");
        await gate.Arrived;
        var (a, b, c) = (here.Add("a", "3"), here.Add("b", "3"), here.Add("c", "3"));
        await Until(() => here.Service<GroupJournal>().Waiting == 3);
        gate.Open();

        Assert.True((await held).Accepted && (await a).Accepted && (await c).Accepted);
        Assert.Equal("moved", (await Assert.ThrowsAsync<TryAgainException>(() => b)).Reason);
        Assert.Equal(["probe/a", "probe/b", "probe/c"], gate.Groups[1]);
        Assert.Equal((2, 2, 2), ((await here.Stored("a")).Count, (await here.Stored("b")).Count, (await here.Stored("c")).Count));
    }

    /// <summary>The sum with a last command of one's own, which finds out whether the activation is still the newest.</summary>
    static async Task<(int Value, bool Known)> Fresh(ProbeHouse house)
    {
        await house.Surely("a", "last", 1_000);
        return (await house.Probe("a").Sum(ProbeHouse.Ct), true);
    }

    static async Task Until(Func<bool> holds)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var turn = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!holds()) await turn.WaitForNextTickAsync(deadline.Token);
    }
}
