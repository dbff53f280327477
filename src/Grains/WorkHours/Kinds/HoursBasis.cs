namespace JmaActors.WorkHours;

/// <summary>What the rules of a set look at: one physician over a span of days. What several rules need is made once, when the first asks for it.</summary>
/// <param name="facts">Everything known, with kinds of time as the set reads them.</param>
/// <param name="over">The days asked about.</param>
/// <param name="hours">Overtime and holiday work; must cover the periods of the agreements the days lie in.</param>
/// <param name="rest">What rest is judged by.</param>
/// <param name="planned">With the plan from the minute judged on; otherwise what was worked alone.</param>
public sealed class HoursBasis(WorkCase facts, DaySpan over, HoursSet set, DayTable hours, RestTerms rest, bool planned)
{
    readonly int reach = Math.Max(rest.Reach, set.LongestWindow);

    /// <summary>Everything known.</summary>
    public WorkCase Facts => facts;

    /// <summary>The days asked about.</summary>
    public DaySpan Over => over;

    /// <summary>The set.</summary>
    public HoursSet Set => set;

    /// <summary>What rest, and each level, is judged by.</summary>
    public RestTerms Rest => rest;

    /// <summary>The days that are read for it: windows begin before those asked about and end after them.</summary>
    public DaySpan Read => new(over.First - reach, over.Last + reach);

    /// <summary>What was worked, or is going to be, in order.</summary>
    public List<WorkSpan> Actual => field ??= planned
        ? WorkLines.Expected(facts, Read.First * WorkMinute.Day, (Read.Last + 1) * WorkMinute.Day)
        : WorkLines.Worked(facts, Read.First * WorkMinute.Day, (Read.Last + 1) * WorkMinute.Day);

    /// <summary>The same as one line.</summary>
    public RestLine Line => field ??= new RestLine(WorkTimelineRules.Line(Actual), rest.PermittedRest);

    /// <summary>The lines of rest windows.</summary>
    public RestLines Lines => field ??= new RestLines(facts, over, rest);

    /// <summary>Days on leave: they are left out of averages where the set says so.</summary>
    public CountedDays Leave => field ??= LeaveDays();

    /// <summary>The figures a sum is made of, over all employers or at one.</summary>
    public IDayFigures Figures(SumRule rule, int? employment) => rule.Of switch
    {
        Measure.Beyond => employment is { } e ? new OwnHours(hours, e) : hours,
        Measure.Worked => Worked(employment),
        _ => Nights(rule.Nights, employment),
    };

    CountedDays Worked(int? employment)
    {
        var days = new CountedDays(Read);
        foreach (var work in Line.Works)
        {
            if (employment is not { } e || (work.Employers & 1u << e) != 0) days.Add(work.From, work.To);
        }
        return days;
    }

    CountedDays Nights(NightHours night, int? employment)
    {
        var days = new CountedDays(Read);
        foreach (var span in Actual)
        {
            if (!night.Kinds.Holds(span.Kind) || employment is { } e && span.Employer != e) continue;
            for (var day = WorkMinute.DayOf(span.From); day * WorkMinute.Day + night.From < span.To; day++)
            {
                if (day * WorkMinute.Day + night.To > span.From) days.Mark(day);
            }
        }
        return days;
    }

    CountedDays LeaveDays()
    {
        var (minutes, days) = (new CountedDays(Read), new CountedDays(Read));
        if (set.LeaveMinutes == 0) return days;
        // Leave stands in the plan as often as in the records.
        var leave = facts.Records.Concat(facts.Shifts).Where(s => s.Kind == HoursKind.Leave).OrderBy(s => s.From).Select(s => (s.From, s.To));
        foreach (var (from, to) in new Stretches(leave).All) minutes.Add(from, to);
        for (var day = Read.First; day <= Read.Last; day++)
        {
            if (minutes.On(day) >= set.LeaveMinutes) days.Mark(day);
        }
        return days;
    }
}
