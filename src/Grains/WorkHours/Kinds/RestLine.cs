namespace JmaActors.WorkHours;

/// <summary>
/// What of a time line is no rest: work, breaks, and permitted duty that is shorter than what counts as rest. Everything between is rest.
/// </summary>
public sealed class RestLine
{
    /// <param name="line">Segments in order.</param>
    /// <param name="permittedRest">Unbroken permitted duty of so many minutes is rest.</param>
    public RestLine(List<Segment> line, int permittedRest)
    {
        Works = [.. line.Where(s => s.Class == SegmentClass.Work)];
        Permitted = [.. line.Where(s => s.Class == SegmentClass.Permitted).Select(s => (s.From, s.To))];
        foreach (var segment in line)
        {
            if (segment.Class != SegmentClass.Permitted || segment.Length < permittedRest) Busy.Add(segment.From, segment.To);
        }
    }

    /// <summary>What is no rest.</summary>
    public Stretches Busy { get; } = new();

    /// <summary>Work, in order.</summary>
    public Segment[] Works { get; }

    /// <summary>Permitted duty, long or short.</summary>
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
    public IEnumerable<(int From, int To)> Free(int from, int to) => Busy.Free(from, to);

    /// <summary>The longest rest within a window.</summary>
    public int Longest(int from, int to) => Busy.Longest(from, to);

    /// <summary>Rest that ends where this minute begins.</summary>
    public int Before(int minute) => Busy.Before(minute);

    /// <summary>Where the stretch without rest that a minute lies in ends.</summary>
    public int RunEnd(int minute) => Busy.RunEnd(minute);

    /// <summary>Starts of work that follow rest of a length, from a minute up to another.</summary>
    public IEnumerable<Segment> Starts(int from, int to, int rest)
    {
        for (var i = Lower(from); i < Works.Length && Works[i].From < to; i++)
        {
            if (Works[i].From >= from && Before(Works[i].From) >= rest) yield return Works[i];
        }
    }
}
