namespace JmaActors.WorkHours;

/// <summary>One line of the ledger of compensatory rest (代償休息): owed once, planned and taken in parts.</summary>
/// <param name="Start">The start of work in whose window it arose.</param>
/// <param name="At">When the work that took the rest ended: from here it can be given.</param>
/// <param name="Owed">Minutes.</param>
/// <param name="Taken">Of them given.</param>
/// <param name="Planned">Of the others planned.</param>
/// <param name="Due">The last day on which it can be given.</param>
/// <param name="Force">What it is for this physician; null where nothing is asked.</param>
public sealed record CompensatoryRest(int Start, int At, int Owed, int Taken, int Planned, DateOnly Due, FindingForce? Force)
{
    /// <summary>Minutes neither taken nor planned in time.</summary>
    public int Open => Owed - Taken - Planned;

    /// <summary>Whether it is overdue at a minute: a breach.</summary>
    public bool Overdue(int asOf) => Taken < Owed && WorkMinute.DateOf(asOf) > Due;
}

/// <summary>
/// Compensatory rest (rule <c>work.compensatory</c>): equal in length to the work inside planned rest, given by the end of the next month. Rest given pays what
/// arose before it began, what is due first before the rest, and nothing once its day is past. Permitted duty and work inside it pay nothing.
/// </summary>
public static class CompensationRules
{
    /// <summary>The ledger of what the windows owe, in order of when it arose.</summary>
    public static IReadOnlyList<CompensatoryRest> Ledger(WorkCase facts, IReadOnlyList<RestWindow> windows, WorkPolicy policy)
    {
        var owed = windows.Where(w => w is { Outcome: RestOutcome.Owed, Owed: > 0 })
            .Select(w => new CompensatoryRest(w.Start, w.At, w.Owed, 0, 0, Due(WorkMinute.DateOf(w.At), policy), w.Force)).OrderBy(o => o.At).ThenBy(o => o.Start).ToList();
        if (owed.Count == 0) return owed;
        foreach (var (from, to) in Given(facts, owed)) Pay(owed, from, to, facts.AsOf);
        return owed;
    }

    /// <summary>The end of the next month.</summary>
    public static DateOnly Due(DateOnly on, WorkPolicy policy) => new DateOnly(on.Year, on.Month, 1).AddMonths(policy.CompensatoryMonths + 1).AddDays(-1);

    /// <summary>Overdue rest, each a breach, and what is still open, each to be given.</summary>
    public static IEnumerable<WorkFinding> Findings(IEnumerable<CompensatoryRest> ledger, int asOf)
    {
        foreach (var rest in ledger)
        {
            if (rest.Force is not { } force) continue;
            var on = WorkMinute.DateOf(rest.Start);
            if (rest.Overdue(asOf)) yield return new WorkFinding(WorkRuleIds.Compensatory, force, on, "", rest.At, rest.Taken, rest.Owed);
            else if (rest.Taken < rest.Owed) yield return new WorkFinding(WorkRuleIds.Compensatory, FindingForce.Due, on, "", rest.At, rest.Taken, rest.Owed);
        }
    }

    /// <summary>Stretches in which compensatory rest is given and really is rest: free of work, breaks and duty of either kind.</summary>
    static IEnumerable<(int From, int To)> Given(WorkCase facts, List<CompensatoryRest> owed)
    {
        // Before the first of it arose nothing can be paid, and nothing after the last day of all.
        var spans = WorkLines.Expected(facts, owed[0].At, WorkMinute.Of(owed.Max(o => o.Due)) + WorkMinute.Day);
        if (!spans.Exists(s => s.Kind == HoursKind.CompensatoryRest)) yield break;
        // Shifts that were planned before now and not worked give nothing; a record of the rest does.
        var busy = WorkTimelineRules.Line(spans);
        var line = new RestLine(busy, int.MaxValue);
        var end = int.MinValue;
        foreach (var span in spans)
        {
            if (span.Kind != HoursKind.CompensatoryRest || span.To <= end) continue;
            var from = Math.Max(span.From, end);
            foreach (var free in line.Free(from, span.To)) yield return free;
            end = Math.Max(end, span.To);
        }
    }

    static void Pay(List<CompensatoryRest> owed, int from, int to, int asOf)
    {
        // A stretch pays only what arose before it: it is taken apart where something arises within it.
        for (var at = from; at < to;)
        {
            var next = owed.Where(o => o.At > at && o.At < to).Select(o => o.At).DefaultIfEmpty(to).Min();
            if (at < asOf) next = Math.Min(next, asOf);
            var left = Math.Min(next, to) - at;
            foreach (var i in Enumerable.Range(0, owed.Count).Where(i => owed[i].At <= at && owed[i].Open > 0 && WorkMinute.DateOf(at) <= owed[i].Due).OrderBy(i => owed[i].Due).ThenBy(i => owed[i].At))
            {
                var pays = Math.Min(left, owed[i].Open);
                if (pays == 0) break;
                owed[i] = at < asOf ? owed[i] with { Taken = owed[i].Taken + pays } : owed[i] with { Planned = owed[i].Planned + pays };
                left -= pays;
            }
            at = Math.Min(next, to);
        }
    }
}
