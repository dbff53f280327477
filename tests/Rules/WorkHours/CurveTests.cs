using JmaActors.WorkHours;
using static JmaActors.Tests.Rules.WorkHours.Hours;

namespace JmaActors.Tests.Rules.WorkHours;

public class CurveTests
{
    static IReadOnlyList<HoursCurve> Of(WorkCase facts)
    {
        var today = WorkMinute.DayOf(facts.AsOf);
        var tables = Tables.Of(facts, new DaySpan(today, today), Policy);
        return CurveRules.Of(ReviewRules.Of(facts, tables.Worked, tables.Expected, Policy), tables.Worked, tables.Expected, today, Policy);
    }

    [Fact]
    public void A_month_is_summed_up_day_by_day_to_today_and_goes_on_with_the_plan()
    {
        // Ten hours on the 6th to the 8th: two of overtime each. The same is planned for the 9th and the 10th.
        var facts = Case([Span(At(6, 8), At(6, 18)), Span(At(7, 8), At(7, 18)), Span(At(8, 8), At(8, 18))], [Span(At(9, 8), At(9, 18)), Span(At(10, 8), At(10, 18))], At(8, 20));

        var month = Of(facts)[0];

        Assert.Equal((new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 30), 1), (month.From, month.To, month.Step));
        Assert.Equal([0, 0, 0, 0, 0, 120, 240, 360], month.Used);
        Assert.Equal([360, 480, 600], month.Planned.Skip(7).Take(3));
        Assert.Equal((30, 600), (month.Planned.Count, month.Planned[^1]));
        Assert.Equal([4_800, 6_000, 9_300], month.Limits.Select(l => l.Minutes));
    }

    [Fact]
    public void The_pace_ends_between_the_lightest_and_the_heaviest_of_the_last_weeks()
    {
        // In the week before the 15th 7 h of overtime, in the three before that none. Today 1 h.
        var facts = Case([Span(At(9, 8), At(9, 23)), Span(At(15, 8), At(15, 17))], asOf: At(15, 20));

        var month = Of(facts)[0];

        // Sixteen days are left, today among them.
        Assert.Equal(8 * 60, month.Used[^1]);
        Assert.Equal((8 * 60 + 7 * 60 * 16 / 28, 8 * 60, 8 * 60 + 7 * 60 * 16 / 7), (month.PaceEnd, month.LowEnd, month.HighEnd));
    }

    [Fact]
    public void A_year_goes_by_weeks_and_ends_where_the_table_does()
    {
        var facts = Case([Span(At(6, 8), At(6, 18)), Span(At(14, 8), At(14, 18))], asOf: At(14, 20));

        var year = Of(facts)[^1];

        Assert.Equal((7, 53, new DateOnly(2027, 3, 31)), (year.Step, year.Planned.Count, year.To));
        Assert.Equal([120, 240], year.Used);
        Assert.Equal([new CurveLimit("work.combined", 1860 * 60)], year.Limits);
    }
}
