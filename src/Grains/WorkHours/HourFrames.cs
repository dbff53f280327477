namespace JmaActors.WorkHours;

/// <summary>What usual time is on each day, week and month: 8 h and 40 h, or what a variable schedule planned.</summary>
sealed class HourFrames
{
    const int WeekDays = 7;

    readonly WorkPolicy policy;
    readonly Employment? variable;
    readonly Dictionary<int, int>? plannedDays, plannedWeeks;

    HourFrames(WorkPolicy policy, Employment? variable, int begin, Dictionary<int, int>? plannedDays)
    {
        (this.policy, this.variable, this.plannedDays, Begin) = (policy, variable, plannedDays, begin);
        if (plannedDays is null) return;
        plannedWeeks = [];
        foreach (var (day, minutes) in plannedDays) plannedWeeks[WeekKey(day)] = plannedWeeks.GetValueOrDefault(WeekKey(day)) + minutes;
    }

    /// <summary>The day from which counting must begin so that the days asked for come out whole.</summary>
    public int Begin { get; }

    public static HourFrames Of(IReadOnlyList<Employment> employments, IReadOnlyList<WorkSpan> shifts, DaySpan days, WorkPolicy policy)
    {
        Employment? variable = null;
        var of = 0u;
        for (var e = 0; e < employments.Count; e++)
        {
            if (!employments[e].Variable) continue;
            variable ??= employments[e];
            of |= 1u << e;
        }
        if (variable is null) return new HourFrames(policy, null, WorkMinute.WeekOf(days.First, policy.WeekBegins), null);
        var begin = AgreementPeriods.Month(variable.AgreementFrom, DateOnly.FromDayNumber(days.First)).First;
        return new HourFrames(policy, variable, begin, Planned(shifts, of, begin, days));
    }

    /// <summary>Planned hours by day, of the employments on a variable schedule.</summary>
    static Dictionary<int, int> Planned(IReadOnlyList<WorkSpan> shifts, uint of, int begin, DaySpan days)
    {
        var planned = new List<WorkSpan>();
        foreach (var shift in shifts)
        {
            // Only scheduled hours are the plan; night duty and overtime are on top of it.
            if ((of & 1u << shift.Employer) != 0 && shift.Kind is HoursKind.Scheduled or HoursKind.Break && shift.To > (begin - 1) * WorkMinute.Day && shift.From <= (days.Last + WeekDays) * WorkMinute.Day)
                planned.Add(shift);
        }
        var minutes = new Dictionary<int, int>();
        foreach (var piece in WorkPieces.Of(WorkTimelineRules.Line(planned), WorkTimelineRules.ScheduledStarts([], planned)))
            minutes[piece.Day] = minutes.GetValueOrDefault(piece.Day) + piece.Minutes;
        return minutes;
    }

    public int Day(int day) => plannedDays is null ? policy.Day : Math.Max(policy.Day, plannedDays.GetValueOrDefault(day));

    /// <summary>Names the week of a day. With a variable schedule a week is cut where its month ends.</summary>
    public int WeekKey(int day)
    {
        var week = WorkMinute.WeekOf(day, policy.WeekBegins);
        return variable is null ? week : Math.Max(week, MonthOf(day).First);
    }

    public int Week(int day, bool small)
    {
        var usual = small ? policy.SmallWeek : policy.Week;
        if (variable is null) return usual;
        var key = WeekKey(day);
        var last = Math.Min(WorkMinute.WeekOf(day, policy.WeekBegins) + WeekDays - 1, MonthOf(day).Last);
        return Math.Max(usual * (last - key + 1) / WeekDays, plannedWeeks!.GetValueOrDefault(key));
    }

    /// <summary>The frame of the month (総枠); null without a variable schedule.</summary>
    public (int Key, int Minutes)? Period(int day)
    {
        if (variable is null) return null;
        var month = MonthOf(day);
        return (month.First, (variable.SmallClinic ? policy.SmallWeek : policy.Week) * month.Days / WeekDays);
    }

    DaySpan MonthOf(int day) => AgreementPeriods.Month(variable!.AgreementFrom, DateOnly.FromDayNumber(day));
}
