namespace JmaActors.WorkHours;

/// <summary>Rest between one duty and the next.</summary>
public static class GapRules
{
    /// <summary>Starts of work that come too soon after the duty before.</summary>
    public static IEnumerable<WorkFinding> Findings(GapRule rule, HoursBasis basis)
    {
        if (rule.Minutes is null && basis.Facts.Employments.All(e => e.IntervalMinutes == 0)) yield break;
        var line = rule.Intended ? basis.Lines.Intended : basis.Line;
        foreach (var start in line.Starts(WorkMinute.Day * basis.Over.First, WorkMinute.Day * (basis.Over.Last + 1), rule.Joins))
        {
            var rest = line.Before(start.From);
            if (rule.After > 0 && line.Busy.RunBefore(start.From, rule.Joins) is var before && before.To - before.From < rule.After) continue;
            if (rule.Minutes is { } least)
            {
                if (rest < least) yield return Of(rule, start, "", rest, least);
                continue;
            }
            for (var e = 0; e < basis.Facts.Employments.Count; e++)
            {
                var employment = basis.Facts.Employments[e];
                if ((start.Employers & 1u << e) != 0 && rest < employment.IntervalMinutes) yield return Of(rule, start, employment.Workplace.Code, rest, employment.IntervalMinutes);
            }
        }
    }

    static WorkFinding Of(GapRule rule, in Segment start, string place, int rest, int least) =>
        new(rule.Rule, rule.Force ?? FindingForce.Breach, WorkMinute.DateOf(start.From), place, start.From, rest, least);
}
