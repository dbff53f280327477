using JmaActors.Credits;
using JmaActors.Training;

namespace JmaActors.Tests.Grains.Training;

/// <summary>Given a plan and taps, when time goes by, then credits.</summary>
public class AttendanceStories
{
    const long Ai = 1_000_000_001;
    const long Jin = 1_000_000_002;

    static Seminar TwoTalks(bool wholeTalk = false) => new(wholeTalk, Seminar.Talk(1, 0, 45, 1), Seminar.Talk(2, 45, 90, 74));

    [Fact]
    public void Forty_five_and_forty_five_minutes_under_two_codes_are_half_and_half()
    {
        var seminar = TwoTalks();
        seminar.In(Ai, -10);
        seminar.Close(100);

        Assert.Equal("1 pending 0.5, 2 pending 0.5", seminar.Credits(Ai));
    }

    [Fact]
    public void Credit_grows_at_exactly_thirty_counted_minutes_however_late_the_clock_is_looked_at()
    {
        var seminar = TwoTalks();
        seminar.In(Ai, -10);
        seminar.Until(29.99);
        Assert.Equal("1 pending 0.0", seminar.Credits(Ai));

        seminar.Until(31.7);

        Assert.Equal("1 pending 0.5", seminar.Credits(Ai));
        Assert.Equal(["0 pending 0.0", "30 pending 0.5"], seminar.Story(Ai, 1));
    }

    [Fact]
    public void A_tap_in_during_a_talk_opens_its_entry_at_once_and_the_start_of_the_next_opens_that()
    {
        var seminar = TwoTalks();
        seminar.In(Ai, 10);
        Assert.Equal("1 pending 0.0", seminar.Credits(Ai));

        seminar.Until(45);

        Assert.Equal("1 pending 0.5, 2 pending 0.0", seminar.Credits(Ai));
        Assert.Equal(["10 pending 0.0", "40 pending 0.5"], seminar.Story(Ai, 1));
        Assert.Equal(["45 pending 0.0"], seminar.Story(Ai, 2));
    }

    [Fact]
    public void Leaving_early_voids_where_the_whole_talk_is_required()
    {
        var seminar = TwoTalks(wholeTalk: true);
        seminar.In(Ai, 0);
        seminar.Until(40);
        seminar.Out(Ai, 40);
        seminar.Close(100);
        seminar.Confirm(101);

        Assert.Equal("1 voided 0.0 left-early", seminar.Credits(Ai));
        Assert.Equal((0, 0L, 1), ((int)seminar.Figures.PendingTenths, seminar.Figures.PostedTenths, seminar.Figures.Voided));
    }

    [Fact]
    public void Leaving_early_keeps_the_full_half_hours_where_it_is_not()
    {
        var seminar = new Seminar(false, Seminar.Talk(1, 0, 90, 1));
        seminar.In(Ai, 0);
        seminar.Out(Ai, 70);
        seminar.Close(100);

        Assert.Equal("1 pending 1.0", seminar.Credits(Ai));
    }

    [Fact]
    public void Under_half_an_hour_is_voided_when_the_talk_is_over()
    {
        var seminar = TwoTalks();
        seminar.In(Ai, 20);
        seminar.Out(Ai, 49);
        seminar.Until(95);

        Assert.Equal("1 voided 0.0 under-half-hour, 2 voided 0.0 under-half-hour", seminar.Credits(Ai));
    }

    [Fact]
    public void Confirming_posts_what_is_pending_and_confirming_twice_changes_nothing()
    {
        var seminar = TwoTalks();
        seminar.In(Ai, -10);
        seminar.In(Jin, 50);
        seminar.Close(100);
        seminar.Confirm(110);
        Assert.Equal("1 posted 0.5, 2 posted 0.5", seminar.Credits(Ai));
        Assert.Equal("2 posted 0.5", seminar.Credits(Jin));
        Assert.Equal((0L, 15L), (seminar.Figures.PendingTenths, seminar.Figures.PostedTenths));

        var before = seminar.Stored.Version;
        Assert.True(seminar.Confirm(120).Repeat);
        Assert.True(seminar.Close(121).Repeat);
        Assert.Equal(before, seminar.Stored.Version);
    }

    [Fact]
    public void The_roll_is_not_confirmed_before_the_door_is_shut_and_the_last_talk_has_ended()
    {
        Assert.Equal("not-closed", TwoTalks().Confirm(50).Refusal!.Reason);
        var early = TwoTalks();
        early.Close(50);
        Assert.Equal("not-over", early.Confirm(89).Refusal!.Reason);
        Assert.Null(early.Confirm(90).Refusal);
    }

    [Fact]
    public void Whoever_is_inside_at_closing_has_stayed_until_then_and_no_longer()
    {
        var seminar = new Seminar(false, Seminar.Talk(1, 0, 90, 1));
        seminar.In(Ai, 0);
        seminar.Close(65);
        seminar.Until(200);

        Assert.Equal("1 pending 1.0", seminar.Credits(Ai));
    }

    [Fact]
    public void A_late_tap_out_takes_back_what_had_grown()
    {
        var seminar = new Seminar(false, Seminar.Talk(1, 0, 90, 1));
        seminar.In(Ai, 0);
        seminar.Until(65);
        Assert.Equal("1 pending 1.0", seminar.Credits(Ai));

        seminar.Out(Ai, 40);

        Assert.Equal("1 pending 0.5", seminar.Credits(Ai));
    }

    [Fact]
    public void Each_assessment_is_told_to_the_ledger_of_its_person_in_absolute_words()
    {
        var seminar = TwoTalks();
        seminar.In(Ai, 0);
        seminar.Until(30);

        Assert.Equal([$"credits/{Ai}", $"credits/{Ai}"], seminar.Stored.Parcels.Select(p => p.Receiver));
        var word = System.Text.Json.JsonSerializer.Deserialize(seminar.Stored.Parcels[^1].Body, CreditJson.Default.AttendanceCredits)!.Credits.Single();
        Assert.Equal((Seminar.Id, 1, CreditState.Pending, Units.Of(0.5m), new CurriculumCode(1)), (word.Session, word.Talk, word.State, word.Units, word.Code));
    }

    [Fact]
    public void A_plan_that_comes_twice_changes_nothing()
    {
        var seminar = TwoTalks();
        Assert.Equal(0, seminar.Receive(2).Count);
        Assert.Equal(1, seminar.Stored.Version);
    }
}
