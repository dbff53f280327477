using JmaActors.Time;
using JmaActors.Training;

namespace JmaActors.Tests.Rules.Training;

/// <summary>One talk, one person: what being inside earns. Times are minutes after 10:00 on the day of the talk.</summary>
public class AttendanceTests
{
    static readonly DateTimeOffset Ten = Tokyo.At(new DateOnly(2026, 11, 23), new TimeOnly(10, 0));

    static readonly Units Half = Units.Of(0.5m);

    static Talk Talk(int start, int end) => new(1, At(start), At(end), "title", "speaker", new CurriculumCode(74));

    static DateTimeOffset At(double minutes) => Ten.AddMinutes(minutes);

    static Stay Stay(double from, double? to = null) => new(At(from), to is { } end ? At(end) : null);

    static Assessment Assess(Talk talk, bool wholeTalk, double now, double? closedAt, params ReadOnlySpan<Stay> stays) =>
        AttendanceRules.Assess(talk, wholeTalk, stays, At(now), closedAt is { } c ? At(c) : null, Seeds.Book.Cme(new DateOnly(2026, 11, 23)));

    static void IsPending(Assessment a, decimal units, double? nextGrowth)
    {
        Assert.Equal((AssessmentState.Pending, Units.Of(units), (string?)null), (a.State, a.Units, a.Reason));
        Assert.Equal(nextGrowth is { } m ? At(m) : null, a.NextGrowth);
    }

    static void IsVoided(Assessment a, string reason) =>
        Assert.Equal(new Assessment(AssessmentState.Voided, Units.Zero, reason, null, null), a);

    [Fact]
    public void Nobody_came_so_there_is_no_entry() =>
        Assert.Equal(new Assessment(AssessmentState.None, Units.Zero, null, null, null), Assess(Talk(0, 60), true, 30, null));

    [Fact]
    public void In_before_the_talk_has_no_entry_yet_and_the_start_of_the_talk_changes_that()
    {
        var before = Assess(Talk(0, 60), true, -5, null, Stay(-10));
        Assert.Equal((AssessmentState.None, At(0)), (before.State, before.NextChange));

        IsPending(Assess(Talk(0, 60), true, 0, null, Stay(-10)), 0m, 30);
    }

    [Fact]
    public void A_tap_in_during_the_talk_opens_an_entry_of_zero_at_once() => IsPending(Assess(Talk(0, 90), true, 12, null, Stay(12)), 0m, 42);

    [Fact]
    public void Twenty_nine_minutes_fifty_nine_earn_nothing_yet() =>
        IsPending(Assess(Talk(0, 60), true, 29 + 59 / 60d, null, Stay(-10)), 0m, 30);

    [Fact]
    public void Thirty_minutes_earn_half_a_unit_and_the_next_half_comes_at_sixty() =>
        IsPending(Assess(Talk(0, 60), true, 30, null, Stay(-10)), 0.5m, 60);

    [Fact]
    public void Ninety_minutes_are_one_and_a_half_units_and_never_more()
    {
        IsPending(Assess(Talk(0, 90), true, 90, null, Stay(-10)), 1.5m, null);
        IsPending(Assess(Talk(0, 90), true, 300, null, Stay(-10)), 1.5m, null);
    }

    [Fact]
    public void Fifty_minutes_are_half_a_unit_and_no_growth_is_announced_after_it()
    {
        IsPending(Assess(Talk(0, 50), true, 30, null, Stay(-10)), 0.5m, null);
        IsPending(Assess(Talk(0, 50), true, 50, null, Stay(-10)), 0.5m, null);
    }

    [Fact]
    public void Forty_five_and_forty_five_minutes_under_two_codes_are_a_half_and_a_half_never_one_and_a_half()
    {
        var first = Assess(Talk(0, 45), true, 100, null, Stay(-10));
        var second = Assess(Talk(45, 90), true, 100, null, Stay(-10));

        Assert.Equal(Units.Of(1m), first.Units + second.Units);
        Assert.Equal((Half, Half), (first.Units, second.Units));
    }

    [Fact]
    public void Coming_late_is_not_leaving_early_and_counts_the_half_hours_from_then()
    {
        IsPending(Assess(Talk(0, 60), true, 40, null, Stay(10)), 0.5m, null);
        IsPending(Assess(Talk(0, 90), true, 90, null, Stay(31)), 0.5m, null);
    }

    [Fact]
    public void Coming_one_second_late_to_a_thirty_minute_talk_earns_nothing_at_its_end()
    {
        var late = Assess(Talk(0, 30), true, 20, null, Stay(1 / 60d));
        Assert.Equal((AssessmentState.Pending, (DateTimeOffset?)null, At(30)), (late.State, late.NextGrowth, late.NextChange));

        IsVoided(Assess(Talk(0, 30), true, 30, null, Stay(1 / 60d)), AttendanceRules.UnderHalfHour);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    [InlineData(59.99)]
    public void Leaving_before_the_end_of_a_whole_talk_voids_it_at_once(double minutes) =>
        IsVoided(Assess(Talk(0, 60), true, Math.Max(minutes, 0.01), null, Stay(-10, Math.Max(minutes, 0.01))), AttendanceRules.LeftEarly);

    [Fact]
    public void Leaving_exactly_at_the_end_or_later_keeps_the_whole_talk()
    {
        IsPending(Assess(Talk(0, 60), true, 60, null, Stay(-10, 60)), 1m, null);
        IsPending(Assess(Talk(0, 60), true, 70, null, Stay(-10, 65)), 1m, null);
    }

    [Fact]
    public void Stepping_out_and_coming_back_does_not_revive_a_whole_talk() =>
        IsVoided(Assess(Talk(0, 60), true, 60, null, Stay(-10, 20), Stay(21)), AttendanceRules.LeftEarly);

    [Fact]
    public void Out_and_in_at_the_same_instant_is_no_absence() =>
        IsPending(Assess(Talk(0, 60), true, 60, null, Stay(-10, 20), Stay(20)), 1m, null);

    [Fact]
    public void Stepping_out_before_the_talk_starts_does_not_touch_it()
    {
        IsPending(Assess(Talk(0, 60), true, 30, null, Stay(-10, -5), Stay(-1)), 0.5m, 60);
        IsPending(Assess(Talk(0, 60), true, 31, null, Stay(-10, 0), Stay(1)), 0.5m, null);
    }

    [Fact]
    public void Leaving_the_hall_during_one_talk_does_not_void_the_next_one() =>
        IsPending(Assess(Talk(60, 90), true, 90, null, Stay(-10, 20), Stay(55)), 0.5m, null);

    [Fact]
    public void Without_the_whole_talk_being_required_the_full_half_hours_of_all_stays_are_kept()
    {
        IsPending(Assess(Talk(0, 90), false, 50, null, Stay(-10, 20), Stay(40)), 0.5m, 80);
        IsPending(Assess(Talk(0, 90), false, 90, null, Stay(-10, 20), Stay(40, 70)), 0.5m, null);
        IsPending(Assess(Talk(0, 90), false, 90, null, Stay(-10, 35)), 0.5m, null);
    }

    [Fact]
    public void Somebody_who_left_with_nothing_stays_pending_until_the_end_of_the_talk_and_is_voided_then()
    {
        var gone = Assess(Talk(0, 90), false, 45, null, Stay(0, 20));
        Assert.Equal((AssessmentState.Pending, Units.Zero, (DateTimeOffset?)null, At(90)), (gone.State, gone.Units, gone.NextGrowth, gone.NextChange));

        IsVoided(Assess(Talk(0, 90), false, 90, null, Stay(0, 20)), AttendanceRules.UnderHalfHour);
    }

    [Fact]
    public void A_talk_of_twenty_minutes_opens_an_entry_and_voids_it_at_its_end()
    {
        IsPending(Assess(Talk(0, 20), true, 10, null, Stay(-10)), 0m, null);
        IsVoided(Assess(Talk(0, 20), true, 20, null, Stay(-10)), AttendanceRules.UnderHalfHour);
    }

    [Fact]
    public void Coming_when_the_talk_is_over_earns_no_entry() =>
        Assert.Equal(AssessmentState.None, Assess(Talk(0, 60), true, 70, null, Stay(60)).State);

    [Fact]
    public void Closing_after_the_talk_takes_whoever_is_inside_as_having_stayed() =>
        IsPending(Assess(Talk(0, 60), true, 500, 65, Stay(-10)), 1m, null);

    [Fact]
    public void Closing_before_a_talk_leaves_it_without_an_entry() =>
        Assert.Equal(new Assessment(AssessmentState.None, Units.Zero, null, null, null), Assess(Talk(60, 90), true, 500, 50, Stay(-10)));

    [Fact]
    public void Closing_in_the_middle_of_a_talk_ends_every_stay_there()
    {
        IsVoided(Assess(Talk(0, 90), true, 500, 45, Stay(-10)), AttendanceRules.LeftEarly);
        IsPending(Assess(Talk(0, 90), false, 500, 45, Stay(-10)), 0.5m, null);
        IsVoided(Assess(Talk(0, 90), false, 500, 25, Stay(-10)), AttendanceRules.UnderHalfHour);
    }

    [Fact]
    public void A_closing_that_is_still_to_come_changes_nothing_yet() => IsPending(Assess(Talk(0, 60), true, 30, 65, Stay(-10)), 0.5m, 60);

    [Fact]
    public void A_tap_ahead_of_the_clock_takes_effect_when_its_time_comes()
    {
        var ahead = Assess(Talk(0, 60), true, 10, null, Stay(11));
        Assert.Equal((AssessmentState.None, At(11)), (ahead.State, ahead.NextChange));

        var leaving = Assess(Talk(0, 60), true, 10, null, Stay(-5, 12));
        Assert.Equal((AssessmentState.Pending, At(12)), (leaving.State, leaving.NextChange));
    }

    [Fact]
    public void A_tolerance_would_forgive_its_minutes_and_no_more()
    {
        var policy = Seeds.Book.Cme(new DateOnly(2026, 11, 23)) with { LateTolerance = TimeSpan.FromMinutes(5), EarlyLeaveTolerance = TimeSpan.FromMinutes(5) };
        Assessment With(double from, double to) => AttendanceRules.Assess(Talk(0, 60), true, [Stay(from, to)], At(60), null, policy);

        IsPending(With(5, 60), 1m, null);
        IsPending(With(6, 60), 0.5m, null);
        IsPending(With(-5, 55), 1m, null);
        IsVoided(With(-5, 54), AttendanceRules.LeftEarly);
    }
}
