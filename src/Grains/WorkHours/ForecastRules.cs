namespace JmaActors.WorkHours;

/// <summary>When a threshold will be reached.</summary>
/// <param name="Rule">The rule whose threshold it is.</param>
/// <param name="Threshold">Minutes of overtime and holiday work.</param>
/// <param name="Over">The month or year it is counted over.</param>
/// <param name="Reached">The day it was reached; null before.</param>
/// <param name="ByPlan">The day it is reached by the planned roster; null when it is not.</param>
/// <param name="ByPace">The day it is reached at the present pace; null when it is not.</param>
/// <param name="Earliest">At the pace of the heaviest of the last weeks.</param>
/// <param name="Latest">At the pace of the lightest; null when it is not reached so.</param>
public sealed record Forecast(string Rule, int Threshold, DaySpan Over, DateOnly? Reached, DateOnly? ByPlan, DateOnly? ByPace, DateOnly? Earliest, DateOnly? Latest);

/// <summary>On which day which limit will be reached (rule <c>work.forecast</c>): by the planned roster, and at the pace of the last weeks with a range.</summary>
public static class ForecastRules
{
    internal const int WeekDays = 7;

    /// <summary>Of a month 80 h, 100 h and 155 h.</summary>
    public static IEnumerable<Forecast> Month(DayTable worked, DayTable expected, DaySpan month, int today, WorkPolicy policy)
    {
        yield return Of(WorkRuleIds.Fatigue, policy.Fatigue.Check, worked, expected, month, today, policy);
        yield return Of(WorkRuleIds.Month, policy.Month, worked, expected, month, today, policy);
        yield return Of(WorkRuleIds.Measures, policy.Measures, worked, expected, month, today, policy);
    }

    /// <summary>Of a year its limit.</summary>
    public static Forecast Year(DayTable worked, DayTable expected, DaySpan year, int limit, int today, WorkPolicy policy) =>
        Of(WorkRuleIds.Combined, limit, worked, expected, year, today, policy);

    static Forecast Of(string rule, int threshold, DayTable worked, DayTable expected, DaySpan over, int today, WorkPolicy policy)
    {
        var reached = LimitRules.Reached(worked, over, threshold);
        var plan = LimitRules.Reached(expected, over, threshold);
        if (reached is not null) return new Forecast(rule, threshold, over, Date(reached), Date(plan), null, null, null);
        var left = threshold - worked.Sum(over).Beyond;
        var weeks = Weeks(worked, today, policy);
        return new Forecast(
            rule, threshold, over, null, Date(plan),
            At(left, weeks.Sum(), weeks.Count * WeekDays, over, today), At(left, weeks.Max(), WeekDays, over, today), At(left, weeks.Min(), WeekDays, over, today));
    }

    /// <summary>Overtime and holiday work of each of the last weeks, the newest first; today is in none of them.</summary>
    internal static List<int> Weeks(DayTable worked, int today, WorkPolicy policy) =>
        [.. Enumerable.Range(0, policy.PaceDays / WeekDays).Select(w => worked.Sum(new DaySpan(today - (w + 1) * WeekDays, today - w * WeekDays - 1)).Beyond)];

    /// <summary>The day on which so many minutes are gathered at a pace, today being the first; null when the period ends before.</summary>
    static DateOnly? At(int left, int minutes, int days, DaySpan over, int today)
    {
        if (minutes <= 0) return null;
        var needed = ((long)left * days + minutes - 1) / minutes;
        var day = today + needed - 1;
        return day <= over.Last ? DateOnly.FromDayNumber((int)Math.Max(day, today)) : null;
    }

    static DateOnly? Date(int? day) => day is { } number ? DateOnly.FromDayNumber(number) : null;
}
