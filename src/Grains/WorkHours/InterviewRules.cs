namespace JmaActors.WorkHours;

/// <summary>How a month stands: <see cref="InterviewRules.Month"/>.</summary>
/// <param name="Reached">The day on which 100 h were reached; null before.</param>
/// <param name="Expected">The day on which they will be; null when they will not.</param>
/// <param name="MeasuresDue">Over 155 h, and no hours were cut since.</param>
public sealed record MonthStanding(DaySpan Month, int Minutes, int ExpectedMinutes, MonthOutcome Outcome, DateOnly? Reached, DateOnly? Expected, bool MeasuresDue);

/// <summary>
/// The condition of a month (rules <c>work.month</c>, <c>work.interview</c>, <c>work.fatigue</c>, <c>work.measures</c>): 100 h are a condition and not a ceiling alone. An interview
/// on the very day counts as before it.
/// </summary>
public static class InterviewRules
{
    /// <summary>How a month stands at the minute judged.</summary>
    /// <param name="worked">Hours worked so far; must cover the month and the month before.</param>
    /// <param name="expected">With the plan.</param>
    /// <param name="previous">The month before.</param>
    /// <param name="special">A level other than A is among the employments.</param>
    public static MonthStanding Month(WorkCase facts, DayTable worked, DayTable expected, DaySpan month, DaySpan previous, bool special, WorkPolicy policy)
    {
        var (minutes, plan) = (worked.Sum(month).Beyond, expected.Sum(month).Beyond);
        var (reached, comes) = (LimitRules.Reached(worked, month, policy.Month), LimitRules.Reached(expected, month, policy.Month));
        var outcome = reached is { } day ? After(facts, worked, month, previous, special, day, policy)
            : Held(facts, month, month.Last) is not null ? MonthOutcome.Under
            : comes is not null ? MonthOutcome.InterviewDue
            : !special && minutes > policy.Fatigue.Check && CheckIn(facts, month, month.Last) is null ? MonthOutcome.CheckDue
            : MonthOutcome.Under;
        var over = LimitRules.Reached(worked, month, policy.Measures + 1);
        var due = over is { } from && !facts.Measures.Any(m => m.Kind == HealthMeasureKind.HoursCut && month.Holds(WorkMinute.DayOf(m.At)) && WorkMinute.DayOf(m.At) >= from);
        return new MonthStanding(month, minutes, plan, outcome, Date(reached), Date(comes), due);
    }

    /// <summary>What a month's standing is as findings.</summary>
    public static IEnumerable<WorkFinding> Findings(MonthStanding month, WorkPolicy policy)
    {
        WorkFinding Of(string rule, FindingForce force, DateOnly? at, int minutes, int limit) =>
            new(rule, force, month.Month.From, "", WorkMinute.Of(at ?? month.Month.From), minutes, limit);
        switch (month.Outcome)
        {
            case MonthOutcome.CheckDue:
                yield return Of(WorkRuleIds.Fatigue, FindingForce.Due, null, month.Minutes, policy.Fatigue.Check);
                break;
            case MonthOutcome.InterviewDue:
                yield return Of(WorkRuleIds.Interview, FindingForce.Due, month.Expected, month.ExpectedMinutes, policy.Month);
                break;
            case MonthOutcome.InterviewFollows:
                yield return Of(WorkRuleIds.Interview, FindingForce.Due, month.Reached, month.Minutes, policy.Month);
                break;
            case MonthOutcome.Breached:
                yield return Of(WorkRuleIds.Month, FindingForce.Breach, month.Reached, month.Minutes, policy.Month);
                break;
        }
        if (month.MeasuresDue) yield return Of(WorkRuleIds.Measures, FindingForce.Breach, null, month.Minutes, policy.Measures);
    }

    /// <summary>Whether there is a sign of fatigue in a check.</summary>
    public static bool Shows(FatigueCheck check, FatigueSigns signs) =>
        check.SleepMinutes < signs.Sleep || check.Grade >= signs.Grade || check.Score >= signs.Score || check.Asks;

    static MonthOutcome After(WorkCase facts, DayTable worked, DaySpan month, DaySpan previous, bool special, int reached, WorkPolicy policy)
    {
        if (Held(facts, month, reached) is not null) return MonthOutcome.Met;
        var mayFollow = !special && worked.Sum(previous).Beyond < policy.Fatigue.PreviousMonth
            && CheckIn(facts, month, reached) is { } check && !Shows(check, policy.Fatigue);
        if (!mayFollow) return MonthOutcome.Breached;
        var last = reached + policy.PromptDays;
        if (Held(facts, new DaySpan(reached, last), last) is not null) return MonthOutcome.Met;
        return WorkMinute.DayOf(facts.AsOf) <= last ? MonthOutcome.InterviewFollows : MonthOutcome.Breached;
    }

    static HealthMeasure? Held(WorkCase facts, DaySpan span, int upTo) => facts.Measures.FirstOrDefault(m =>
        m.Kind == HealthMeasureKind.Interview && m.At <= facts.AsOf && span.Holds(WorkMinute.DayOf(m.At)) && WorkMinute.DayOf(m.At) <= upTo);

    /// <summary>The newest check of a month up to a day.</summary>
    static FatigueCheck? CheckIn(WorkCase facts, DaySpan month, int upTo) => facts.Checks
        .Where(c => c.At <= facts.AsOf && month.Holds(WorkMinute.DayOf(c.At)) && WorkMinute.DayOf(c.At) <= upTo).MaxBy(c => (c.At, c.SleepMinutes, c.Grade, c.Score, c.Asks));

    static DateOnly? Date(int? day) => day is { } number ? DateOnly.FromDayNumber(number) : null;
}
