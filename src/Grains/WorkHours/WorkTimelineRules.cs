namespace JmaActors.WorkHours;

/// <summary>
/// The one time line over all employers (rule <c>work.timeline</c>). At one employer a break takes its time out of work; across employers work goes before
/// permitted duty, and that before a break. Time worked at two employers counts once, and for each of them.
/// </summary>
public static class WorkTimelineRules
{
    /// <summary>Makes the line of spans in any order. Splitting a span, repeating it, or another order gives the same line.</summary>
    public static List<Segment> Line(IReadOnlyList<WorkSpan> spans, int from = int.MinValue, int to = int.MaxValue)
    {
        var sorted = Sorted(spans, from, to);
        var bounds = Bounds(sorted, from, to);
        var line = new List<Segment>(bounds.Length);
        var active = new List<WorkSpan>(8);
        var next = 0;
        for (var i = 0; i + 1 < bounds.Length; i++)
        {
            var (begin, end) = (bounds[i], bounds[i + 1]);
            if (begin == end) continue;
            for (var at = active.Count - 1; at >= 0; at--)
            {
                if (active[at].To <= begin) active.RemoveAt(at);
            }
            for (; next < sorted.Length && sorted[next].From <= begin; next++)
            {
                if (sorted[next].To > begin) active.Add(sorted[next]);
            }
            if (active.Count > 0 && Of(begin, end, active) is { } segment) Put(line, segment);
        }
        return line;
    }

    static void Put(List<Segment> line, in Segment segment)
    {
        if (line.Count > 0 && segment.Continues(line[^1])) line[^1] = line[^1] with { To = segment.To };
        else line.Add(segment);
    }

    static WorkSpan[] Sorted(IReadOnlyList<WorkSpan> spans, int from, int to)
    {
        var held = new List<WorkSpan>(spans.Count);
        var ordered = true;
        for (var i = 0; i < spans.Count; i++)
        {
            var span = spans[i];
            if (span.To <= from || span.From >= to || span.Length <= 0) continue;
            if (held.Count > 0 && WorkSpan.InOrder(held[^1], span) > 0) ordered = false;
            held.Add(span);
        }
        var sorted = held.ToArray();
        if (!ordered) Array.Sort(sorted, WorkSpan.InOrder);
        return sorted;
    }

    static int[] Bounds(WorkSpan[] spans, int from, int to)
    {
        var bounds = new int[spans.Length * 2];
        for (var i = 0; i < spans.Length; i++)
        {
            bounds[2 * i] = Math.Max(spans[i].From, from);
            bounds[2 * i + 1] = Math.Min(spans[i].To, to);
        }
        Array.Sort(bounds);
        return bounds;
    }

    static Segment? Of(int from, int to, List<WorkSpan> active)
    {
        var (work, rests, night, holiday) = (0u, 0u, 0u, 0u);
        var permitted = false;
        for (var i = 0; i < active.Count; i++)
        {
            var span = active[i];
            var bit = 1u << span.Employer;
            if (span.Counts) work |= bit;
            if (span.Kind == HoursKind.NightDuty) night |= bit;
            if (span.Kind == HoursKind.HolidayWork) holiday |= bit;
            if (span.Kind == HoursKind.Break) rests |= bit;
            if (span.Kind == HoursKind.PermittedDuty) permitted = true;
        }
        work &= ~rests;
        if (work != 0) return new Segment(from, to, SegmentClass.Work, work, (night & work) != 0, (holiday & work) != 0);
        if (permitted) return new Segment(from, to, SegmentClass.Permitted, 0, false, false);
        return rests != 0 ? new Segment(from, to, SegmentClass.Break, 0, false, false) : null;
    }

    /// <summary>Where scheduled work begins (所定始業), each unbroken run of it once: from there a shift that has run over midnight belongs to the next day.</summary>
    /// <param name="from">What begins before this is not asked about.</param>
    public static List<int> ScheduledStarts(IReadOnlyList<WorkSpan> records, IReadOnlyList<WorkSpan> shifts, int from = int.MinValue, int to = int.MaxValue)
    {
        var (worked, planned) = (Gathered(records), Gathered(shifts));
        var starts = new List<int>();
        var end = int.MinValue;
        for (var (w, p) = (0, 0); w < worked.Count || p < planned.Count;)
        {
            var span = p >= planned.Count || w < worked.Count && worked[w].From <= planned[p].From ? worked[w++] : planned[p++];
            if (span.From > end) starts.Add(span.From);
            end = Math.Max(end, span.To);
        }
        return starts;

        // What ends where the stretch begins is gathered too: what goes on from it is no start.
        List<WorkSpan> Gathered(IReadOnlyList<WorkSpan> spans)
        {
            var scheduled = new List<WorkSpan>();
            for (var i = 0; i < spans.Count; i++)
            {
                if (spans[i].Kind == HoursKind.Scheduled && spans[i].To >= from && spans[i].From < to) scheduled.Add(spans[i]);
            }
            WorkSpan.Order(scheduled);
            return scheduled;
        }
    }
}
