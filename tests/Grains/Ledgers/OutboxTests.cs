using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Operations;
using JmaActors.Tests.Grains.Associations;

namespace JmaActors.Tests.Grains.Ledgers;

/// <summary>What one ledger owes another arrives once in effect and in order, whatever happens between commit and delivery.</summary>
public sealed class OutboxTests
{
    /// <summary>A silo that commits and never delivers: as if it were killed right after each commit.</summary>
    static readonly OutboxLimits Mute = new() { AtOnce = 0 };

    [Fact]
    public async Task What_a_killed_silo_had_committed_and_not_delivered_is_delivered_by_the_next_one()
    {
        using var folder = new DataFolder();
        await using (var killed = await ProbeHouse.Open(folder, outbox: Mute))
        {
            for (var i = 1; i <= 5; i++) await killed.Add("from", $"{i}", i, "to");
            Assert.Equal(5, await killed.Owed());
            Assert.Equal(0, await killed.Probe("to").Sum(ProbeHouse.Ct));
        }

        await using var next = await ProbeHouse.Open(folder);
        await next.Outbox.Sweep(ProbeHouse.Ct);

        Assert.Equal(15, await Eventually.Be("the sum of all that was told", () => next.Probe("to").Sum(ProbeHouse.Ct), s => s == 15, ProbeHouse.Ct));
        await Eventually.Be("an empty outbox", next.Owed, owed => owed == 0, ProbeHouse.Ct);
        Assert.Equal(["told", "told", "told", "told", "told"], await next.Stored("to"));
    }

    [Fact]
    public async Task A_parcel_delivered_again_after_a_crash_changes_nothing()
    {
        using var folder = new DataFolder();
        await using (var killed = await ProbeHouse.Open(folder))
        {
            // The receiver commits; that the parcel is done with is never written.
            killed.Store.OnCommit = static (group, commit) =>
            {
                group.Delivered.Clear();
                return commit();
            };
            await killed.Add("from", "1", 7, "to");
            await Eventually.Be("the amount that was told", () => killed.Probe("to").Sum(ProbeHouse.Ct), s => s == 7, ProbeHouse.Ct);
            Assert.Equal(1, await killed.Owed());
        }

        await using var next = await ProbeHouse.Open(folder);
        await next.Outbox.Sweep(ProbeHouse.Ct);

        await Eventually.Be("an empty outbox", next.Owed, owed => owed == 0, ProbeHouse.Ct);
        Assert.Equal(7, await next.Probe("to").Sum(ProbeHouse.Ct));
        Assert.Equal(["told"], await next.Stored("to"));
    }

    [Fact]
    public async Task A_note_of_arrival_that_was_lost_is_written_again()
    {
        using var folder = new DataFolder();
        await using var house = await ProbeHouse.Open(folder);
        var lost = 3;
        house.Store.OnCommit = (group, commit) => group.Heads.Count == 0 && lost-- > 0 ? throw new OutcomeUnknownException("lost") : commit();

        await house.Add("from", "1", 7, "to");

        await Eventually.Be("an empty outbox", house.Owed, owed => owed == 0, ProbeHouse.Ct);
        Assert.Equal(["told"], await house.Stored("to"));
    }

    [Fact]
    public async Task What_memory_had_no_room_for_is_never_overtaken_by_what_is_told_later()
    {
        using var folder = new DataFolder();
        await using var house = await ProbeHouse.Open(folder, outbox: new OutboxLimits { InMemory = 1, AtOnce = 1 });
        // The receiver cannot commit, so the first parcel fills the memory and the second is left to the database.
        var gate = new Gate(house.Store) { Holds = group => group.Heads.Exists(h => h.Ledger == "probe/to") };
        await house.Add("from", "1", 1, "to");
        await gate.Arrived;
        await house.Add("from", "2", 10, "to");
        gate.Open();
        await Eventually.Be("the first parcel's row to go", house.Owed, owed => owed == 1, ProbeHouse.Ct);

        // While what waits is read again, one more is told; then another.
        var between = true;
        house.Store.AfterRead = async ledger =>
        {
            if (ledger != "probe/from" || !between) return;
            between = false;
            await house.Add("from", "3", 100, "to");
        };
        await house.Outbox.Sweep(ProbeHouse.Ct);
        house.Store.AfterRead = static _ => Task.CompletedTask;
        await house.Add("from", "4", 1_000, "to");

        await Eventually.Be("all that was told", async () =>
        {
            await house.Outbox.Sweep(ProbeHouse.Ct);
            return (Sum: await house.Probe("to").Sum(ProbeHouse.Ct), Owed: await house.Owed());
        }, seen => seen == (1_111, 0), ProbeHouse.Ct);
    }

    [Fact]
    public async Task What_the_receiver_refuses_is_parked_with_what_is_behind_it_until_an_operator_retries()
    {
        using var folder = new DataFolder();
        await using var house = await ProbeHouse.Open(folder);
        var operations = house.Grains.GetGrain<IOperationsGrain>(0);

        await house.Add("from", "1", 1, "to");
        await house.Add("from", "2", -50, "to");
        await house.Add("from", "3", 10, "to");
        await house.Add("from", "4", 100, "other");
        var parked = await Eventually.Be("a parked parcel", () => operations.Parked(Caller.System, ProbeHouse.Ct), p => p.Count == 1, ProbeHouse.Ct);
        Assert.Equal(100, await Eventually.Be("another lane to go on", () => house.Probe("other").Sum(ProbeHouse.Ct), s => s == 100, ProbeHouse.Ct));
        await house.Outbox.Sweep(ProbeHouse.Ct);
        // What arrived is taken off the outbox a moment later.
        Assert.Equal(2, await Eventually.Be("what is behind the refused one alone to be owed", house.Owed, owed => owed == 2, ProbeHouse.Ct));
        Assert.Equal(1, await house.Probe("to").Sum(ProbeHouse.Ct));
        Assert.Equal(("probe/from", 2L, "probe/to", "negative"), (parked[0].Sender, parked[0].Version, parked[0].Receiver, parked[0].Reason));

        await house.Add("to", "credit", 0);
        await operations.Retry("probe/from", Caller.System, ProbeHouse.Ct);

        Assert.Equal(-39, await Eventually.Be("all that was told", () => house.Probe("to").Sum(ProbeHouse.Ct), s => s == -39, ProbeHouse.Ct));
        await Eventually.Be("an empty outbox", house.Owed, owed => owed == 0, ProbeHouse.Ct);
        Assert.Empty(await operations.Parked(Caller.System, ProbeHouse.Ct));
        Assert.Equal(["told", "added", "told", "told"], await house.Stored("to"));
    }
}
