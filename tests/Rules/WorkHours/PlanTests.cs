using JmaActors.WorkHours;
using static JmaActors.Tests.Rules.WorkHours.Hours;

namespace JmaActors.Tests.Rules.WorkHours;

public class PlanTests
{
    static string[] Told(IEnumerable<WorkFinding> findings) => [.. findings.Select(f => $"{f.Rule} {f.Force} {f.On:MM-dd} {f.Minutes}/{f.Limit}")];

    [Fact]
    public void A_shift_that_leaves_no_rest_is_told_before_it_is_saved()
    {
        var facts = Case([], [.. Shift(6), .. Shift(7)], At(1));

        Assert.Empty(PlanRules.WhatIf(facts, [Span(At(6, 17, 30), At(6, 23, 30), HoursKind.Overtime)], Policy));
        Assert.Equal(["work.rest.normal Breach 04-06 539/540"], Told(PlanRules.WhatIf(facts, [Span(At(6, 17, 30), At(6, 23, 31), HoursKind.Overtime)], Policy)));
    }

    [Fact]
    public void What_was_broken_before_is_not_told_again_unless_it_gets_worse()
    {
        var facts = Case([], [.. Shift(6), Span(At(6, 17, 30), At(7, 1), HoursKind.Overtime), .. Shift(7)], At(1));

        Assert.Empty(PlanRules.WhatIf(facts, [.. Shift(20)], Policy));
        Assert.Equal(["work.rest.normal Breach 04-06 390/540"], Told(PlanRules.WhatIf(facts, [Span(At(7, 1), At(7, 2), HoursKind.Overtime)], Policy)));
    }

    [Fact]
    public void A_shift_that_takes_the_month_to_100_hours_asks_for_the_interview()
    {
        // 12 free days of 8 h 15 min of holiday work: 99 h.
        var sundays = At("W1", WorkLevel.B);
        WorkSpan[] plan = [.. Enumerable.Range(0, 12).Select(d => Span(At(1 + 2 * d, 8), At(1 + 2 * d, 16, 15), HoursKind.HolidayWork))];
        var facts = Case([], plan, At(1), sundays);

        Assert.Empty(PlanRules.WhatIf(facts, [Span(At(28, 8), At(28, 8, 59), HoursKind.HolidayWork)], Policy));
        Assert.Equal(["work.interview Due 04-01 6000/6000"], Told(PlanRules.WhatIf(facts, [Span(At(28, 8), At(28, 9), HoursKind.HolidayWork)], Policy)));
        Assert.Empty(PlanRules.WhatIf(facts with { Measures = [new(HealthMeasureKind.Interview, At(20))] }, [Span(At(28, 8), At(28, 9), HoursKind.HolidayWork)], Policy));
    }

    [Fact]
    public void A_roster_is_checked_as_a_whole()
    {
        WorkSpan[] plan = [
            .. Shift(6), Span(At(6, 17, 30), At(7, 8, 30), HoursKind.NightDuty), Span(At(7, 8, 30), At(7, 17, 30)), .. Shift(8),
            .. Shift(13), Span(At(13, 17, 30), At(14, 8, 30), HoursKind.NightDuty), Span(At(14, 8, 30), At(14, 12, 30)), .. Shift(15)];

        Assert.Equal(["work.rest.night Breach 04-06 780/1080"], Told(PlanRules.Check(Case([], plan, At(1)), April, Policy)));
    }

    [Fact]
    public void A_years_limit_is_told_at_the_day_it_is_passed()
    {
        var year = AgreementPeriods.Year(AgreementFrom, new DateOnly(2026, 4, 1));
        // Every third day of the year eight hours of holiday work: 122 days, 976 h; the 121st passes 960.
        WorkSpan[] plan = [.. Enumerable.Range(0, 122).Select(d => Span((year.First + 3 * d) * 1440 + 480, (year.First + 3 * d) * 1440 + 960, HoursKind.HolidayWork))];
        var findings = PlanRules.Check(Case([], plan, At(1), At("W1")), new DaySpan(year.First, year.First), Policy);

        Assert.Equal([(WorkRuleIds.Combined, (year.First + 3 * 120) * 1440), (WorkRuleIds.Level(WorkLevel.A), (year.First + 3 * 120) * 1440)], findings.Select(f => (f.Rule, f.At)));
    }

    [Fact]
    public void A_forecast_says_on_which_day_each_threshold_is_reached_by_the_plan_and_at_the_pace()
    {
        // Until the 14th 5 h of overtime on each of the last 14 days, none on the 14 before; from the 15th 8 h of holiday work a day are planned.
        var (worked, expected) = (new DayTable(new DaySpan(DayOf(-27), DayOf(30)), 1), new DayTable(new DaySpan(DayOf(-27), DayOf(30)), 1));
        for (var day = 1; day <= 14; day++)
        {
            worked.Add(DayOf(day), 780, 300, 0, 1);
            expected.Add(DayOf(day), 780, 300, 0, 1);
        }
        for (var day = 15; day <= 30; day++) expected.Add(DayOf(day), 480, 0, 480, 1);
        var forecasts = ForecastRules.Month(worked, expected, April, DayOf(15), Policy).ToDictionary(f => f.Rule);

        // 70 h are gathered. 10 h more: by the plan on the 16th, at 2.5 h a day on the 18th, at 5 h a day on the 16th.
        var (check, interview, measures) = (forecasts[WorkRuleIds.Fatigue], forecasts[WorkRuleIds.Month], forecasts[WorkRuleIds.Measures]);
        Assert.Equal((Of(16), Of(18), Of(16), null), (check.ByPlan, check.ByPace, check.Earliest, check.Latest));
        Assert.Equal((Of(18), Of(26), Of(20), null), (interview.ByPlan, interview.ByPace, interview.Earliest, interview.Latest));
        Assert.Equal((Of(25), null, null, null), (measures.ByPlan, measures.ByPace, measures.Earliest, measures.Latest));

        static DateOnly? Of(int day) => new DateOnly(2026, 4, day);
    }

    [Fact]
    public void What_was_reached_has_its_day_and_no_forecast()
    {
        var worked = new DayTable(new DaySpan(DayOf(-30), DayOf(30)), 1);
        for (var day = 1; day <= 10; day++) worked.Add(DayOf(day), 600, 0, 600, 1);
        var forecast = ForecastRules.Month(worked, worked, April, DayOf(11), Policy).First(f => f.Rule == WorkRuleIds.Month);

        Assert.Equal((new DateOnly(2026, 4, 10), null), (forecast.Reached, forecast.ByPace));
    }
}
