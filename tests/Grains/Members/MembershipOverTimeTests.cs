using CsCheck;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Time;

namespace JmaActors.Tests.Grains.Members;

/// <summary>What is recorded late, ahead and again, and what then holds when: the last word of those that hold from a date or earlier.</summary>
public sealed class MembershipOverTimeTests
{
    static readonly MemberId Me = new(1_000_000_001);
    static readonly MemberLedger Ledger = new();
    static readonly Membership Kyoto = People.Everywhere, Tokyo1 = new(AssociationId.Local(13, 1), MembershipLayers.All, MemberCategory.B);
    static readonly DateOnly Spring = new(2026, 4, 1), Summer = new(2026, 7, 1), Autumn = new(2026, 10, 1), Today = new(2026, 11, 23);

    readonly StoredLedger<MemberState, MemberEvent> member = new(Ledger, "1000000001");
    int keys;

    [Fact]
    public void A_membership_recorded_late_holds_from_its_date_and_one_recorded_ahead_from_its_own()
    {
        Register(Kyoto, Spring);
        Change(Tokyo1, Summer);
        Change(Membership.None, new DateOnly(2026, 12, 1));

        Assert.Equal((Membership.None, Kyoto, Kyoto, Tokyo1, Tokyo1, Membership.None), (
            On(Spring.AddDays(-1)), On(Spring), On(Summer.AddDays(-1)), On(Summer), On(Today), On(new DateOnly(2026, 12, 1))));
        Assert.Equal((Tokyo1, new DateOnly(2026, 12, 1)), (member.State.Membership, member.State.Due));
    }

    [Fact]
    public void A_later_word_replaces_what_earlier_words_said_from_its_date_on()
    {
        Register(Kyoto, Spring);
        Change(Tokyo1, Autumn);
        Change(Membership.None, Summer);

        Assert.Equal((Kyoto, Membership.None, Membership.None), (On(Summer.AddDays(-1)), On(Summer), On(Autumn)));
        Assert.Equal([Spring, Summer], Periods().Select(p => p.From));
    }

    [Fact]
    public void What_was_recorded_ahead_is_gone_once_something_from_an_earlier_date_is_recorded()
    {
        Register(Kyoto, Spring);
        Change(Tokyo1, Today.AddDays(20));
        Assert.Equal(Today.AddDays(20), member.State.Due);
        Change(Kyoto with { Category = MemberCategory.C }, Today.AddDays(10));

        Assert.Equal(Today.AddDays(10), member.State.Due);
        Assert.Equal(MemberCategory.C, On(Today.AddDays(20)).Category);
    }

    [Fact]
    public void A_correction_stands_in_the_place_of_what_it_corrects_and_leaves_the_rest()
    {
        Register(Kyoto, Spring);
        Change(Tokyo1, Summer);
        Correct(2, Tokyo1, Autumn);

        Assert.Equal((Kyoto, Tokyo1), (On(Summer), On(Autumn)));
        Assert.Equal((2, 3), (member.State.Memberships!.Count, (int)member.Version));
        Correct(1, Kyoto with { Local = AssociationId.Local(26, 1) }, Spring.AddYears(-1));
        Assert.Equal(("26-001", Tokyo1), (On(Spring.AddYears(-1)).Local!.Value.Code, On(Today)));
    }

    [Fact]
    public void A_correction_names_a_record_a_reason_and_something_new()
    {
        Register(Kyoto, Spring);

        Assert.Equal("no-record", Correct(2, Kyoto, Summer).Refusal?.Reason);
        Assert.Equal("no-reason", Correct(1, Kyoto, Summer, " ").Refusal?.Reason);
        Assert.Equal("nothing-changed", Correct(1, Kyoto, Spring).Refusal?.Reason);
        Assert.Equal("bad-layers", Correct(1, new(null, MembershipLayers.Jma, null), Spring).Refusal?.Reason);
    }

    [Fact]
    public void Who_somebody_is_is_not_recorded_ahead()
    {
        Register(Kyoto, Spring);
        var ahead = new PreparedProfile(Me, new ChangeProfile("p", People.Person(), null, Today.AddDays(1), "wed", Caller.System), People.Person(), [1], null);
        Assert.Equal("date-in-future", member.Do(MemberDecider.ChangeProfile, ahead, Now).Refusal?.Reason);
    }

    [Fact]
    public void An_identity_of_before_is_corrected_without_touching_that_of_now()
    {
        Register(Kyoto, Spring);
        var changed = new PreparedProfile(Me, new ChangeProfile("p", People.Person(name: "見本 桜"), new("CARD02"), Summer, "wed", Caller.System), People.Person(name: "見本 桜"), [2], null);
        Assert.Null(member.Do(MemberDecider.ChangeProfile, changed, Now).Refusal);
        var corrected = new PreparedIdentityCorrection(Me, new CorrectIdentity("q", 1, People.Person(name: "見本 椿"), null, Spring, "typo", Caller.System), People.Person(name: "見本 椿"), [3], null);
        Assert.Null(member.Do(MemberDecider.CorrectIdentity, corrected, Now).Refusal);

        Assert.Equal([3], member.State.IdentityOn(Spring)!.Sealed);
        Assert.Equal([2], member.State.IdentityOn(Today)!.Sealed);
        Assert.Equal([2], member.State.Sealed);
        Assert.Equal(("見本 桜", new CardNumber("CARD02")), (member.State.Person!.Name, member.State.Card));
    }

    [Fact]
    public void A_beginning_is_recorded_once_when_its_day_has_come_and_the_row_follows()
    {
        Register(Kyoto, Spring);
        Change(Tokyo1, Today.AddDays(1));
        Assert.Equal(new MemberDueRow(Me.Number, Tokyo.StartOf(Today.AddDays(1))), Last<MemberDueRow>().Row);
        Assert.Equal(0, member.Do(MemberDecider.Begin, Me, Now).Count);

        Assert.Equal(1, member.Do(MemberDecider.Begin, Me, Now.AddDays(1)).Count);
        Assert.Equal(0, member.Do(MemberDecider.Begin, Me, Now.AddDays(1)).Count);
        Assert.Equal("13-001", ((MemberRow)Last<MemberRow>().Row).Local);
        Assert.True(Last<MemberDueRow>().Delete);
    }

    [Fact]
    public void Whatever_is_recorded_in_whatever_order_the_last_word_that_holds_is_in_force() => Gen.Select(Gen.Int[-30, 30], Gen.Int[0, 3], Gen.Int[0, 6]).Array[0, 14].Sample(steps =>
    {
        var (ledger, words) = (new StoredLedger<MemberState, MemberEvent>(Ledger, "1000000001"), new List<(long Version, DateOnly From, Membership Membership)>());
        var pool = new[] { Kyoto, Tokyo1, Membership.None, Kyoto with { Category = MemberCategory.C } };
        Play(ledger, MemberDecider.Register, new PreparedRegistration(Me, People.Registration(membership: Kyoto) with { EffectiveFrom = Spring }, People.Person(), [1], [1], null));
        words.Add((1, Spring, Kyoto));
        foreach (var (i, (days, which, of)) in steps.Index())
        {
            var (from, membership) = (Today.AddDays(days), pool[which]);
            var target = of < words.Count ? words[of].Version : 0;
            if (target > 0 && i % 3 == 2)
            {
                var answer = ledger.Do(MemberDecider.CorrectMembership, new PreparedMembershipCorrection(Me, new CorrectMembership($"k{i}", target, membership, from, "r", Caller.System)), Now);
                if (answer.Refusal is null) words[of] = (target, from, membership);
            }
            else
            {
                Assert.Null(ledger.Do(MemberDecider.ChangeMembership, new PreparedMembership(Me, new ChangeMembership($"k{i}", membership, from, "r", Caller.System)), Now).Refusal);
                words.Add((ledger.Version, from, membership));
            }
        }
        for (var day = Today.AddDays(-40); day <= Today.AddDays(40); day = day.AddDays(1))
        {
            // Asked of every word from the last to the first: the first that holds by then speaks.
            var expected = words.AsEnumerable().Reverse().Where(w => w.From <= day).Select(w => w.Membership).FirstOrDefault(Membership.None);
            Assert.Equal(expected, ledger.State.MembershipOn(day));
            Assert.Equal(expected, ledger.Replay().MembershipOn(day));
        }
        var today = ledger.State.MembershipOn(Today);
        Assert.Equal(today, ledger.State.Membership);
        // Nothing else comes into force before the day that is due.
        for (var day = Today; day < (ledger.State.Due ?? Today.AddDays(40)); day = day.AddDays(1)) Assert.Equal(today, ledger.State.MembershipOn(day));
    }, iter: 300);

    static readonly DateTimeOffset Now = Tokyo.At(Today, new TimeOnly(10, 0));

    void Register(Membership membership, DateOnly from) =>
        Play(member, MemberDecider.Register, new PreparedRegistration(Me, People.Registration(membership: membership) with { EffectiveFrom = from }, People.Person(), [9], [1], null));

    void Change(Membership membership, DateOnly from) =>
        Play(member, MemberDecider.ChangeMembership, new PreparedMembership(Me, new ChangeMembership($"k{++keys}", membership, from, "moved", Caller.System)));

    Decision<MemberEvent> Correct(long of, Membership membership, DateOnly from, string reason = "wrong") =>
        member.Do(MemberDecider.CorrectMembership, new PreparedMembershipCorrection(Me, new CorrectMembership($"k{++keys}", of, membership, from, reason, Caller.System)), Now);

    static void Play<T>(StoredLedger<MemberState, MemberEvent> ledger, Func<MemberState, T, Deciding, Decision<MemberEvent>> decide, T command) =>
        Assert.Null(ledger.Do(decide, command, Now).Refusal);

    ViewRow Last<TRow>() => member.Views.Last(v => v.Row is TRow);

    Membership On(DateOnly on) => member.State.MembershipOn(on);

    IReadOnlyList<MembershipPeriod> Periods() => MembershipPeriods.Of(member.State.RecordedMemberships);
}
