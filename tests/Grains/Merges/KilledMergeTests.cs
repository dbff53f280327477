using JmaActors.Credits;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Merges;
using JmaActors.Tests.Grains.Associations;
using JmaActors.Tests.Grains.Members;
using Orleans.TestingHost;

namespace JmaActors.Tests.Grains.Merges;

/// <summary>
/// A silo is gone after the first, second, third … commit of a merge and of its undoing: the next one on the same data finishes what was begun, whichever it was, and
/// nothing is lost or counted twice.
/// </summary>
public sealed class KilledMergeTests : IAsyncDisposable
{
    static readonly DateOnly On = new(2026, 11, 23);

    readonly MortalHouse mortal = new();

    static CancellationToken Ct => ActorHouse.Ct;

    public ValueTask DisposeAsync() => mortal.DisposeAsync();

    [Fact]
    public async Task Wherever_it_is_killed_the_next_silo_finishes_the_merge()
    {
        var finished = false;
        for (var commits = 0; !finished; commits++)
        {
            var (a, b, registry, house) = (People.Someone(), People.Someone(), People.Registry(), await mortal.Living());
            var pair = await Begin(house, a, b, registry);
            var decide = new DecideMerge(a, MergeFields.Registry | MergeFields.Membership, "同一人", Caller.System);
            finished = await Killed(house, commits, pair, () => Pair(house, pair).Decide(decide, Ct));
            Assert.False(finished && commits == 0, "Nothing was stopped.");
            var next = await mortal.Next();
            await Pair(next, pair).Decide(decide, Ct);
            await Eventually.Be($"the merge killed after {commits} commits", async () => (await Pair(next, pair).Read(Caller.System, Ct))!.Status, s => s == MergeStatus.Merged, Ct);
            await Eventually.Be($"the credits of a merge killed after {commits} commits", () => Total(next, a), t => t == 4m, Ct);
            var (stays, goes) = (await Member(next, a).Read(Caller.System, Ct), await Member(next, b).Read(Caller.System, Ct));
            Assert.Equal((registry, People.Everywhere, a), (stays!.Person.Registry, stays.Membership, goes!.MergedInto));
            Assert.Equal(a, await next.Client.Reservation(Identifiers.Key(registry)).Holder(Identifiers.Key(registry), Ct));
        }
    }

    [Fact]
    public async Task Wherever_it_is_killed_the_next_silo_finishes_the_undoing_without_being_asked()
    {
        var finished = false;
        for (var commits = 0; !finished; commits++)
        {
            var (a, b, registry, house) = (People.Someone(), People.Someone(), People.Registry(), await mortal.Living());
            var pair = await Begin(house, a, b, registry);
            Assert.True((await Pair(house, pair).Decide(new DecideMerge(a, MergeFields.Registry | MergeFields.Membership, "同一人", Caller.System), Ct)).Accepted);
            await Eventually.Be("the credits", () => Total(house, a), t => t == 4m, Ct);
            finished = await Killed(house, commits, pair, () => Pair(house, pair).Undo(new UndoMerge("別人", Caller.System), Ct));
            Assert.False(finished && commits == 0, "Nothing was stopped.");
            var (next, begun) = (await mortal.Next(), commits > 0);
            // What wakes it in the end is its reminder; a merge that was never decided is none.
            await Pair(next, pair).AsReference<IRemindable>().ReceiveReminder("unfinished", default, Ct);
            var expected = begun ? MergeStatus.Undone : MergeStatus.Merged;
            await Eventually.Be($"the undoing killed after {commits} commits", async () => (await Pair(next, pair).Read(Caller.System, Ct))!.Status, s => s == expected, Ct);
            if (!begun) continue;
            Assert.Equal((2m, 2m), (await Total(next, a), await Total(next, b)));
            var (stays, goes) = (await Member(next, a).Read(Caller.System, Ct), await Member(next, b).Read(Caller.System, Ct));
            Assert.Equal((null, Membership.None, null), (stays!.Person.Registry, stays.Membership, stays.Holds));
            Assert.Equal((registry, People.Everywhere, null), (goes!.Person.Registry, goes.Membership, goes.MergedInto));
        }
    }

    /// <summary>Lets a number of commits through and none after; true when the work needed no more.</summary>
    static async Task<bool> Killed(InProcessTestCluster house, int commits, string pair, Func<Task<Answer<MergeView>>> work)
    {
        _ = MortalHouse.Ends(house, commits, LedgerNames.Name("merge", pair));
        try
        {
            var answer = await work();
            return answer.Value is { Status: MergeStatus.Merged or MergeStatus.Undone, Step: var step } && step == MergeDecider.Steps(answer.Value.Status);
        }
        catch (Exception)
        {
            return false;
        }
    }

    static async Task<string> Begin(InProcessTestCluster house, MemberId a, MemberId b, RegistryNumber registry)
    {
        await Member(house, a).Register(People.Registration(membership: Membership.None), Ct);
        await Member(house, b).Register(People.Registration(registry), Ct);
        foreach (var (id, code) in new[] { (a, 20), (b, 21) })
        {
            await house.Client.GetGrain<ICreditLedgerGrain>(id.Number).Accrue(
                new AccrueCredit("k", CreditMethod.Paper, new CurriculumCode((short)code), Units.Of(1m), new DateOnly(2026, 5, 1), "Paper", true, Caller.System), Ct);
        }
        return MergePair.Of(a, b).Key;
    }

    static IMergeGrain Pair(InProcessTestCluster house, string pair) => house.Client.GetGrain<IMergeGrain>(pair);

    static IMemberGrain Member(InProcessTestCluster house, MemberId id) => house.Client.GetGrain<IMemberGrain>(id.Number);

    static async Task<decimal> Total(InProcessTestCluster house, MemberId id) => (await house.Client.GetGrain<ICreditLedgerGrain>(id.Number).Cme(On, Caller.System, Ct)).Total;
}
