namespace JmaActors.WorkHours;

/// <summary>
/// What a plan would break before it is worked: limits of the years and months it reaches into, rest it does not leave, intervals of the employer. The same rules as for
/// what was worked, asked of the expected hours: those of the law, and of what employers chose beside it.
/// </summary>
public static class PlanRules
{
    /// <summary>What is wrong with the plan of a span of days, the gravest first.</summary>
    public static IReadOnlyList<WorkFinding> Check(WorkCase facts, DaySpan over, WorkPolicy policy)
    {
        var expected = Tables.ExpectedOf(facts, over, policy);
        var effort = facts.Employments.Any(e => RestRules.Effort(expected, e.AgreementFrom, over.From, policy.Effort));
        var basis = new HoursBasis(facts, over, policy.Law, expected, policy.Rest(effort), planned: true);
        var findings = SetRules.Findings(basis).Concat(SetRules.Beside(facts, over, expected, policy, planned: true));
        return ReviewRules.Ordered(findings.DistinctBy(f => f.Identity));
    }

    /// <summary>What shifts being planned would newly break, or break more, before they are saved.</summary>
    /// <param name="shifts">To be added to the plan, in any order.</param>
    public static IReadOnlyList<WorkFinding> WhatIf(WorkCase facts, IReadOnlyList<WorkSpan> shifts, WorkPolicy policy)
    {
        if (shifts.Count == 0) return [];
        // A shift moves the rest of the starts of work around it, so a day more on either side is asked about.
        var over = new DaySpan(shifts.Min(s => WorkMinute.DayOf(s.From)) - 2, shifts.Max(s => WorkMinute.DayOf(s.To)) + 1);
        return Change(facts, [.. facts.Shifts, .. shifts], over, policy);
    }

    /// <summary>What another plan would newly break, or break more, than the one there is.</summary>
    /// <param name="plan">All shifts, in any order.</param>
    public static IReadOnlyList<WorkFinding> Change(WorkCase facts, IReadOnlyList<WorkSpan> plan, DaySpan over, WorkPolicy policy)
    {
        var planned = plan.ToList();
        planned.Sort(WorkSpan.InOrder);
        var before = Check(facts, over, policy).ToDictionary(f => f.Identity);
        return [.. Check(facts with { Shifts = planned }, over, policy).Where(f => !before.TryGetValue(f.Identity, out var was) || f.Force > was.Force || f.Distance > was.Distance)];
    }
}
