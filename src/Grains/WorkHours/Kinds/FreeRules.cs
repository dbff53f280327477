namespace JmaActors.WorkHours;

/// <summary>Free periods in each window of days.</summary>
public static class FreeRules
{
    /// <summary>Windows with fewer free periods than they must have.</summary>
    public static IEnumerable<WorkFinding> Findings(FreeRule rule, HoursBasis basis)
    {
        var taken = Taken(rule, basis);
        foreach (var worst in WindowRules.Worst(rule.Window, basis, Standing))
        {
            yield return new WorkFinding(
                rule.Rule, rule.Force ?? FindingForce.Breach, worst.Window.From, "", WorkMinute.Day * (worst.Window.Last + 1), worst.Amount, worst.Limit, FindingUnit.Times);
        }

        WindowRules.Standing Standing(DaySpan window)
        {
            var must = WindowRules.Counted(window, basis) / rule.Window.Per;
            var free = 0;
            foreach (var (from, to) in taken.Free(WorkMinute.Day * window.First, WorkMinute.Day * (window.Last + 1))) free += (to - from) / rule.Minutes;
            return new WindowRules.Standing(window, free, must, must - free);
        }
    }

    /// <summary>What leaves nobody free: work, breaks and duty, what the rule says beside them, and days on leave, which are no days off.</summary>
    static Stretches Taken(FreeRule rule, HoursBasis basis)
    {
        var taken = basis.Line.Busy.All.Concat(basis.Actual.Where(s => rule.Also.Holds(s.Kind)).Select(s => (s.From, s.To)));
        var leave = Enumerable.Range(basis.Read.First, basis.Read.Days).Where(d => basis.Leave.On(d) > 0).Select(d => (WorkMinute.Day * d, WorkMinute.Day * (d + 1)));
        return new Stretches(taken.Concat(leave).OrderBy(s => s.Item1));
    }
}
