namespace JmaActors.WorkHours;

/// <summary>What a plan breaks, asked of what a ledger holds.</summary>
static class RosterTrials
{
    /// <summary>What a roster would newly break in the place of the workplace's plan for its days.</summary>
    public static IReadOnlyList<HoursFinding> New(WorkHoursState state, TryRoster roster, int asOf, WorkPolicy policy)
    {
        var (place, over) = (state.Place(roster.Workplace.Code), new DaySpan(roster.From.DayNumber, roster.To.DayNumber));
        var facts = WorkCases.Of(state, asOf, over.Last);
        var added = new List<WorkSpan>();
        foreach (var shift in RosterRules.Held(roster.Shifts)) WorkCases.Put(added, state, roster.Workplace.Code, shift);
        var kept = facts.Shifts.Where(s => s.Employer != place || !over.Holds(WorkMinute.DayOf(s.From)));
        return WorkHoursAnswers.Findings(PlanRules.Change(facts, [.. kept, .. added], new DaySpan(over.First - 1, over.Last + 1), policy), policy);
    }

    /// <summary>What the plan breaks as it stands.</summary>
    public static IReadOnlyList<HoursFinding> Check(WorkHoursState state, DateOnly from, DateOnly to, int asOf, WorkPolicy policy)
    {
        var last = Math.Min(to.DayNumber, from.DayNumber + WorkHoursLimits.RosterDays - 1);
        if (state.Employments.Count == 0 || last < from.DayNumber || !WorkMinute.Fits(from) || !WorkMinute.Fits(to)) return [];
        return WorkHoursAnswers.Findings(PlanRules.Check(WorkCases.Of(state, asOf, last), new DaySpan(from.DayNumber, last), policy), policy);
    }
}
