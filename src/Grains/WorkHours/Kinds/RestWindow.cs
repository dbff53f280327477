namespace JmaActors.WorkHours;

/// <summary>What became of the rest after a start of work.</summary>
public enum RestOutcome
{
    /// <summary>Planned, and kept so far.</summary>
    Kept,

    /// <summary>Planned, but worked into: compensatory rest is owed.</summary>
    Owed,

    /// <summary>The plan itself leaves no such rest.</summary>
    NotPlanned,

    /// <summary>A single task of over 15 h took it, and it follows at once.</summary>
    GivenAtOnce,

    /// <summary>A single task of over 15 h took it, and it does not follow at once.</summary>
    NotGivenAtOnce,

    /// <summary>臨床研修医: worked into in a way compensatory rest is not open to.</summary>
    NotOpen,
}

/// <summary>Rest after one start of work.</summary>
/// <param name="Start">The civil minute work began.</param>
/// <param name="Way">The way rest is measured by: the one with the least worked into it among those the plan leaves open; the longest of them when it leaves none.</param>
/// <param name="Longest">The longest rest the plan leaves within it, minutes.</param>
/// <param name="Owed">Minutes worked inside planned rest.</param>
/// <param name="Considered">Minutes worked inside permitted duty that was to be rest: rest is to be considered, none is owed.</param>
/// <param name="At">When the last of that work ended.</param>
/// <param name="Force">What the rule is for this physician on that day; null where it is nothing.</param>
public sealed record RestWindow(int Start, RestWay Way, RestOutcome Outcome, int Longest, int Owed, int Considered, int At, FindingForce? Force);

/// <summary>The work inside the stretch of planned rest that has the least of it.</summary>
readonly record struct Intrusion(int Owed, int Considered, int At)
{
    /// <summary>The best place for so much rest within stretches of planned rest.</summary>
    /// <param name="gaps">Planned rest.</param>
    /// <param name="worked">What was worked.</param>
    /// <param name="soft">Planned permitted duty: work inside it is only considered.</param>
    public static Intrusion? Least(IEnumerable<(int From, int To)> gaps, int rest, RestLine worked, IReadOnlyList<(int From, int To)> soft)
    {
        Intrusion? least = null;
        foreach (var gap in gaps)
        {
            if (gap.To - gap.From < rest) continue;
            var works = worked.WorksIn(gap.From, gap.To);
            if (works.Length == 0) return default(Intrusion);
            foreach (var from in Places(gap, rest, works))
            {
                var here = Inside(from, from + rest, works, soft);
                if (least is null || here.CompareTo(least.Value) < 0) least = here;
                if (here is { Owed: 0, Considered: 0 }) return here;
            }
        }
        return least;
    }

    /// <summary>Rest is best placed at an edge of its gap, or against an edge of work inside it.</summary>
    static List<int> Places((int From, int To) gap, int rest, ReadOnlySpan<Segment> works)
    {
        List<int> places = [gap.From];
        foreach (var work in works)
        {
            if (work.To + rest <= gap.To) places.Add(work.To);
            if (work.From - rest >= gap.From) places.Add(work.From - rest);
        }
        places.Add(gap.To - rest);
        return places;
    }

    static Intrusion Inside(int from, int to, ReadOnlySpan<Segment> works, IReadOnlyList<(int From, int To)> soft)
    {
        var (owed, considered, at) = (0, 0, 0);
        foreach (var work in works)
        {
            if (work.From >= to) break;
            var (begin, end) = (Math.Max(work.From, from), Math.Min(work.To, to));
            if (begin >= end) continue;
            var inSoft = Overlap(soft, begin, end);
            (owed, considered, at) = (owed + end - begin - inSoft, considered + inSoft, end);
        }
        return new Intrusion(owed, considered, at);
    }

    internal static int Overlap(IReadOnlyList<(int From, int To)> stretches, int from, int to)
    {
        var minutes = 0;
        foreach (var stretch in stretches)
        {
            if (stretch.From >= to) break;
            minutes += Math.Max(0, Math.Min(stretch.To, to) - Math.Max(stretch.From, from));
        }
        return minutes;
    }

    int CompareTo(Intrusion other) => Owed != other.Owed ? Owed.CompareTo(other.Owed) : Considered != other.Considered ? Considered.CompareTo(other.Considered) : At.CompareTo(other.At);
}
