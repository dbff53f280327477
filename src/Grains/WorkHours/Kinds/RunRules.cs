namespace JmaActors.WorkHours;

/// <summary>How long a duty goes on.</summary>
public static class RunRules
{
    /// <summary>Duties that are longer than they may be, each once; told on the day they begin.</summary>
    public static IEnumerable<WorkFinding> Findings(RunRule rule, HoursBasis basis)
    {
        foreach (var (from, to) in basis.Line.Busy.Runs(rule.Joins))
        {
            if (to - from <= rule.Minutes || !basis.Over.Holds(WorkMinute.DayOf(from))) continue;
            var length = End(rule, basis, from, to) - from;
            if (length > rule.Minutes)
                yield return new WorkFinding(rule.Rule, rule.Force ?? FindingForce.Breach, WorkMinute.DateOf(from), "", from + rule.Minutes, length, rule.Minutes);
        }
    }

    /// <summary>The end of the last of the kinds it is measured to.</summary>
    static int End(RunRule rule, HoursBasis basis, int from, int to)
    {
        if (rule.Until == KindSet.All) return to;
        var end = from;
        foreach (var span in basis.Actual)
        {
            if (rule.Until.Holds(span.Kind) && span.From < to && span.To > end) end = Math.Min(span.To, to);
        }
        return end;
    }
}
