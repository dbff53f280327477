namespace JmaActors.WorkHours;

/// <summary>The spans a question is asked of: what was worked, what is expected, what was intended.</summary>
public static class WorkLines
{
    /// <summary>What was worked up to the minute judged.</summary>
    /// <param name="from">The first minute it is asked of.</param>
    /// <param name="to">The minute after the last.</param>
    public static List<WorkSpan> Worked(WorkCase facts, int from = int.MinValue, int to = int.MaxValue)
    {
        var worked = new List<WorkSpan>();
        for (var i = 0; i < facts.Records.Count; i++)
        {
            var record = facts.Records[i];
            if (record.From < facts.AsOf && record.From < to && record.To > from) worked.Add(record.To <= facts.AsOf ? record : record with { To = facts.AsOf });
        }
        return worked;
    }

    /// <summary>What was worked up to the minute judged, and from then on what is planned.</summary>
    public static List<WorkSpan> Expected(WorkCase facts, int from = int.MinValue, int to = int.MaxValue)
    {
        var expected = Worked(facts, from, to);
        foreach (var shift in facts.Shifts)
        {
            if (shift.To > facts.AsOf && shift.From < to && shift.To > from) expected.Add(shift with { From = Math.Max(shift.From, facts.AsOf) });
        }
        WorkSpan.Order(expected);
        return expected;
    }

    /// <summary>What was meant to be worked: the plan, and of employers that plan nothing what was worked and not unforeseen.</summary>
    public static List<WorkSpan> Intended(WorkCase facts, int from = int.MinValue, int to = int.MaxValue)
    {
        var intended = new List<WorkSpan>();
        for (var i = 0; i < facts.Shifts.Count; i++)
        {
            if (facts.Shifts[i].From < to && facts.Shifts[i].To > from) intended.Add(facts.Shifts[i]);
        }
        foreach (var record in Worked(facts, from, to))
        {
            if ((record.Marks & (WorkMarks.Unforeseen | WorkMarks.Rostered)) == 0) intended.Add(record);
        }
        WorkSpan.Order(intended);
        return intended;
    }
}
