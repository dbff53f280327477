namespace JmaActors.WorkHours;

/// <summary>How lines of a duty list weigh, and what they come to.</summary>
public static class DutyRules
{
    const int Percent = 100;

    /// <summary>Over when something is broken; near when something is due or a limit is near (rule <c>work.near</c>).</summary>
    public static Mark Mark(DutyLine line, WorkPolicy policy) =>
        line.Force == FindingForce.Breach || line.Outcome == MonthOutcome.Breached || YearOver(line) ? JmaActors.Mark.Over
        : line.Force is not null || line.Outcome is not (MonthOutcome.Under or MonthOutcome.Met) || Math.Max(line.Month, line.MonthExpected) >= policy.Fatigue.Check || YearNear(line, policy) ? JmaActors.Mark.Near
        : JmaActors.Mark.Ok;

    /// <summary>Interviews that are to be held: before 100 h, promptly after them, or missed.</summary>
    public static bool Interview(DutyLine line) => line.Outcome is MonthOutcome.InterviewDue or MonthOutcome.InterviewFollows or MonthOutcome.Breached;

    /// <summary>The figures above a duty list.</summary>
    public static DutyTotals Totals(IReadOnlyCollection<DutyLine> lines, WorkPolicy policy)
    {
        var marks = lines.Select(l => Mark(l, policy)).ToList();
        return new DutyTotals(
            lines.Count, lines.Count(l => l.OnSince is not null), lines.Count(l => l.OnKind is HoursKind.NightDuty or HoursKind.PermittedDuty), marks.Count(m => m == JmaActors.Mark.Over),
            marks.Count(m => m == JmaActors.Mark.Near), lines.Count(l => Math.Max(l.Month, l.MonthExpected) >= policy.Month), lines.Count(Interview), lines.Sum(l => l.RestOpen), lines.Count(l => l.RestOpen > 0),
            lines.Min(l => l.RestDue), lines.Count(l => YearOver(l) || YearNear(l, policy)));
    }

    static bool YearOver(DutyLine line) => line.Total > line.TotalLimit || line.Own > line.OwnLimit;

    static bool YearNear(DutyLine line, WorkPolicy policy) =>
        line.Total * Percent >= line.TotalLimit * policy.NearPercent || line.Own * Percent >= line.OwnLimit * policy.NearPercent;
}
