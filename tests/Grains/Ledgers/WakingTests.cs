using JmaActors.Journal;
using JmaActors.Tests.Grains.Associations;

namespace JmaActors.Tests.Grains.Ledgers;

/// <summary>Many ledgers wake at once, and what a caller's leaving changes.</summary>
public sealed class WakingTests
{
    const int Sleepers = 40;

    [Fact]
    public async Task Thousands_that_wake_are_read_together()
    {
        using var folder = new DataFolder();
        await Fill(folder);
        await using var house = await ProbeHouse.Open(folder, new JournalLimits { Readers = 1, ReadGroup = 64 });
        var (held, gate) = await Hold(house);

        var sums = Enumerable.Range(0, Sleepers).Select(i => house.Probe($"s{i}").Sum(ProbeHouse.Ct)).ToList();
        await Eventually.Be("all to wait", () => Task.FromResult(house.Service<GroupJournal>().Reading), waiting => waiting == Sleepers, ProbeHouse.Ct);
        gate.SetResult();

        Assert.Equal(0, await held);
        Assert.Equal(Enumerable.Range(0, Sleepers), await Task.WhenAll(sums));
        Assert.Equal([Sleepers], house.Store.ReadTogether);
    }

    [Fact]
    public async Task Who_finds_the_queue_of_readers_full_is_told_so_and_comes_again()
    {
        using var folder = new DataFolder();
        await Fill(folder);
        const int Queue = 8;
        await using var house = await ProbeHouse.Open(folder, new JournalLimits { Readers = 1, Queue = Queue });
        var (held, gate) = await Hold(house);

        var sums = Enumerable.Range(0, Sleepers).Select(i => house.Probe($"s{i}").Sum(ProbeHouse.Ct)).ToList();
        var full = new List<TryAgainException>();
        await foreach (var sum in Task.WhenEach(sums).WithCancellation(ProbeHouse.Ct))
        {
            full.Add(await Assert.ThrowsAsync<TryAgainException>(() => sum));
            if (full.Count == Sleepers - Queue) break;
        }
        gate.SetResult();
        await held;

        Assert.All(full, e => Assert.Equal("journal-full", e.Reason));
        for (var i = 0; i < Sleepers; i++) Assert.Equal(i, (await house.Surely($"s{i}", "k", i)).Value);
    }

    [Fact]
    public async Task Leaving_before_the_decision_undoes_it_and_leaving_after_it_does_not()
    {
        using var folder = new DataFolder();
        await using var house = await ProbeHouse.Open(folder);
        await house.Add("a", "1");
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(ProbeHouse.Ct);
        var gate = new Gate(house.Store);
        var left = house.Probe("a").Add(new AddToProbe("2", 10), leaving.Token);
        await gate.Arrived;

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => house.Probe("a").Add(new AddToProbe("3", 100), leaving.Token));
        gate.Open();
        // Whether or not its caller hears of it, what was decided is done.
        await left.ContinueWith(static _ => { }, TaskScheduler.Default);

        Assert.Equal(11, await house.Probe("a").Sum(ProbeHouse.Ct));
        Assert.True((await house.Add("a", "2", 10)).Repeat);
        Assert.Equal(["added", "added"], await house.Stored("a"));
    }

    static async Task Fill(DataFolder folder)
    {
        await using var house = await ProbeHouse.Open(folder);
        await Task.WhenAll(Enumerable.Range(0, Sleepers).Select(i => house.Add($"s{i}", "k", i)));
    }

    /// <summary>The only reader is busy with one ledger until the gate opens.</summary>
    static async Task<(Task<int> Held, TaskCompletionSource Gate)> Hold(ProbeHouse house)
    {
        var (arrived, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        house.Store.AfterRead = async ledger =>
        {
            if (ledger != "probe/held") return;
            arrived.TrySetResult();
            await gate.Task;
        };
        var held = house.Probe("held").Sum(ProbeHouse.Ct);
        await arrived.Task;
        return (held, gate);
    }
}
