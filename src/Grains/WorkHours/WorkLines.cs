namespace JmaActors.WorkHours;

/// <summary>The spans a question is asked of: what was worked, what is expected, what was intended.</summary>
public static class WorkLines
{
    /// <summary>What was worked up to the minute judged.</summary>
    public static List<WorkSpan> Worked(WorkCase facts)
    {
        var worked = new List<WorkSpan>(facts.Records.Count);
        for (var i = 0; i < facts.Records.Count; i++)
        {
            if (facts.Records[i].From < facts.AsOf) worked.Add(facts.Records[i] with { To = Math.Min(facts.Records[i].To, facts.AsOf) });
        }
        return worked;
    }

    /// <summary>What was worked up to the minute judged, and from then on what is planned.</summary>
    public static List<WorkSpan> Expected(WorkCase facts)
    {
        var expected = Worked(facts);
        foreach (var shift in facts.Shifts)
        {
            if (shift.To > facts.AsOf) expected.Add(shift with { From = Math.Max(shift.From, facts.AsOf) });
        }
        expected.Sort(WorkSpan.InOrder);
        return expected;
    }

    /// <summary>What was meant to be worked: the plan, and of employers that plan nothing what was worked and not unforeseen.</summary>
    public static List<WorkSpan> Intended(WorkCase facts)
    {
        var intended = new List<WorkSpan>(facts.Shifts.Count + facts.Records.Count);
        foreach (var shift in facts.Shifts) intended.Add(shift);
        foreach (var record in Worked(facts))
        {
            if ((record.Marks & (WorkMarks.Unforeseen | WorkMarks.Rostered)) == 0) intended.Add(record);
        }
        intended.Sort(WorkSpan.InOrder);
        return intended;
    }
}
