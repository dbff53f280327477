namespace JmaActors.WorkHours;

/// <summary>
/// Legal overtime (法定時間外労働) and statutory-holiday work (法定休日労働) on the one time line: first what passes the day, then what passes the week and was
/// not counted yet, then — with a variable schedule — what passes the frame of the month (rules <c>work.day</c>, <c>work.week</c>, <c>work.holiday</c>, <c>work.variable</c>).
/// </summary>
public static class OvertimeRules
{
    const int WeekDays = 7;

    /// <summary>The hours of days, computed from the spans alone in one pass over them and what reaches into them.</summary>
    /// <param name="spans">Records, or records and plan, in order of time.</param>
    /// <param name="shifts">The plan, by which scheduled starts and variable schedules are read.</param>
    public static DayTable Days(
        IReadOnlyList<Employment> employments, IReadOnlyList<WorkSpan> spans, IReadOnlyList<WorkSpan> shifts, DaySpan days, WorkPolicy policy)
    {
        var table = new DayTable(days, employments.Count);
        var frames = HourFrames.Of(employments, shifts, days, policy);
        var first = frames.Begin;
        var (from, to) = (Reach.Back(spans, first * WorkMinute.Day), Reach.On(spans, (days.Last + 1) * WorkMinute.Day));
        var line = WorkTimelineRules.Line(spans, from, to);
        var (day, week, period) = (new Bucket(), new Bucket(), new Bucket());
        foreach (var piece in WorkPieces.Of(line, WorkTimelineRules.ScheduledStarts(spans, shifts, from, to)))
        {
            if (piece.Holiday || OnHoliday(employments, piece))
            {
                table.Add(piece.Civil, piece.Minutes, 0, piece.Minutes, piece.Employers);
                continue;
            }
            if (piece.Day < first) continue;
            var usual = day.Take(piece.Day, piece.Minutes, frames.Day(piece.Day));
            usual = week.Take(frames.WeekKey(piece.Day), usual, frames.Week(piece.Day, Small(employments, piece.Employers)));
            if (frames.Period(piece.Day) is { } frame) usual = period.Take(frame.Key, usual, frame.Minutes);
            table.Add(piece.Day, piece.Minutes, piece.Minutes - usual, 0, piece.Employers);
        }
        return table;
    }

    /// <summary>The days whose hours a change of these minutes can move: the weeks of what it is part of, and with a variable schedule their months.</summary>
    /// <param name="spans">With what was there before and what is there now.</param>
    public static DaySpan Moved(IReadOnlyList<Employment> employments, IReadOnlyList<WorkSpan> spans, int from, int to, WorkPolicy policy)
    {
        var first = WorkMinute.WeekOf(WorkMinute.DayOf(Reach.Back(spans, from)), policy.WeekBegins);
        var last = WorkMinute.WeekOf(WorkMinute.DayOf(Reach.On(spans, to)), policy.WeekBegins) + WeekDays - 1;
        foreach (var e in employments)
        {
            if (!e.Variable) continue;
            first = Math.Min(first, AgreementPeriods.Month(e.AgreementFrom, DateOnly.FromDayNumber(first)).First);
            last = Math.Max(last, AgreementPeriods.Month(e.AgreementFrom, DateOnly.FromDayNumber(last)).Last);
        }
        return new DaySpan(first, last);
    }

    static bool OnHoliday(IReadOnlyList<Employment> employments, in WorkPiece piece)
    {
        var weekday = (DayOfWeek)((piece.Civil + 1) % WeekDays);
        for (var e = 0; e < employments.Count; e++)
        {
            if ((piece.Employers & 1u << e) != 0 && employments[e].Holiday == weekday) return true;
        }
        return false;
    }

    static bool Small(IReadOnlyList<Employment> employments, uint employers)
    {
        for (var e = 0; e < employments.Count; e++)
        {
            if ((employers & 1u << e) != 0 && !employments[e].SmallClinic) return false;
        }
        return true;
    }

    /// <summary>Usual time of one day, week or month, filled in the order it was worked.</summary>
    struct Bucket
    {
        int key, filled;

        /// <summary>How much of the minutes still fits.</summary>
        public int Take(int of, int minutes, int limit)
        {
            if (of != key) (key, filled) = (of, 0);
            var fits = Math.Clamp(limit - filled, 0, minutes);
            filled += fits;
            return fits;
        }
    }
}
