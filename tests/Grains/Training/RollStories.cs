using JmaActors.Credits;
using JmaActors.Training;

namespace JmaActors.Tests.Grains.Training;

/// <summary>What a desk takes back or forces, and what an office decides.</summary>
public class RollStories
{
    const long Ai = 1_000_000_001;
    const long Jin = 1_000_000_002;

    static Seminar OneTalk(AttendanceTerms? terms = null) => new(true, terms ?? AttendanceTerms.Plain, Seminar.Talk(1, 0, 60, 7, new Offer(CreditScheme.Occupational, 30)));

    static RollLine Line(Seminar seminar, long member) => SessionAnswers.LineOf(seminar.State, member)!;

    [Fact]
    public void An_auto_tap_goes_in_then_out_and_a_reader_that_reads_twice_does_not_send_anybody_out()
    {
        var seminar = OneTalk();

        Assert.Equal((null, TapDirection.In), Way(seminar.Tap(Ai, TapDirection.Auto, -5)));
        Assert.Equal(("just-tapped", TapDirection.Out), Way(seminar.Tap(Ai, TapDirection.Auto, -4.9)));
        Assert.Equal((null, TapDirection.Out), Way(seminar.Tap(Ai, TapDirection.Auto, 60)));
        seminar.Close(70);
        Assert.Equal("1 pending 1.0, 1 Occupational/30 pending 1.0", seminar.Credits(Ai));
    }

    [Fact]
    public void Who_left_is_not_let_in_again_where_re_entry_is_not_allowed_unless_the_desk_lets_them()
    {
        var seminar = new Seminar(false, new AttendanceTerms(ReEntry: false), Seminar.Talk(1, 0, 90, 7));
        seminar.In(Ai, 0);
        seminar.Out(Ai, 10);

        Assert.Equal("left-already", seminar.In(Ai, 20).Reason);
        var forced = seminar.Tap(Ai, TapDirection.In, 30, force: true);
        Assert.Equal((null, "left-already"), (forced.Reason, forced.Forced));
        seminar.Close(100);
        Assert.Equal("1 pending 1.0", seminar.Credits(Ai));
        Assert.Contains(DoubtRules.Forced, Line(seminar, Ai).Doubts);
    }

    [Fact]
    public void Force_that_was_not_needed_is_not_marked()
    {
        var seminar = OneTalk();

        var result = seminar.Tap(Ai, TapDirection.In, 0, force: true);

        Assert.Equal((null, null), (result.Reason, result.Forced));
        Assert.DoesNotContain(DoubtRules.Forced, Line(seminar, Ai).Doubts);
    }

    [Fact]
    public void Who_is_not_signed_up_is_refused_kept_and_counts_from_the_first_tap_once_signed_up()
    {
        var seminar = OneTalk(new AttendanceTerms(SignUpOnly: true));
        seminar.Enrol(Jin);
        Assert.Null(seminar.In(Jin, 0).Reason);
        Assert.Equal("not-registered", seminar.In(Ai, 0).Reason);
        Assert.Equal([DoubtRules.NotLetIn], Line(seminar, Ai).Doubts);
        Assert.Equal(1, seminar.Figures.People);

        seminar.Until(20).Enrol(Ai);
        seminar.Close(70);

        Assert.Equal(2, seminar.Figures.People);
        Assert.Equal("1 pending 1.0, 1 Occupational/30 pending 1.0", seminar.Credits(Ai));
    }

    [Fact]
    public void A_full_hall_lets_in_who_is_signed_up_and_refuses_others_until_the_desk_lets_them()
    {
        var seminar = OneTalk(new AttendanceTerms(Capacity: 1));
        seminar.Enrol(Jin);
        Assert.Null(seminar.In(Ai, 0).Reason);
        Assert.Null(seminar.In(Jin, 0).Reason);
        Assert.Equal("full", seminar.In(Jin + 1, 0).Reason);
        Assert.Equal("full", seminar.Tap(Jin + 1, TapDirection.In, 1, force: true).Forced);
    }

    [Fact]
    public void A_tap_taken_back_is_as_if_it_had_not_been_and_stays_on_record()
    {
        var seminar = OneTalk();
        seminar.In(Ai, -5, "in");
        seminar.In(Jin, -5);
        seminar.Out(Ai, 30, "out");
        Assert.Equal("1 voided 0.0 left-early, 1 Occupational/30 voided 0.0 left-early", seminar.Credits(Ai));

        seminar.Undo("out");
        Assert.True(seminar.Undo("out").Repeat);
        Assert.Equal("no-such-tap", seminar.Undo("never").Refusal!.Reason);
        seminar.Close(70);

        Assert.Equal("1 pending 1.0, 1 Occupational/30 pending 1.0", seminar.Credits(Ai));
        Assert.Equal((2, 0), (seminar.Figures.Ins, seminar.Figures.Outs));
        Assert.True(SessionAnswers.Taps(seminar.State, false, 10)[0].Undone);
    }

    [Fact]
    public void Taking_back_the_only_tap_takes_the_person_off_the_count_and_voids_what_was_pending()
    {
        var seminar = OneTalk();
        seminar.In(Ai, 0, "wrong");
        seminar.Until(10).Undo("wrong");

        Assert.Equal((0, 0), (seminar.Figures.People, seminar.Figures.Inside));
        Assert.Equal("1 voided 0.0 not-attended, 1 Occupational/30 voided 0.0 not-attended", seminar.Credits(Ai));
    }

    [Fact]
    public void The_office_grants_a_talk_or_denies_it_with_a_reason_and_the_last_word_stands()
    {
        var seminar = OneTalk();
        seminar.In(Ai, 0);
        seminar.Out(Ai, 50);
        seminar.Close(70);
        Assert.Contains(DoubtRules.LeftEarly, Line(seminar, Ai).Doubts);
        Assert.Equal("no-reason", seminar.Decide(Ai, 1, RollVerdict.Grant, " ").Refusal!.Reason);

        seminar.Decide(Ai, 1, RollVerdict.Grant);
        Assert.True(seminar.Decide(Ai, 1, RollVerdict.Grant).Repeat);
        Assert.Equal("1 pending 1.0, 1 Occupational/30 pending 1.0", seminar.Credits(Ai));
        seminar.Decide(Ai, 0, RollVerdict.Deny);
        seminar.Confirm(80);

        Assert.Equal("1 voided 0.0 denied, 1 Occupational/30 voided 0.0 denied", seminar.Credits(Ai));
    }

    [Fact]
    public void Who_never_tapped_can_be_granted_the_talk()
    {
        var seminar = OneTalk();
        seminar.Close(70);
        seminar.Decide(Ai, 0, RollVerdict.Grant);
        seminar.Confirm(80);

        Assert.Equal("1 posted 1.0, 1 Occupational/30 posted 1.0", seminar.Credits(Ai));
        Assert.Equal(1, seminar.Figures.People);
    }

    [Fact]
    public void A_correction_after_the_roll_was_confirmed_is_new_events_in_all_schemes_at_once()
    {
        var seminar = OneTalk();
        seminar.In(Ai, 0);
        seminar.In(Jin, 0);
        seminar.Out(Jin, 20);
        seminar.Close(70);
        seminar.Confirm(80);
        Assert.Equal("1 posted 1.0, 1 Occupational/30 posted 1.0", seminar.Credits(Ai));

        seminar.Decide(Ai, 1, RollVerdict.Deny);
        seminar.Decide(Jin, 1, RollVerdict.Grant);

        Assert.Equal("1 voided 0.0 denied, 1 Occupational/30 voided 0.0 denied", seminar.Credits(Ai));
        Assert.Equal("1 posted 1.0, 1 Occupational/30 posted 1.0", seminar.Credits(Jin));
        Assert.Equal((0L, 10L), (seminar.Figures.PendingTenths, seminar.Figures.PostedTenths));
        seminar.Decide(Ai, 1, RollVerdict.AsTapped);
        Assert.Equal("1 posted 1.0, 1 Occupational/30 posted 1.0", seminar.Credits(Ai));
    }

    [Fact]
    public void Whoever_confirms_sees_no_exit_manual_entries_and_who_was_in_the_hall_and_on_the_web_at_once()
    {
        var seminar = OneTalk();
        seminar.Tap(Ai, TapDirection.In, 0, manual: true);
        seminar.Close(70);
        seminar.Web(Ai, 0, 60);

        Assert.Equal([DoubtRules.NoExit, DoubtRules.Manual, DoubtRules.WebAndHall], Line(seminar, Ai).Doubts);
    }

    [Fact]
    public void Who_was_sent_away_for_want_of_room_is_not_inside_and_gets_in_when_there_is_room()
    {
        var seminar = new Seminar(false, new AttendanceTerms(Capacity: 1), Seminar.Talk(1, 0, 60, 7));
        seminar.In(Ai, -10);
        Assert.Equal("full", seminar.In(Jin, 0).Reason);
        Assert.Equal([DoubtRules.NotLetIn], Line(seminar, Jin).Doubts);
        seminar.Out(Ai, 20);

        Assert.Null(seminar.Tap(Jin, TapDirection.Auto, 25).Reason);
        seminar.Close(70);

        Assert.Equal("1 pending 0.5", seminar.Credits(Jin));
    }

    [Fact]
    public void A_place_on_the_web_keeps_no_chair_and_a_desk_that_was_offline_is_not_asked_for_room()
    {
        var seminar = new Seminar(false, new AttendanceTerms(Capacity: 1), Seminar.Talk(1, 0, 60, 7));
        seminar.Enrol(Jin, web: true);
        seminar.In(Ai, -10);
        Assert.Equal("full", seminar.In(Jin, 0).Reason);

        seminar.Until(40);

        Assert.Null(seminar.In(Jin + 1, 5).Reason);
    }

    [Fact]
    public void Whoever_tried_twice_before_being_signed_up_has_not_left()
    {
        var seminar = OneTalk(new AttendanceTerms(SignUpOnly: true));
        Assert.Equal("not-registered", seminar.Tap(Ai, TapDirection.Auto, -10).Reason);
        Assert.Equal("not-registered", seminar.Tap(Ai, TapDirection.Auto, -8).Reason);

        seminar.Until(-5).Enrol(Ai);
        seminar.Until(30);
        Assert.StartsWith("1 pending 0.5", seminar.Credits(Ai), StringComparison.Ordinal);
        seminar.Close(70);

        Assert.Equal("1 pending 1.0, 1 Occupational/30 pending 1.0", seminar.Credits(Ai));
    }

    [Fact]
    public void Taps_of_before_the_closing_count_until_the_roll_is_confirmed_and_are_kept_for_a_correction_afterwards()
    {
        var seminar = OneTalk();
        seminar.In(Ai, 0);
        seminar.Close(65);
        Assert.Null(seminar.Tap(Jin, TapDirection.In, 0, now: 66).Reason);
        Assert.Null(seminar.Tap(Ai, TapDirection.Out, 20, now: 66).Reason);
        Assert.Equal("not-open", seminar.Tap(Jin, TapDirection.Out, 66).Reason);
        Assert.Equal("1 voided 0.0 left-early, 1 Occupational/30 voided 0.0 left-early", seminar.Credits(Ai));
        seminar.Confirm(70);
        Assert.Equal("1 posted 1.0, 1 Occupational/30 posted 1.0", seminar.Credits(Jin));

        Assert.Equal("after-confirmation", seminar.Tap(Jin + 1, TapDirection.In, 0, now: 80).Reason);
        Assert.Equal([DoubtRules.NotLetIn, DoubtRules.Afterwards], Line(seminar, Jin + 1).Doubts);
        seminar.Decide(Jin + 1, 0, RollVerdict.Grant);

        Assert.Equal("1 posted 1.0, 1 Occupational/30 posted 1.0", seminar.Credits(Jin + 1));
    }

    [Fact]
    public void A_grant_never_gives_what_the_scheme_does_not()
    {
        var seminar = new Seminar(false, Seminar.Talk(1, 0, 60, 7, new Offer(CreditScheme.Occupational, 42)), Seminar.Talk(2, 60, 80, 12));
        seminar.Close(90);
        seminar.Web(Ai, 0, 30);
        seminar.Decide(Ai, 0, RollVerdict.Grant);

        Assert.Equal("1 pending 1.0 web, 1 Occupational/42 voided 0.0 web-not-offered web, 2 voided 0.0 under-half-hour web", seminar.Credits(Ai));
    }

    [Fact]
    public void A_whole_talk_on_the_web_is_worth_more_than_a_part_of_it_in_the_hall_and_no_talk_of_the_hall_turns_into_one_of_the_web()
    {
        var seminar = new Seminar(false, Seminar.Talk(1, 0, 60, 7), Seminar.Talk(2, 60, 120, 12));
        seminar.In(Ai, 25);
        seminar.Out(Ai, 100);
        seminar.Close(130);
        seminar.Web(Ai, 0, 60);

        Assert.Equal("1 pending 1.0 web, 2 pending 0.5", seminar.Credits(Ai));
    }

    static (string?, TapDirection) Way(TapResult result) => (result.Reason, result.Direction);
}
