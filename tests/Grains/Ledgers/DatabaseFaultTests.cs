using JmaActors.Journal;
using JmaActors.Tests.Grains.Associations;

namespace JmaActors.Tests.Grains.Ledgers;

/// <summary>A database that is away, answers that are lost, a queue that is full: what a caller hears, and that the next attempt finds the truth.</summary>
public sealed class DatabaseFaultTests
{
    static readonly JournalLimits Impatient = new() { Patience = TimeSpan.FromMilliseconds(200), RetryPause = TimeSpan.FromMilliseconds(5), RetryPauseMost = TimeSpan.FromMilliseconds(10) };

    [Fact]
    public async Task A_database_that_comes_back_in_time_is_only_felt_as_a_pause()
    {
        using var folder = new DataFolder();
        await using var house = await ProbeHouse.Open(folder);
        var away = 5;
        house.Store.OnCommit = (_, commit) => away-- > 0 ? throw new JournalAwayException("away") : commit();

        var answer = await house.Add("a", "1");

        Assert.Equal((1, 1L, false), (answer.Value, answer.Version, answer.Repeat));
        Assert.True(away < 0);
        Assert.Equal(["added"], await house.Stored("a"));
    }

    [Fact]
    public async Task A_database_that_stays_away_is_said_in_time_and_nothing_undurable_is_ever_seen()
    {
        using var folder = new DataFolder();
        await using var house = await ProbeHouse.Open(folder, Impatient);
        await house.Add("a", "1");
        house.Store.OnCommit = static (_, _) => throw new JournalAwayException("away");

        Assert.Equal("journal-away", (await Assert.ThrowsAsync<TryAgainException>(() => house.Add("a", "2"))).Reason);
        Assert.Equal(1, await Sum(house, "a"));

        house.Store.OnCommit = static (_, commit) => commit();
        Assert.False((await house.Surely("a", "2")).Repeat);
        Assert.Equal(["added", "added"], await house.Stored("a"));
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_found_by_reading_back()
    {
        using var folder = new DataFolder();
        await using var house = await ProbeHouse.Open(folder);
        var lost = 1;
        house.Store.OnCommit = async (_, commit) =>
        {
            var losers = await commit();
            return lost-- > 0 ? throw new OutcomeUnknownException("lost") : losers;
        };

        var answer = await house.Add("a", "1");

        Assert.Equal((1, false), (answer.Value, answer.Repeat));
        Assert.Equal(2, (await house.Add("a", "2")).Version);
        Assert.Equal(["added", "added"], await house.Stored("a"));
    }

    [Fact]
    public async Task Rows_without_an_event_do_not_vouch_for_a_group_that_was_lost()
    {
        using var folder = new DataFolder();
        await using var house = await ProbeHouse.Open(folder, new JournalLimits { Writers = 1 });
        await house.Add("a", "1");
        var head = (await house.Store.Heads(["probe/a"], ProbeHouse.Ct))["probe/a"];
        var (calls, arrived, open) = (0, new TaskCompletionSource(), new TaskCompletionSource());
        house.Store.OnCommit = async (_, commit) =>
        {
            switch (Interlocked.Increment(ref calls))
            {
                case 1:
                    arrived.SetResult();
                    await open.Task;
                    return await commit();
                case 2: throw new OutcomeUnknownException("lost");
                default: return await commit();
            }
        };

        var held = house.Add("held", "1");
        await arrived.Task;
        var rows = new AppendEnd<bool>(true);
        house.Service<GroupJournal>().Append(new Append { Ledger = "probe/a", Shard = LedgerShard.Of("probe/a"), Expected = head.Version, ExpectedHash = head.Hash, Events = [], Arrived = 0, End = rows });
        var b = house.Add("b", "1");
        await Tests.Grains.Associations.Eventually.Be("both waiting", () => Task.FromResult(house.Service<GroupJournal>().Waiting), w => w == 2, ProbeHouse.Ct);
        open.SetResult();

        Assert.True((await held).Accepted && (await b).Accepted && await rows.Task);
        Assert.Equal((3, 1), (calls, (await house.Stored("b")).Count));
        Assert.Equal(["added"], await house.Stored("a"));
    }

    [Fact]
    public async Task A_commit_that_was_lost_with_its_answer_is_written_again()
    {
        using var folder = new DataFolder();
        await using var house = await ProbeHouse.Open(folder);
        var lost = 2;
        house.Store.OnCommit = (_, commit) => lost-- > 0 ? throw new OutcomeUnknownException("lost") : commit();

        Assert.False((await house.Add("a", "1")).Repeat);
        Assert.Equal(["added"], await house.Stored("a"));
    }

    [Fact]
    public async Task An_outcome_nobody_can_read_back_is_not_guessed_and_the_same_command_finds_it()
    {
        using var folder = new DataFolder();
        await using var house = await ProbeHouse.Open(folder, Impatient);
        house.Store.OnCommit = static async (_, commit) =>
        {
            await commit();
            throw new OutcomeUnknownException("lost");
        };
        house.Store.BeforeHeads = static () => throw new JournalAwayException("away");

        Assert.Equal("outcome-unknown", (await Assert.ThrowsAsync<TryAgainException>(() => house.Add("a", "1"))).Reason);

        house.Store.OnCommit = static (_, commit) => commit();
        house.Store.BeforeHeads = static () => Task.CompletedTask;
        var again = await house.Surely("a", "1");
        Assert.Equal((1, true), (again.Value, again.Repeat));
        Assert.Equal(["added"], await house.Stored("a"));
    }

    [Fact]
    public async Task A_row_the_database_refuses_fails_alone()
    {
        using var folder = new DataFolder();
        await using var house = await ProbeHouse.Open(folder, new JournalLimits { Writers = 1 });
        var gate = new Gate(house.Store);
        var held = house.Add("held", "1");
        await gate.Arrived;
        var adds = Enumerable.Range(0, 8).Select(i => house.Add($"p{i}", "1")).ToList();
        house.Store.OnCommit = static (group, commit) => group.Heads.Exists(h => h.Ledger == "probe/p5") ? throw new GroupFaultException("refused") : commit();
        gate.Open();

        await held;
        await Assert.ThrowsAnyAsync<Exception>(() => adds[5]);
        foreach (var add in adds.Where((_, i) => i != 5)) Assert.True((await add).Accepted);
        Assert.Empty(await house.Stored("p5"));
    }

    [Fact]
    public async Task A_full_queue_is_said_at_once_and_every_command_is_done_once_in_the_end()
    {
        const int Queue = 8, Commands = 40;
        using var folder = new DataFolder();
        await using var house = await ProbeHouse.Open(folder, new JournalLimits { Writers = 1, Queue = Queue });
        var gate = new Gate(house.Store);
        var held = house.Add("held", "1");
        await gate.Arrived;

        var adds = Enumerable.Range(0, Commands).Select(i => (Key: $"p{i}", Answer: house.Add($"p{i}", "1"))).ToList();
        var full = await Refused(adds.Select(a => a.Answer), Commands - Queue);
        gate.Open();
        await held;

        Assert.All(full, e => Assert.Equal("journal-full", e.Reason));
        foreach (var (key, _) in adds) await house.Surely(key, "1");
        foreach (var (key, _) in adds) Assert.Equal(["added"], await house.Stored(key));
    }

    [Fact]
    public async Task Rows_that_a_full_queue_did_not_take_keep_nobody_waiting()
    {
        using var folder = new DataFolder();
        await using var house = await ProbeHouse.Open(folder, new JournalLimits { Writers = 1, Queue = 1 });
        await house.Add("a", "1");
        var gate = new Gate(house.Store);
        var held = house.Add("held", "1");
        await gate.Arrived;
        var next = house.Add("next", "1");
        await Eventually.Be("a full queue", () => Task.FromResult(house.Service<GroupJournal>().Waiting), w => w == 1, ProbeHouse.Ct);

        Assert.Equal("journal-full", (await Assert.ThrowsAsync<TryAgainException>(() => house.Probe("a").Show(ProbeHouse.Ct))).Reason);

        gate.Open();
        await Task.WhenAll(held, next);
        Assert.Equal(1, await Sum(house, "a").WaitAsync(TimeSpan.FromSeconds(20), ProbeHouse.Ct));
        Assert.False((await house.Surely("a", "2")).Repeat);
    }

    /// <summary>The first so many refusals; they come although nothing is committed.</summary>
    static async Task<IReadOnlyList<TryAgainException>> Refused(IEnumerable<Task<Answer<int>>> answers, int wanted)
    {
        var refused = new List<TryAgainException>();
        await foreach (var answer in Task.WhenEach(answers).WithCancellation(ProbeHouse.Ct))
        {
            refused.Add(await Assert.ThrowsAsync<TryAgainException>(() => answer));
            if (refused.Count == wanted) break;
        }
        return refused;
    }

    /// <summary>The sum as an activation sees it that has read the journal.</summary>
    static async Task<int> Sum(ProbeHouse house, string probe)
    {
        while (true)
        {
            try
            {
                return await house.Probe(probe).Sum(ProbeHouse.Ct);
            }
            catch (TryAgainException)
            {
                await Task.Yield();
            }
        }
    }
}
