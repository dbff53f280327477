namespace JmaActors.WorkHours;

/// <summary>Makes what the rules judge by of what a ledger holds.</summary>
static class WorkCases
{
    /// <summary>Days before the agreement year, or the month before, whose records may still matter: compensatory rest and rest windows.</summary>
    const int Margin = 62;

    /// <summary>The facts at a minute: standing records and plan of the years that run then, and of a little before.</summary>
    /// <param name="until">The last day of plan asked about; null for the day itself.</param>
    public static WorkCase Of(WorkHoursState state, int asOf, int? until = null)
    {
        var employments = state.Employments.Select(Employment).ToList();
        var over = Tables.Days(employments, new DaySpan(WorkMinute.DayOf(asOf), Math.Max(WorkMinute.DayOf(asOf), until ?? 0)));
        var (from, to) = ((over.First - Margin) * WorkMinute.Day, (over.Last + Margin) * WorkMinute.Day);
        return new WorkCase
        {
            Employments = employments,
            Records = Records(state, from, asOf),
            Shifts = Shifts(state, from, to),
            Checks = state.Checks is null ? [] : [.. state.Checks.Select(c => new FatigueCheck(c.At, int.MaxValue, 0, 0, c.Sign))],
            Measures = state.Measures is null ? [] : state.Measures,
            AsOf = asOf,
        };
    }

    static Employment Employment(HeldEmployment held) => new()
    {
        Workplace = new WorkplaceId(held.Workplace),
        AgreementFrom = held.Terms.AgreementFrom,
        Levels = held.Terms.Levels,
        SmallClinic = held.Terms.SmallClinic,
        Variable = held.Terms.Variable,
        Holiday = held.Terms.Holiday,
        IntervalMinutes = held.Terms.IntervalMinutes,
        Rules = held.Terms.Rules,
        Last = held.Terms.Last,
    };

    static List<WorkSpan> Records(WorkHoursState state, int from, int asOf)
    {
        var spans = new List<WorkSpan>();
        for (var i = state.Records.Count - 1; i >= 0; i--)
        {
            var record = state.Records[i];
            // Records are in order of their beginning; none is longer than the margin.
            if (record.From < from) break;
            if (!record.Stands || record.From >= asOf) continue;
            Put(spans, state, record.Workplace, record.Kind, record.From, Math.Min(record.To ?? asOf, asOf), record.Department, record.Post, record.Marks);
        }
        spans.Sort(WorkSpan.InOrder);
        return spans;
    }

    internal static List<WorkSpan> Shifts(WorkHoursState state, int from, int to)
    {
        var spans = new List<WorkSpan>();
        foreach (var (workplace, shift) in state.Shifts)
        {
            if (shift.To > from && shift.From < to) Put(spans, state, workplace, shift);
        }
        spans.Sort(WorkSpan.InOrder);
        return spans;
    }

    internal static void Put(List<WorkSpan> spans, WorkHoursState state, string workplace, HeldShift shift) =>
        Put(spans, state, workplace, shift.Kind, shift.From, shift.To, shift.Department, shift.Post, shift.Marks);

    /// <summary>Night and day duty is permitted as far as a permit covers it, and unpermitted otherwise.</summary>
    static void Put(List<WorkSpan> spans, WorkHoursState state, string workplace, HoursKind kind, int from, int to, string department, string post, WorkMarks marks)
    {
        var place = state.Place(workplace);
        if (place < 0 || to <= from) return;
        var held = state.Employments[place];
        // Of an employer that does not use this system no permits are known: the physician's word stands.
        if (kind != HoursKind.PermittedDuty || held.Reported)
        {
            spans.Add(new WorkSpan(from, to, kind, (byte)place, marks));
            return;
        }
        foreach (var (begin, end, permitted) in PermitRules.Split(from, to, department, post, held.Terms.Permits ?? []))
            spans.Add(new WorkSpan(begin, end, permitted ? HoursKind.PermittedDuty : HoursKind.NightDuty, (byte)place, marks));
    }
}
