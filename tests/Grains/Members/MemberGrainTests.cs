using JmaActors.Members;

namespace JmaActors.Tests.Grains.Members;

public class MemberGrainTests(SharedHouse shared)
{
    readonly IGrainFactory grains = shared.House.Grains;

    static CancellationToken Ct => ActorHouse.Ct;

    IMemberGrain Member(MemberId id) => grains.GetGrain<IMemberGrain>(id.Number);

    Task<MemberId?> Holder(string key) => grains.Reservation(key).Holder(key, Ct);

    /// <summary>Lets every actor go, so that what is asked next is read from the journal.</summary>
    Task Sleep() => grains.GetGrain<Orleans.Runtime.IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

    static ChangeProfile Change(string key, Person person, CardNumber? card = null) => new(key, person, card, People.From, "corrected", Caller.System);

    [Fact]
    public async Task A_person_registered_is_read_again_after_sleep()
    {
        var (me, registry, card) = (People.Someone(), People.Registry(), People.Card());
        var answer = await Member(me).Register(People.Registration(registry, card), Ct);
        Assert.True(answer is { Accepted: true, Repeat: false, Version: 1 });
        await Sleep();
        var read = await Member(me).Read(Caller.System, Ct);
        Assert.Equal(answer.Value, read);
        Assert.Equal((me, me), (await Holder(Identifiers.Key(registry)), await Holder(Identifiers.Key(card))));
    }

    [Fact]
    public async Task Nobody_is_read_where_nobody_was_registered() => Assert.Null(await Member(People.Someone()).Read(Caller.System, Ct));

    [Fact]
    public async Task The_same_registration_again_gets_the_same_answer()
    {
        var (me, command) = (People.Someone(), People.Registration(People.Registry(), People.Card()));
        var first = await Member(me).Register(command, Ct);
        await Sleep();
        var again = await Member(me).Register(command, Ct);
        Assert.Equal((first.Value, first.Version, true), (again.Value, again.Version, again.Repeat));
    }

    [Fact]
    public async Task A_registry_number_belongs_to_one_person()
    {
        var (first, second, registry, card) = (People.Someone(), People.Someone(), People.Registry(), People.Card());
        await Member(first).Register(People.Registration(registry), Ct);
        var refused = await Member(second).Register(People.Registration(registry, card), Ct);
        Assert.Equal("registry-taken", refused.Refusal?.Reason);
        Assert.Null(await Member(second).Read(Caller.System, Ct));
    }

    [Fact]
    public async Task A_taken_card_frees_the_registry_number_it_came_with()
    {
        var (first, second, registry, card) = (People.Someone(), People.Someone(), People.Registry(), People.Card());
        await Member(first).Register(People.Registration(card: card), Ct);
        Assert.Equal("card-taken", (await Member(second).Register(People.Registration(registry, card), Ct)).Refusal?.Reason);
        Assert.Null(await Holder(Identifiers.Key(registry)));
    }

    [Fact]
    public async Task Of_many_who_want_one_card_at_once_one_gets_it()
    {
        var card = People.Card();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Member(People.Someone()).Register(People.Registration(card: card), Ct)));
        Assert.Equal((1, 19), (answers.Count(a => a.Accepted), answers.Count(a => a.Refusal?.Reason == "card-taken")));
    }

    [Fact]
    public async Task A_changed_registry_number_frees_the_old_one()
    {
        var (me, old, fresh) = (People.Someone(), People.Registry(), People.Registry());
        await Member(me).Register(People.Registration(old), Ct);
        var changed = await Member(me).ChangeProfile(Change("k", People.Person(fresh)), Ct);
        Assert.Equal((true, fresh), (changed.Accepted, changed.Value?.Person.Registry));
        Assert.Equal((null, me), (await Holder(Identifiers.Key(old)), await Holder(Identifiers.Key(fresh))));
    }

    [Fact]
    public async Task A_profile_change_to_a_taken_card_changes_nothing()
    {
        var (me, other, card) = (People.Someone(), People.Someone(), People.Card());
        await Member(other).Register(People.Registration(card: card), Ct);
        var before = (await Member(me).Register(People.Registration(), Ct)).Value;
        Assert.Equal("card-taken", (await Member(me).ChangeProfile(Change("k", People.Person(), card), Ct)).Refusal?.Reason);
        Assert.Equal(before, await Member(me).Read(Caller.System, Ct));
    }

    [Fact]
    public async Task A_number_left_reserved_by_somebody_who_never_came_can_be_had()
    {
        var (gone, me, registry) = (People.Someone(), People.Someone(), People.Registry());
        await grains.Reservation(Identifiers.Key(registry)).Reserve(Identifiers.Key(registry), gone, Caller.System, Ct);
        Assert.True((await Member(me).Register(People.Registration(registry), Ct)).Accepted);
        Assert.Equal(me, await Holder(Identifiers.Key(registry)));
    }

    [Fact]
    public async Task Two_who_swap_cards_at_once_never_share_one()
    {
        var (a, b, x, y) = (People.Someone(), People.Someone(), People.Card(), People.Card());
        await Member(a).Register(People.Registration(card: x), Ct);
        await Member(b).Register(People.Registration(card: y), Ct);
        await Task.WhenAll(Member(a).ChangeProfile(Change("k", People.Person(), y), Ct), Member(b).ChangeProfile(Change("k", People.Person(), x), Ct));
        var cards = new[] { (await Member(a).Read(Caller.System, Ct))!.Card, (await Member(b).Read(Caller.System, Ct))!.Card };
        Assert.Equal(2, cards.Distinct().Count());
    }

    [Fact]
    public async Task Leaving_is_recorded_and_a_repeat_changes_nothing()
    {
        var me = People.Someone();
        await Member(me).Register(People.Registration(), Ct);
        var command = new ChangeMembership("left", Membership.None, People.From, "left", Caller.System);
        var left = await Member(me).ChangeMembership(command, Ct);
        Assert.Equal((Membership.None, 2L, false), (left.Value!.Membership, left.Version, left.Repeat));
        await Sleep();
        var again = await Member(me).ChangeMembership(command, Ct);
        Assert.Equal((2L, true), (again.Version, again.Repeat));
    }

    [Fact]
    public async Task History_shows_who_it_was_though_the_journal_holds_sealed_bytes()
    {
        var me = People.Someone();
        await Member(me).Register(People.Registration(), Ct);
        await Member(me).ChangeProfile(Change("k", People.Person(name: "見本 桜")), Ct);
        var stored = await shared.House.Service<JmaActors.Journal.IJournalStore>().Read($"member/{me}", 0, Ct);
        Assert.All(stored.Events, e => Assert.DoesNotContain("見本", System.Text.Encoding.UTF8.GetString(e.Body), StringComparison.Ordinal));
        var history = await Member(me).History(0, Caller.System, Ct);
        Assert.Equal(["member-registered", "profile-changed"], history.Select(h => h.Type));
        Assert.Contains("見本 花子", history[0].Body, StringComparison.Ordinal);
        Assert.Contains("見本 桜", history[1].Body, StringComparison.Ordinal);
        Assert.Single(await Member(me).History(1, Caller.System, Ct));
    }

    [Fact]
    public async Task Blocks_of_numbers_never_overlap()
    {
        var numbers = grains.GetGrain<IMemberNumberGrain>(0);
        var firsts = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => numbers.Allocate(7, Caller.System, Ct)));
        var given = firsts.SelectMany(a => Enumerable.Range(0, 7).Select(i => a.Value + i)).ToList();
        Assert.Equal(350, given.Distinct().Count());
    }
}
