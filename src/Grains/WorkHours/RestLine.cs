namespace JmaActors.WorkHours;

/// <summary>
/// What of a time line is no rest: work, breaks, and permitted duty that is shorter than what counts as rest. Everything between is rest.
/// </summary>
sealed class RestLine
{
    readonly List<(int From, int To)> busy = [];

    public RestLine(List<Segment> line, int permittedRest)
    {
        Works = [.. line.Where(s => s.Class == SegmentClass.Work)];
        Permitted = [.. line.Where(s => s.Class == SegmentClass.Permitted).Select(s => (s.From, s.To))];
        foreach (var segment in line)
        {
            if (segment.Class == SegmentClass.Permitted && segment.Length >= permittedRest) continue;
            if (busy.Count > 0 && busy[^1].To == segment.From) busy[^1] = (busy[^1].From, segment.To);
            else busy.Add((segment.From, segment.To));
        }
    }

    public Segment[] Works { get; }

    public IReadOnlyList<(int From, int To)> Permitted { get; }

    /// <summary>Work that lies in a window, at least in part.</summary>
    public ReadOnlySpan<Segment> WorksIn(int from, int to)
    {
        var (first, last) = (Lower(from), 0);
        for (last = first; last < Works.Length && Works[last].From < to;) last++;
        return Works.AsSpan(first, last - first);
    }

    /// <summary>Index of the first work that ends after a minute.</summary>
    int Lower(int minute)
    {
        var (low, high) = (0, Works.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Works[middle].To > minute) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /// <summary>Stretches of rest within a window, cut to it.</summary>
    public IEnumerable<(int From, int To)> Free(int from, int to)
    {
        var at = from;
        for (var i = After(from); i < busy.Count && busy[i].From < to; i++)
        {
            if (busy[i].From > at) yield return (at, busy[i].From);
            at = Math.Max(at, busy[i].To);
        }
        if (at < to) yield return (at, to);
    }

    public int Longest(int from, int to)
    {
        var longest = 0;
        foreach (var free in Free(from, to)) longest = Math.Max(longest, free.To - free.From);
        return longest;
    }

    /// <summary>Rest that ends where this minute begins.</summary>
    public int Before(int minute)
    {
        var i = After(minute) - 1;
        // Not yet over at this minute: what is before it is no rest.
        if (i + 1 < busy.Count && busy[i + 1].From < minute) return 0;
        return i < 0 ? int.MaxValue : minute - busy[i].To;
    }

    /// <summary>Where the stretch without rest that a minute lies in ends.</summary>
    public int RunEnd(int minute) => After(minute) is var i && i < busy.Count && busy[i].From <= minute ? busy[i].To : minute;

    /// <summary>Starts of work that follow rest of a length, from a minute up to another.</summary>
    public IEnumerable<Segment> Starts(int from, int to, int rest)
    {
        foreach (var work in Works)
        {
            if (work.From >= to) yield break;
            if (work.From >= from && Before(work.From) >= rest) yield return work;
        }
    }

    /// <summary>Index of the first busy stretch that ends after a minute.</summary>
    int After(int minute)
    {
        var (low, high) = (0, busy.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (busy[middle].To > minute) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
