using JmaActors.Journal;
using JmaActors.Members;

namespace JmaActors.Tests.Grains.Members;

public class MemberDeciderTests
{
    static readonly MemberId Me = new(1_000_000_001);
    static readonly byte[] Bytes = [1, 2, 3];
    static readonly byte[] Key = [9];

    readonly Story<MemberState, MemberEvent> story = new(new MemberLedger(), Me.Number.ToString());

    static PreparedRegistration Registration(RegisterMember command, string? taken = null) => new(Me, command, PersonRules.Normal(command.Person), Key, Bytes, taken);

    static PreparedProfile Profile(string key, Person person, CardNumber? card = null, string? taken = null) =>
        new(Me, new ChangeProfile(key, person, card, People.From, "typo", Caller.System), person, Bytes, taken);

    static PreparedMembership Move(string key, Membership membership) => new(Me, new ChangeMembership(key, membership, People.From, "moved", Caller.System));

    Story<MemberState, MemberEvent> Registered(Membership? membership = null) =>
        story.Given(new MemberRegistered(Bytes, null, membership ?? People.Everywhere, false) { Person = People.Person() });

    [Fact]
    public void A_person_is_registered_and_shown_with_the_key_that_opens_it()
    {
        var registered = story.When(MemberDecider.Register, Registration(People.Registration(new("1234567"), new("CARD01")))).Then<MemberRegistered>();

        Assert.Equal(Bytes, registered.Sealed);
        var row = Assert.IsType<MemberRow>(story.Rows[0].Row);
        Assert.Equal((Me.Number, "見本 花子", "1234567", "CARD01", "26-007", "26", 7, 1), (row.MemberId, row.Name, row.Registry, row.Card, row.Local, row.Prefecture, row.Layers, row.Category));
        Assert.Equal(new MemberNameRow(Me.Number, "見本花子", "ミホンハナコ", "花子", "ハナコ"), story.Rows[1].Row);
        Assert.Equal(Key, Assert.IsType<PersonKeyRow>(story.Rows[2].Row).Wrapped);
        Assert.Equal([new Touch(TouchKind.Member, "", Me.Number), new Touch(TouchKind.Association, "26-007")], story.Touches);
    }

    [Fact]
    public void The_same_registration_again_changes_nothing() =>
        Registered().When(MemberDecider.Register, Registration(People.Registration())).ThenNothing(repeat: true);

    [Fact]
    public void A_taken_number_refuses_the_registration() =>
        story.When(MemberDecider.Register, Registration(People.Registration(), "registry-taken")).ThenRefused("registry-taken");

    [Fact]
    public void A_reading_is_kept_in_one_form()
    {
        var command = People.Registration(person: People.Person(kana: "みほん　ﾊﾅｺ"));
        Assert.Equal("ミホン ハナコ", story.When(MemberDecider.Register, Registration(command)).Then<MemberRegistered>().Person?.Kana);
    }

    [Theory]
    [InlineData("", "ミホン", "bad-name")]
    [InlineData("見\u0007本", "ミホン", "bad-name")]
    [InlineData("見本", "見本", "bad-kana")]
    public void Names_and_readings_must_be_text(string name, string kana, string reason) =>
        story.When(MemberDecider.Register, Registration(People.Registration(person: People.Person(name: name, kana: kana)))).ThenRefused(reason);

    [Fact]
    public void Half_a_character_is_no_text() =>
        story.When(MemberDecider.Register, Registration(People.Registration(person: People.Person(name: "見本" + '\ud842')))).ThenRefused("bad-name");

    [Fact]
    public void Names_are_not_endless()
    {
        story.When(MemberDecider.Register, Registration(People.Registration(person: People.Person(name: new string('名', 101))))).ThenRefused("bad-name");
        story.When(MemberDecider.Register, Registration(People.Registration(person: People.Person(name: new string('名', 100))))).Then<MemberRegistered>();
    }

    [Fact]
    public void Old_and_rare_characters_stay_as_written() =>
        Assert.Equal("𠮷田 髙﨑", story.When(MemberDecider.Register, Registration(People.Registration(person: People.Person(name: "𠮷田 髙﨑")))).Then<MemberRegistered>().Person?.Name);

    [Fact]
    public void Dates_must_make_sense()
    {
        var person = People.Person();
        story.When(MemberDecider.Register, Registration(People.Registration(person: person with { BirthDate = new(2027, 1, 1) }))).ThenRefused("bad-birth-date");
        story.When(MemberDecider.Register, Registration(People.Registration(person: person with { LicensedOn = new(1979, 1, 1) }))).ThenRefused("bad-licence-date");
        story.When(MemberDecider.Register, Registration(People.Registration() with { EffectiveFrom = default })).ThenRefused("bad-date");
    }

    [Fact]
    public void An_inconsistent_membership_is_refused_with_its_rule() =>
        story.When(MemberDecider.Register, Registration(People.Registration(membership: new(null, MembershipLayers.Jma, null)))).ThenRefused("bad-layers", MembershipRules.Cascade);

    [Fact]
    public void Nobody_changes_before_being_registered()
    {
        story.When(MemberDecider.ChangeProfile, Profile("k", People.Person())).ThenRefused("not-registered");
        story.When(MemberDecider.ChangeMembership, Move("k", Membership.None)).ThenRefused("not-registered");
    }

    [Fact]
    public void A_change_under_a_known_key_changes_nothing()
    {
        Registered().When(MemberDecider.ChangeProfile, Profile("k", People.Person(name: "見本 桜"))).Then<ProfileChanged>();
        story.When(MemberDecider.ChangeProfile, Profile("k", People.Person(name: "見本 椿"))).ThenNothing(repeat: true);
        Assert.Equal("見本 桜", story.State.Person?.Name);
    }

    [Fact]
    public void A_key_is_needed_and_not_endless()
    {
        Registered().When(MemberDecider.ChangeProfile, Profile("", People.Person())).ThenRefused("bad-key");
        story.When(MemberDecider.ChangeProfile, Profile(new string('k', 101), People.Person())).ThenRefused("bad-key");
    }

    [Fact]
    public void Both_associations_hear_of_a_move()
    {
        Registered().When(MemberDecider.ChangeMembership, Move("k", People.Everywhere with { Local = AssociationId.Local(13, 1) })).Then<MembershipChanged>();
        Assert.Equal(["13-001", "26-007"], story.Touches.Where(t => t.Kind == TouchKind.Association).Select(t => t.Code));
    }

    [Fact]
    public void Folding_the_journal_opens_nobody()
    {
        story.Given(new MemberRegistered(Bytes, null, People.Everywhere, false));
        Assert.Null(story.State.Person);
        Assert.Equal(Bytes, story.State.Sealed);
    }
}
