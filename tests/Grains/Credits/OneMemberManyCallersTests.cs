using JmaActors.Credits;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Tests.Grains.Associations;
using JmaActors.Tests.Grains.Members;
using JmaActors.Tests.Grains.Training;
using JmaActors.Training;
using Microsoft.Extensions.DependencyInjection;

namespace JmaActors.Tests.Grains.Credits;

/// <summary>One member, many callers at once: nothing is lost, and none of the member's actors waits for another.</summary>
public class OneMemberManyCallersTests
{
    const int Callers = 64;
    const int Times = 100_000;

    /// <summary>Each such time is a change of profile; those take turns within the member's actor, because a card changed by one must not be freed by another.</summary>
    const int ProfileEvery = 20;

    /// <summary>Taps at one sitting.</summary>
    const int TapsPerSitting = 500;

    /// <summary>Writers of the journal where a commit is held back; with two, the ledgers of one member always share one.</summary>
    const int Writers = 3;

    static CancellationToken Ct => ActorHouse.Ct;

    [Fact]
    public async Task A_hundred_thousand_taps_profile_changes_and_credits_from_64_callers_lose_nothing()
    {
        await using var house = await ActorHouse.Open();
        var (me, card) = (People.Someone(), People.Card());
        var member = house.Grains.GetGrain<IMemberGrain>(me.Number);
        var credits = house.Grains.GetGrain<ICreditLedgerGrain>(me.Number);
        Assert.True((await member.Register(People.Registration(card: card), Ct)).Accepted);
        var began = TimeProvider.System.GetUtcNow().AddMinutes(-100);
        var sittings = await Task.WhenAll(Enumerable.Range(0, Times / 2 / TapsPerSitting + 1).Select(i => Open(house, i, began)));
        var taps = new long[sittings.Length];
        var (changes, accruals, next) = (0, 0, -1);

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (var n = Interlocked.Increment(ref next); n < Times; n = Interlocked.Increment(ref next))
            {
                if (n % ProfileEvery == 0)
                {
                    var person = People.Person(name: $"見本 {n}");
                    Assert.True((await member.ChangeProfile(new ChangeProfile($"c{n}", person, card, People.From, "test", Caller.System), Ct)) is { Accepted: true, Repeat: false });
                    Interlocked.Increment(ref changes);
                }
                else if (n % 2 == 0)
                {
                    Assert.True((await credits.Accrue(Accrual(n), Ct)) is { Accepted: true, Repeat: false });
                    Interlocked.Increment(ref accruals);
                }
                else
                {
                    var sitting = n / 2 / TapsPerSitting;
                    var direction = n / 2 % 2 == 0 ? TapDirection.In : TapDirection.Out;
                    var answer = await sittings[sitting].Tap(new TapCard(card, direction, began.AddSeconds(n / 2 % TapsPerSitting * 5), "door", $"n{n}", Caller.System), Ct);
                    Assert.True(answer is { Accepted: true, Repeat: false });
                    Interlocked.Increment(ref taps[sitting]);
                }
            }
        })));

        Assert.Equal(1L + changes, (await member.Read(Caller.System, Ct))!.Version);
        Assert.Equal(Times, changes + accruals + taps.Sum());
        for (var i = 0; i < sittings.Length; i++)
        {
            var figures = await sittings[i].Figures(Ct);
            Assert.Equal(taps[i], figures.Ins + figures.Outs + figures.Refused);
        }
        await EverythingOwedArrived(credits, sittings, accruals);
    }

    [Fact]
    public async Task While_one_actor_of_a_member_waits_for_its_commit_the_other_goes_on()
    {
        await using var house = await ActorHouse.Open(services =>
        {
            services.AddSingleton(new JournalLimits { Writers = Writers });
            GatedStore.Add(services);
        });
        var store = house.Service<GatedStore>();
        var me = SomeoneWithTwoWriters();
        var (member, credits) = (house.Grains.GetGrain<IMemberGrain>(me.Number), house.Grains.GetGrain<ICreditLedgerGrain>(me.Number));
        Assert.True((await member.Register(People.Registration(), Ct)).Accepted);
        Assert.True((await credits.Accrue(Accrual(1), Ct)).Accepted);

        foreach (var (held, free) in new[] { ("credits", "member"), ("member", "credits") })
        {
            var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            store.Before = group =>
            {
                if (!group.Heads.Exists(h => h.Ledger == LedgerNames.Name(held, me.Number))) return ValueTask.CompletedTask;
                reached.TrySetResult();
                return new ValueTask(gate.Task);
            };
            var waits = Do(held, member, credits, $"{held}-waits");
            await reached.Task.WaitAsync(Ct);

            for (var i = 0; i < 10; i++) await Do(free, member, credits, $"{free}-free-{i}");

            Assert.False(waits.IsCompleted);
            gate.SetResult();
            await waits;
        }
    }

    [Fact]
    public async Task While_a_ledger_waits_for_its_commit_it_decides_what_comes_next()
    {
        await using var house = await ActorHouse.Open(GatedStore.Add);
        var store = house.Service<GatedStore>();
        var credits = house.Grains.GetGrain<ICreditLedgerGrain>(People.Someone().Number);
        var (gate, groups) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new List<int>());
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        store.Before = group =>
        {
            groups.Add(group.Events.Count);
            reached.TrySetResult();
            return new ValueTask(gate.Task);
        };
        var first = credits.Accrue(Accrual(0), Ct);
        await reached.Task.WaitAsync(Ct);
        var others = Enumerable.Range(1, 100).Select(n => credits.Accrue(Accrual(n), Ct)).ToList();
        var refused = credits.Accrue(Accrual(7) with { Key = "" }, Ct);
        var read = credits.Entries(null, Caller.System, Ct);
        Assert.False(refused.IsCompleted || read.IsCompleted || others.Exists(o => o.IsCompleted));

        gate.SetResult();

        Assert.Equal(1, (await first).Version);
        Assert.Equal(Enumerable.Range(2, 100).Select(v => (long)v), (await Task.WhenAll(others)).Select(a => a.Version).Order());
        Assert.Equal("bad-key", (await refused).Refusal!.Reason);
        // Messages may overtake each other on their way, so the page holds what had been decided when it was asked for.
        Assert.InRange((await read).Entries.Count, 1, CreditLimits.EntryPage);
        Assert.Equal(101, groups.Sum());
    }

    static async Task<ISessionGrain> Open(ActorHouse house, int number, DateTimeOffset began)
    {
        var program = house.Grains.GetGrain<ITrainingProgramGrain>($"P26-MANY-{number}");
        Talk[] talks = [new(1, began, began.AddMinutes(60), "Talk", "Speaker", new CurriculumCode((short)(1 + number % 84)))];
        Assert.True((await program.Create(new CreateProgram(new AssociationId("26"), "Seminar", "Hall", false, began.AddHours(-1), began.AddHours(3), talks, Caller.System), Ct)).Accepted);
        return house.Grains.GetGrain<ISessionGrain>((await program.ApprovedAndOpened(Ct)).Value!.Session.Code);
    }

    /// <summary>Each sitting's last word about the member stands in the ledger, beside every accrual, and the standing is their sum.</summary>
    static async Task EverythingOwedArrived(ICreditLedgerGrain credits, ISessionGrain[] sittings, int accruals)
    {
        var owed = new Dictionary<string, (string State, Units Units)>();
        foreach (var sitting in sittings)
        {
            var view = await sitting.Read(Caller.System, Ct);
            var roll = (await sitting.RollPage(new RollQuery(null), Caller.System, Ct)).Lines;
            if (roll is [{ Talks: [var talk] }]) owed.Add($"{view!.Id}/1", (talk.State, talk.Units));
        }
        Assert.NotEmpty(owed);
        IEnumerable<string> Missing(Dictionary<string, CreditEntry> all) => owed
            .Where(o => !all.TryGetValue(o.Key, out var e) || !Same(e, o.Value.State, o.Value.Units))
            .Select(o => $"{o.Key}: owed {o.Value}, held {(all.TryGetValue(o.Key, out var e) ? $"{e.State} {e.Units} {e.Reason} v{e.Version}" : "nothing")}");
        await Eventually.Be("every word of every sitting to arrive", async () => string.Join("; ", Missing(await All(credits)).Take(5)), missing => missing.Length == 0, Ct);
        var held = await All(credits);
        Assert.Equal(accruals + owed.Count, held.Count);
        var standing = await credits.Cme(JmaActors.Time.Tokyo.Today(TimeProvider.System), Caller.System, Ct);
        Assert.Equal(held.Values.Where(e => e.State == CreditState.Posted).Sum(e => e.Units.Tenths), standing.Posted.Tenths);
        Assert.Equal(held.Values.Where(e => e.State == CreditState.Pending).Sum(e => e.Units.Tenths), standing.Pending.Tenths);
    }

    /// <summary>A voided entry counts nothing; it keeps the units it had when it was voided.</summary>
    static bool Same(CreditEntry entry, string state, Units units) =>
        entry.State.ToString().ToLowerInvariant() == state && (entry.State == CreditState.Voided || entry.Units == units);

    static async Task<Dictionary<string, CreditEntry>> All(ICreditLedgerGrain credits)
    {
        var all = new Dictionary<string, CreditEntry>(StringComparer.Ordinal);
        string? after = null;
        do
        {
            var page = await credits.Entries(after, Caller.System, Ct);
            foreach (var entry in page.Entries) all.Add(entry.Key, entry);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }

    static async Task Do(string kind, IMemberGrain member, ICreditLedgerGrain credits, string key)
    {
        var accepted = kind == "credits"
            ? (await credits.Accrue(Accrual(0) with { Key = key }, Ct)).Accepted
            : (await member.ChangeProfile(new ChangeProfile(key, People.Person(), null, People.From, "test", Caller.System), Ct)).Accepted;
        Assert.True(accepted);
    }

    /// <summary>A member whose two ledgers do not share a writer: then a commit held back shows that nothing else is shared either.</summary>
    static MemberId SomeoneWithTwoWriters() => Enumerable.Range(0, 100).Select(_ => People.Someone()).First(me =>
        LedgerShard.Of(LedgerNames.Name("member", me.Number)) % Writers != LedgerShard.Of(LedgerNames.Name("credits", me.Number)) % Writers);

    static AccrueCredit Accrual(int n) => new(
        $"a{n}", CreditMethod.Paper, new CurriculumCode((short)(1 + n % 84)), Units.Of(0.5m), new DateOnly(2026, 5, 1), "Second program", true, Caller.System);
}
