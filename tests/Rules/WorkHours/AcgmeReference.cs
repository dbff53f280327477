using JmaActors.WorkHours;

namespace JmaActors.Tests.Rules.WorkHours;

/// <summary>
/// ACGME's limits minute by minute, with figures written out by hand and neither lines nor runs of the engine: what the kinds must agree with.
/// </summary>
sealed class AcgmeReference
{
    const int Day = 1_440, Window = 28, Margin = 40;

    readonly DaySpan over, read;
    readonly bool[] works, taken, assigned, night;
    readonly bool[] leave;

    public AcgmeReference(IReadOnlyList<WorkSpan> spans, DaySpan over)
    {
        this.over = over;
        read = new DaySpan(over.First - Margin, over.Last + Margin);
        works = Painted(spans.Where(Sets.CountsInTheHouse));
        assigned = Painted(spans.Where(s => s.Kind is HoursKind.Scheduled or HoursKind.HolidayWork or HoursKind.NightDuty or HoursKind.PermittedDuty or HoursKind.StandbyWork));
        night = Painted(spans.Where(s => s.Kind is HoursKind.NightDuty or HoursKind.PermittedDuty));
        var off = Painted(spans.Where(s => s.Kind == HoursKind.Leave));
        leave = [.. Enumerable.Range(0, read.Days).Select(d => Enumerable.Range(d * Day, Day).Count(m => off[m]) >= 360)];
        taken = Painted(spans.Where(s => Sets.CountsInTheHouse(s) || s.Kind == HoursKind.Standby));
        for (var minute = 0; minute < taken.Length; minute++) taken[minute] |= leave[minute / Day];
    }

    /// <summary>What is found, as the first day and the two figures of each finding.</summary>
    public IEnumerable<string> Found() =>
        Worst("acgme.week", first => (Count(works, first * Day, Window * Day), 80 * 60 * Left(first) / 7, true))
            .Concat(Worst("acgme.day-off", first => (FreeDays(first), Left(first) / 7, false)))
            .Concat(Worst("acgme.call", first => (Enumerable.Range(first, Window).Count(d => Count(night, d * Day, 300) > 0), Left(first) / 3, true)))
            .Concat(Duties()).Order(StringComparer.Ordinal);

    IEnumerable<string> Duties()
    {
        var (start, end, assignedTo, before, longBefore) = (-1, -1, 0, int.MinValue / 2, false);
        for (var minute = 0; minute <= works.Length; minute++)
        {
            var busy = minute < works.Length && works[minute];
            if (busy && (start < 0 || minute - end >= 60))
            {
                if (start >= 0)
                {
                    foreach (var told in Duty(start, end, assignedTo)) yield return told;
                    (before, longBefore) = (end, end - start >= 1_440);
                }
                (start, assignedTo) = (minute, minute);
                if (longBefore && minute - before < 840 && Asked(minute)) yield return $"acgme.rest.call {Date(minute)} {minute - before}/840";
            }
            if (busy) end = minute + 1;
            if (busy && assigned[minute]) assignedTo = minute + 1;
        }
        if (start >= 0)
        {
            foreach (var told in Duty(start, end, assignedTo)) yield return told;
        }
    }

    IEnumerable<string> Duty(int start, int end, int assignedTo)
    {
        if (!Asked(start)) yield break;
        if (assignedTo - start > 1_440) yield return $"acgme.run {Date(start)} {assignedTo - start}/1440";
        if (end - start > 1_680) yield return $"acgme.run.transition {Date(start)} {end - start}/1680";
    }

    IEnumerable<string> Worst(string rule, Func<int, (int Amount, int Limit, bool Over)> judge)
    {
        (int First, int Amount, int Limit, int By)? worst = null;
        for (var first = Margin - Window + 1; first < Margin + over.Days; first++)
        {
            var (amount, limit, most) = judge(first);
            var by = most ? amount - limit : limit - amount;
            if (by <= 0)
            {
                if (worst is { } done) yield return Told(done);
                worst = null;
            }
            else if (worst is null || by > worst.Value.By) worst = (first, amount, limit, by);
        }
        if (worst is { } last) yield return Told(last);

        string Told((int First, int Amount, int Limit, int By) w) => $"{rule} {Date(w.First * Day)} {w.Amount}/{w.Limit}";
    }

    int FreeDays(int first)
    {
        var (days, run) = (0, 0);
        for (var minute = first * Day; minute < (first + Window) * Day; minute++)
        {
            run = taken[minute] ? 0 : run + 1;
            if (run == Day) (days, run) = (days + 1, 0);
        }
        return days;
    }

    int Left(int first) => Enumerable.Range(first, Window).Count(d => !leave[d]);

    bool Asked(int minute) => over.Holds(read.First + minute / Day);

    DateOnly Date(int minute) => DateOnly.FromDayNumber(read.First + minute / Day);

    static int Count(bool[] minutes, int from, int length)
    {
        var count = 0;
        for (var minute = from; minute < from + length; minute++) count += minutes[minute] ? 1 : 0;
        return count;
    }

    bool[] Painted(IEnumerable<WorkSpan> spans)
    {
        var minutes = new bool[read.Days * Day];
        foreach (var span in spans)
        {
            for (var minute = span.From; minute < span.To; minute++) minutes[minute - read.First * Day] = true;
        }
        return minutes;
    }
}
