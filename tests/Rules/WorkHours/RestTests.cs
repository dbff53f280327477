using JmaActors.WorkHours;
using static JmaActors.Tests.Rules.WorkHours.Hours;

namespace JmaActors.Tests.Rules.WorkHours;

public class RestTests
{
    const WorkMarks Planned = WorkMarks.Rostered;

    static IReadOnlyList<RestWindow> Windows(WorkCase facts, bool effort = false) => RestRules.Windows(facts, April, effort, Policy);

    static RestWindow First(WorkCase facts) => Windows(facts)[0];

    /// <summary>Planned 8:30 to 17:30 on two days; on the first, work goes on until an hour.</summary>
    static WorkCase Overrun(int hour, int minute) => Case(
        [Span(At(6, 8, 30), At(6, hour, minute), HoursKind.Scheduled, 0, Planned), .. Shift(7, 0, Planned)], [.. Shift(6), .. Shift(7)]);

    [Fact]
    public void A_day_that_ends_in_time_leaves_rest()
    {
        var windows = Windows(Case([.. Shift(6, 0, Planned), .. Shift(7, 0, Planned)], [.. Shift(6), .. Shift(7)]));

        Assert.Equal([At(6, 8, 30), At(7, 8, 30)], windows.Select(w => w.Start));
        Assert.All(windows, w => Assert.Equal((RestOutcome.Kept, WorkRuleIds.RestNormal, FindingForce.Breach), (w.Outcome, w.Way.Rule, w.Force)));
    }

    [Theory]
    [InlineData(23, 30, 0)]
    [InlineData(23, 31, 1)]
    [InlineData(26, 0, 150)]
    [InlineData(32, 30, 540)]
    public void Work_into_the_last_nine_hours_before_the_next_start_is_owed_as_rest(int hour, int minute, int owed)
    {
        var window = First(Overrun(hour, minute));

        Assert.Equal((owed > 0 ? RestOutcome.Owed : RestOutcome.Kept, owed), (window.Outcome, window.Owed));
    }

    [Theory]
    [InlineData(20, 22, 0)]   // 10.5 h are left after it
    [InlineData(26, 28, 30)]  // 9 h from 17:30 reach to 2:30
    [InlineData(22, 28, 270)] // 17:30 to 2:30 has 4.5 h of it, 23:30 to 8:30 as much
    public void A_call_at_night_owes_what_the_best_nine_hours_have_of_it(int from, int to, int owed)
    {
        var facts = Case(
            [.. Shift(6, 0, Planned), Span(At(6, from), At(6, to), HoursKind.Overtime, 0, WorkMarks.Unforeseen), .. Shift(7, 0, Planned)], [.. Shift(6), .. Shift(7)]);

        Assert.Equal(owed, First(facts).Owed);
    }

    [Theory, InlineData(30, 30, RestOutcome.Kept), InlineData(30, 29, RestOutcome.NotPlanned)]
    public void After_night_duty_eighteen_hours_within_forty_six_will_do(int hour, int minute, RestOutcome outcome)
    {
        WorkSpan[] plan = [
            .. Shift(6), Span(At(6, 17, 30), At(7, 8, 30), HoursKind.NightDuty), Span(At(7, 8, 30), At(7, 12, 30)), Span(At(7, hour, minute), At(8, 12))];
        var window = First(Case([], plan));

        Assert.Equal((WorkRuleIds.RestNight, outcome), (window.Way.Rule, window.Outcome));
    }

    [Fact]
    public void Twenty_eight_hours_without_night_duty_are_a_breach()
    {
        var window = First(Case([], [Span(At(6, 8, 30), At(7, 12, 30)), Span(At(8, 8, 30), At(8, 12))]));

        Assert.Equal((WorkRuleIds.RestNormal, RestOutcome.NotPlanned, 0), (window.Way.Rule, window.Outcome, window.Longest));
        Assert.Equal(new WorkFinding(WorkRuleIds.RestNormal, FindingForce.Breach, new DateOnly(2026, 4, 6), "", At(6, 8, 30), 0, 540), RestRules.Finding(window, Policy));
    }

    [Theory, InlineData(22, 30, RestOutcome.Kept), InlineData(22, 31, RestOutcome.NotPlanned)]
    public void Permitted_duty_of_nine_hours_is_rest_and_of_less_is_not(int hour, int minute, RestOutcome outcome)
    {
        // Work to the duty, the duty to 7:30, and work again from there.
        WorkSpan[] plan = [Span(At(6, 8, 30), At(6, hour, minute)), Span(At(6, hour, minute), At(7, 7, 30), HoursKind.PermittedDuty), Span(At(7, 7, 30), At(7, 12))];

        Assert.Equal(outcome, First(Case([], plan)).Outcome);
    }

    [Fact]
    public void A_mixed_night_needs_another_nine_hours_or_eighteen_in_forty_six()
    {
        WorkSpan[] night = [Span(At(6, 8, 30), At(6, 22)), Span(At(6, 17, 30), At(6, 22), HoursKind.NightDuty), Span(At(6, 22), At(7, 6), HoursKind.PermittedDuty), Span(At(7, 6), At(7, 12, 30))];

        Assert.Equal(RestOutcome.NotPlanned, First(Case([], [.. night, Span(At(8, 6), At(8, 12))])).Outcome);
        Assert.Equal(RestOutcome.Kept, First(Case([], [.. night, Span(At(8, 6, 30), At(8, 12))])).Outcome);
    }

    [Fact]
    public void Work_inside_permitted_duty_asks_for_consideration_and_owes_nothing()
    {
        WorkSpan[] plan = [.. Shift(6), Span(At(6, 17, 30), At(7, 8, 30), HoursKind.PermittedDuty), .. Shift(7)];
        var facts = Case([.. Shift(6, 0, Planned), Span(At(6, 25), At(6, 27), HoursKind.Overtime, 0, WorkMarks.Unforeseen)], plan);
        var window = First(facts);

        Assert.Equal((RestOutcome.Kept, 0, 90), (window.Outcome, window.Owed, window.Considered));
        Assert.Equal(FindingForce.Consider, RestRules.Finding(window, Policy)!.Force);
        Assert.Empty(CompensationRules.Ledger(facts, Windows(facts), Policy));
    }

    [Fact]
    public void A_clinical_resident_needs_24_hours_in_48_after_a_long_run_and_a_specialist_trainee_18_in_46()
    {
        WorkSpan[] with18 = [.. Shift(6), Span(At(6, 17, 30), At(7, 8, 30), HoursKind.NightDuty), Span(At(7, 8, 30), At(7, 12, 30)), .. Shift(8)];
        WorkSpan[] with24 = [.. Shift(6), Span(At(6, 17, 30), At(7, 8, 30), HoursKind.NightDuty), .. Shift(8)];
        var (resident, trainee) = (At("W1", WorkLevel.C1, resident: true), At("W1", WorkLevel.C1));

        Assert.Equal((WorkRuleIds.RestResident, RestOutcome.NotPlanned), (First(Case([], with18, null, resident)).Way.Rule, First(Case([], with18, null, resident)).Outcome));
        Assert.Equal((WorkRuleIds.RestResident, RestOutcome.Kept), (First(Case([], with24, null, resident)).Way.Rule, First(Case([], with24, null, resident)).Outcome));
        Assert.Equal((WorkRuleIds.RestNight, RestOutcome.Kept), (First(Case([], with18, null, trainee)).Way.Rule, First(Case([], with18, null, trainee)).Outcome));
    }

    [Fact]
    public void A_resident_may_be_owed_rest_for_on_call_work_only()
    {
        WorkSpan[] plan = [.. Shift(6), .. Shift(7)];
        var call = Span(At(6, 26), At(6, 29), HoursKind.Overtime, 0, WorkMarks.Unforeseen);
        var resident = At("W1", WorkLevel.C1, resident: true);

        Assert.Equal(RestOutcome.NotOpen, First(Case([call], plan, null, resident)).Outcome);
        Assert.Equal(RestOutcome.Owed, First(Case([call], [.. plan, Span(At(6, 18), At(7, 8), HoursKind.Standby)], null, resident)).Outcome);
    }

    [Theory, InlineData(11, 30, RestOutcome.GivenAtOnce), InlineData(11, 29, RestOutcome.NotGivenAtOnce)]
    public void One_task_of_over_fifteen_hours_may_take_the_rest_if_it_follows_at_once(int hour, int minute, RestOutcome outcome)
    {
        WorkSpan[] plan = [Span(At(6, 8, 30), At(7, 2, 30), HoursKind.Scheduled, 0, WorkMarks.LongTask), Span(At(7, hour, minute), At(7, 17))];

        Assert.Equal(outcome, First(Case([], plan)).Outcome);
    }

    [Fact]
    public void A_task_of_just_fifteen_hours_is_no_exception() =>
        Assert.Equal(RestOutcome.NotPlanned, First(Case([], [Span(At(6, 8, 30), At(6, 23, 30), HoursKind.Scheduled, 0, WorkMarks.LongTask), Span(At(6, 24), At(7, 17))])).Outcome);

    [Fact]
    public void Where_nothing_is_planned_what_was_worked_is_the_plan()
    {
        var window = First(Case([Span(At(6, 8, 30), At(7, 2)), .. Shift(7)]));

        Assert.Equal((RestOutcome.NotPlanned, 390), (window.Outcome, window.Longest));
    }

    [Fact]
    public void Unforeseen_work_on_a_free_day_begins_a_window_and_owes_what_it_lacks()
    {
        var windows = Windows(Case([Span(At(5, 10), At(5, 24), HoursKind.Overtime, 0, WorkMarks.Unforeseen), .. Shift(6, 0, Planned)], Shift(6)));

        Assert.Equal((At(5, 10), RestOutcome.Owed, 30, At(5, 24)), (windows[0].Start, windows[0].Outcome, windows[0].Owed, windows[0].At));
    }

    [Fact]
    public void A_shift_begun_early_is_still_the_planned_one()
    {
        WorkSpan[] plan = [
            .. Shift(6), Span(At(6, 17, 30), At(7, 8, 30), HoursKind.NightDuty), Span(At(7, 8, 30), At(7, 12, 30)), .. Shift(8)];

        var windows = Windows(Case([Span(At(6, 8, 15), At(7, 12, 30), HoursKind.NightDuty, 0, Planned)], plan));

        Assert.Equal([At(6, 8, 30), At(8, 8, 30)], windows.Select(w => w.Start));
        Assert.Equal(RestOutcome.Kept, windows[0].Outcome);
    }

    [Fact]
    public void At_level_A_nothing_is_asked_but_an_effort_where_the_year_is_long()
    {
        var facts = Case([], [Span(At(6, 8, 30), At(7, 12, 30)), Span(At(8, 8, 30), At(8, 12))], null, At("W1"));

        Assert.Null(RestRules.Finding(Windows(facts)[0], Policy));
        Assert.Equal(FindingForce.Effort, RestRules.Finding(Windows(facts, effort: true)[0], Policy)!.Force);
    }

    [Theory, InlineData(720 * 60, 0, false), InlineData(720 * 60 + 1, 0, true), InlineData(0, 6, false), InlineData(0, 7, true)]
    public void The_year_is_long_above_720_hours_or_with_more_than_six_months_above_45(int once, int months, bool effort)
    {
        var year = AgreementPeriods.Year(AgreementFrom, new DateOnly(2026, 4, 30));
        var days = new DayTable(year, 1);
        days.Add(year.First, once, 0, once, 1);
        foreach (var month in AgreementPeriods.Months(AgreementFrom, year).Take(months)) days.Add(month.First, 45 * 60 + 1, 0, 45 * 60 + 1, 1);

        Assert.Equal(effort, RestRules.Effort(days, AgreementFrom, new DateOnly(2026, 4, 30), Policy.Effort));
    }

    [Theory, InlineData(21, 30, false), InlineData(21, 31, true)]
    public void An_employers_longer_interval_moves_the_next_start(int hour, int minute, bool found)
    {
        var facts = Case([], [Span(At(6, 8, 30), At(6, hour, minute)), .. Shift(7)], null, At("W1", WorkLevel.B) with { IntervalMinutes = 660 });
        var finding = RestRules.Intervals(facts, April, Policy).SingleOrDefault();

        Assert.Equal(found ? new WorkFinding(WorkRuleIds.RestInterval, FindingForce.OwnRule, new DateOnly(2026, 4, 7), "W1", At(7, 8, 30), 659, 660) : null, finding);
    }
}
