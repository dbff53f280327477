namespace JmaActors.WorkHours;

/// <summary>Windows of days that move, and the worst of those that follow each other.</summary>
static class WindowRules
{
    /// <summary>How a window stands: what there is, what there may or must be, and how far it is beyond; not above zero where it is kept.</summary>
    public readonly record struct Standing(DaySpan Window, int Amount, int Limit, int By);

    /// <summary>Windows that reach into the days asked about, in order. Steps are counted from the day the agreement began.</summary>
    public static IEnumerable<DaySpan> Of(DayWindow window, HoursBasis basis)
    {
        var first = basis.Over.First - window.Days + 1;
        var anchor = basis.Facts.Employments.Count > 0 ? basis.Facts.Employments[0].AgreementFrom.DayNumber : 0;
        for (var day = first + ((anchor - first) % window.Step + window.Step) % window.Step; day <= basis.Over.Last; day += window.Step)
            yield return new DaySpan(day, day + window.Days - 1);
    }

    /// <summary>Of what a window is measured by: its days without those on leave.</summary>
    public static int Counted(DaySpan window, HoursBasis basis) => window.Days - basis.Leave.Over(window);

    /// <summary>Of windows beyond their limit that follow each other the worst, the earliest where several are as bad: one thing is told once.</summary>
    public static IEnumerable<Standing> Worst(DayWindow window, HoursBasis basis, Func<DaySpan, Standing> judge)
    {
        Standing? worst = null;
        foreach (var days in Of(window, basis))
        {
            var standing = judge(days);
            if (standing.By <= 0)
            {
                if (worst is { } done) yield return done;
                worst = null;
            }
            else if (worst is null || standing.By > worst.Value.By) worst = standing;
        }
        if (worst is { } last) yield return last;
    }
}
