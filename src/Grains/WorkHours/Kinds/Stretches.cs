namespace JmaActors.WorkHours;

/// <summary>Stretches of minutes in order that neither overlap nor touch, and what lies between them.</summary>
public sealed class Stretches
{
    readonly List<(int From, int To)> held = [];

    /// <summary>Makes them of stretches in order of their beginning.</summary>
    public Stretches(IEnumerable<(int From, int To)> ordered)
    {
        foreach (var (from, to) in ordered) Add(from, to);
    }

    internal Stretches()
    {
    }

    /// <summary>Puts one more, which begins no sooner than the last.</summary>
    internal void Add(int from, int to)
    {
        if (held.Count == 0 || from > held[^1].To) held.Add((from, to));
        else if (to > held[^1].To) held[^1] = (held[^1].From, to);
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<(int From, int To)> All => held;

    /// <summary>What is free within a window, cut to it.</summary>
    public IEnumerable<(int From, int To)> Free(int from, int to)
    {
        var at = from;
        for (var i = After(from); i < held.Count && held[i].From < to; i++)
        {
            if (held[i].From > at) yield return (at, held[i].From);
            at = Math.Max(at, held[i].To);
        }
        if (at < to) yield return (at, to);
    }

    /// <summary>The longest of it.</summary>
    public int Longest(int from, int to)
    {
        var (longest, at) = (0, from);
        for (var i = After(from); i < held.Count && held[i].From < to; i++)
        {
            longest = Math.Max(longest, held[i].From - at);
            at = Math.Max(at, held[i].To);
        }
        return Math.Max(longest, to - at);
    }

    /// <summary>Free minutes that end where this minute begins; none when it lies within a stretch.</summary>
    public int Before(int minute)
    {
        var i = After(minute) - 1;
        // Not yet over at this minute: what is before it is not free.
        if (i + 1 < held.Count && held[i + 1].From < minute) return 0;
        return i < 0 ? int.MaxValue : minute - held[i].To;
    }

    /// <summary>Where the stretch that a minute lies in ends.</summary>
    public int RunEnd(int minute) => After(minute) is var i && i < held.Count && held[i].From <= minute ? held[i].To : minute;

    /// <summary>The last run that is over at a minute, pauses shorter than a length left in it; of no length when there is none.</summary>
    public (int From, int To) RunBefore(int minute, int joins)
    {
        var i = After(minute) - 1;
        if (i < 0) return (minute, minute);
        var (from, to) = held[i];
        for (i--; i >= 0 && from - held[i].To < joins; i--) from = held[i].From;
        return (from, to);
    }

    /// <summary>Runs, pauses shorter than a length left in them.</summary>
    public IEnumerable<(int From, int To)> Runs(int joins)
    {
        for (var i = 0; i < held.Count;)
        {
            var (from, to) = held[i];
            for (i++; i < held.Count && held[i].From - to < joins; i++) to = held[i].To;
            yield return (from, to);
        }
    }

    /// <summary>Index of the first stretch that ends after a minute.</summary>
    int After(int minute)
    {
        var (low, high) = (0, held.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (held[middle].To > minute) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
