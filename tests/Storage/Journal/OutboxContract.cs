using JmaActors.Journal;

namespace JmaActors.Tests.Storage.Journal;

/// <summary>Parcels from the commit that sends them to the commit that takes their rows away.</summary>
public abstract class OutboxContract : RowContract
{
    static readonly DateTimeOffset At = new(2026, 11, 23, 1, 2, 3, TimeSpan.Zero);

    [Fact]
    public async Task A_delivered_parcel_goes_with_a_later_group_and_the_others_stay()
    {
        await Commit(groups.Append("a/1").Send("b/1", "b/2"));
        await Commit(groups.Append("a/1").Send("b/1"));

        var group = groups.Append("a/2");
        group.Delivered.Add(new ParcelKey("a/1", 1, "b/1"));
        group.Delivered.Add(new ParcelKey("a/1", 99, "b/1"));
        await Commit(group);

        Assert.Equal([(1L, "b/2"), (2L, "b/1")], (await Store.Read("a/1", long.MaxValue, Ct)).Parcels.Select(p => (p.Version, p.Receiver)));
        Assert.Empty((await Store.Read("a/1", 1, Ct)).Parcels);
        Assert.Equal((2, 0), await Store.OutboxSize(Ct));
    }

    [Fact]
    public async Task A_group_may_carry_delivered_parcels_only()
    {
        await Commit(groups.Append("a/1").Send("b/1"));
        var group = new CommitGroup();
        group.Delivered.Add(new ParcelKey("a/1", 1, "b/1"));
        await Commit(group);

        Assert.Equal((0, 0), await Store.OutboxSize(Ct));
        await Commit(new CommitGroup());
    }

    [Fact]
    public async Task Senders_that_owe_parcels_come_in_order_and_in_pages()
    {
        foreach (var sender in new[] { "c/3", "c/1", "c/2", "c/4" })
        {
            await Commit(groups.Append(sender).Send("b/1", "b/2"));
            await Commit(groups.Append(sender).Send("b/1"));
        }
        await Park("c/4", 1, "b/1");

        var first = await Store.Senders("", 2, Ct);

        Assert.Equal(["c/1", "c/2"], first);
        Assert.Equal(["c/3", "c/4"], await Store.Senders(first[^1], 10, Ct));
        Assert.Empty(await Store.Senders("c/4", 10, Ct));
    }

    [Fact]
    public async Task A_sender_whose_parcels_are_all_parked_waits_for_the_operator()
    {
        await Commit(groups.Append("a/1").Send("b/1"));
        await Commit(groups.Append("a/2").Send("b/1"));
        await Park("a/1", 1, "b/1");

        Assert.Equal(["a/2"], await Store.Senders("", 10, Ct));
        Assert.Equal((2, 1), await Store.OutboxSize(Ct));
        var parked = Assert.Single(await Store.Parked(10, Ct));
        Assert.Equal(new("a/1", 1, "b/1", "told", "no such member", 5, At), parked);
        Assert.Single((await Store.Read("a/1", 0, Ct)).Parcels);

        await Store.Unpark("a/1", Ct);

        Assert.Empty(await Store.Parked(10, Ct));
        Assert.Equal(["a/1", "a/2"], await Store.Senders("", 10, Ct));
        Assert.Equal((2, 0), await Store.OutboxSize(Ct));
    }

    [Fact]
    public async Task Parked_parcels_come_oldest_first()
    {
        await Commit(groups.Append("a/1").Send("b/1", "b/2", "b/3"));
        await Store.Park(new ParcelKey("a/1", 1, "b/2"), "r", 1, At.AddMinutes(1), Ct);
        await Store.Park(new ParcelKey("a/1", 1, "b/3"), "r", 1, At, Ct);
        await Store.Park(new ParcelKey("a/1", 1, "b/1"), "r", 1, At.AddMinutes(2), Ct);

        Assert.Equal(["b/3", "b/2"], (await Store.Parked(2, Ct)).Select(p => p.Receiver));
    }

    Task Park(string sender, long version, string receiver) => Store.Park(new ParcelKey(sender, version, receiver), "no such member", 5, At, Ct);
}
