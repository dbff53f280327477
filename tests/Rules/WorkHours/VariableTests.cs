using JmaActors.WorkHours;
using static JmaActors.Tests.Rules.WorkHours.Hours;

namespace JmaActors.Tests.Rules.WorkHours;

/// <summary>1か月単位の変形労働時間制: measured by the planned hours, then by the frame of the month.</summary>
public class VariableTests
{
    static readonly Employment Variable = At("W1") with { Variable = true };

    static WorkSpan Plan(int day, int hours) => Span(At(day, 8), At(day, 8 + hours));

    [Fact]
    public void A_day_planned_longer_than_eight_hours_is_measured_by_its_plan()
    {
        WorkSpan[] plan = [Plan(6, 10), Plan(7, 10), Plan(8, 10), Plan(9, 10)];

        Assert.Equal(0, Days(plan, plan, Variable).Sum(April).Overtime);
        Assert.Equal(60, Days([.. plan, Span(At(6, 18), At(6, 19), HoursKind.Overtime)], plan, Variable).Sum(April).Overtime);
        Assert.Equal(8 * 60, Days(plan, plan, At("W1")).Sum(April).Overtime);
    }

    [Fact]
    public void A_day_planned_shorter_is_measured_by_eight_hours()
    {
        WorkSpan[] plan = [Plan(6, 4)];

        Assert.Equal(60, Days([Plan(6, 9)], plan, Variable).Sum(April).Overtime);
    }

    [Fact]
    public void A_week_planned_longer_than_forty_hours_is_measured_by_its_plan()
    {
        WorkSpan[] plan = [.. Enumerable.Range(6, 6).Select(d => Plan(d, 8))];

        Assert.Equal(0, Days(plan, plan, Variable).Sum(April).Overtime);
        Assert.Equal(2 * 60, Days([.. plan, Plan(5, 2)], plan, Variable).Sum(April).Overtime);
    }

    [Fact]
    public void Beyond_the_frame_of_the_month_is_overtime_whatever_was_planned()
    {
        // April has 30 days: 40 h x 30 / 7 = 171 h 25 min. 23 days of 8 h are 184 h; no week is over its plan.
        WorkSpan[] plan = [.. Enumerable.Range(1, 30).Where(d => d % 7 is not 5).Take(23).Select(d => Plan(d, 8))];

        Assert.Equal(184 * 60 - 10_285, Days(plan, plan, Variable).Sum(April).Overtime);
    }

    [Fact]
    public void A_week_is_cut_where_the_month_ends()
    {
        // Wednesday 1 to Saturday 4 April: 4/7 of 40 h. Three days of 8 h stay inside nothing planned: 24 h against 22 h 51 min.
        var days = Days([Plan(1, 8), Plan(2, 8), Plan(3, 8)], [], Variable);

        Assert.Equal(24 * 60 - 2_400 * 4 / 7, days.Sum(April).Overtime);
    }

    [Fact]
    public void Another_employers_hours_come_on_top_of_the_plan()
    {
        WorkSpan[] plan = [Plan(6, 10)];
        var days = Days([.. plan, Span(At(6, 19), At(6, 21), HoursKind.Scheduled, 1)], plan, Variable, At("W2"));

        Assert.Equal((120, 0, 120), (days.Sum(April).Overtime, days.Own(0, April), days.Own(1, April)));
    }
}
