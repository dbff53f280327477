namespace JmaActors.WorkHours;

/// <summary>Overtime and holiday work of a month or a year, summed up day by day or week by week: as worked, with the plan, and at the pace of the last weeks (rule <c>work.forecast</c>).</summary>
public static class CurveRules
{
    /// <summary>Each month that runs with 80, 100 and 155 h, then each year with its limit.</summary>
    public static IReadOnlyList<HoursCurve> Of(WorkReview review, DayTable worked, DayTable expected, int today, WorkPolicy policy)
    {
        CurveLimit[] ofMonths = [new(WorkRuleIds.Fatigue, policy.Fatigue.Check), new(WorkRuleIds.Month, policy.Month), new(WorkRuleIds.Measures, policy.Measures)];
        return [
            .. review.Months.Select(m => Of(m.Month, 1, ofMonths, worked, expected, today, policy)),
            .. review.Hours.Where(h => !h.Over).DistinctBy(h => h.Year).Select(h => Of(h.Year, ForecastRules.WeekDays, [new CurveLimit(WorkRuleIds.Combined, h.TotalLimit)], worked, expected, today, policy))];
    }

    static HoursCurve Of(DaySpan over, int step, IReadOnlyList<CurveLimit> limits, DayTable worked, DayTable expected, int today, WorkPolicy policy)
    {
        var (used, planned) = (new List<int>(), new List<int>());
        for (var first = over.First; first <= over.Last; first += step)
        {
            var days = new DaySpan(first, Math.Min(first + step - 1, over.Last));
            if (first <= today) used.Add((used.Count > 0 ? used[^1] : 0) + worked.Sum(days).Beyond);
            planned.Add((planned.Count > 0 ? planned[^1] : 0) + expected.Sum(days).Beyond);
        }
        var weeks = ForecastRules.Weeks(worked, today, policy);
        var left = Math.Max(0, over.Last - today + 1);
        int At(long minutes, int days) => worked.Sum(over).Beyond + (int)(minutes * left / days);
        return new HoursCurve(
            over.From, over.To, step, limits, used, planned,
            At(weeks.Sum(), weeks.Count * ForecastRules.WeekDays), At(weeks.Min(), ForecastRules.WeekDays), At(weeks.Max(), ForecastRules.WeekDays));
    }
}
