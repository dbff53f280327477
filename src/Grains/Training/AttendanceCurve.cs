namespace JmaActors.Training;

/// <summary>People inside over time, by minutes of event time. A late tap changes its own minute and thereby every later one.</summary>
sealed class AttendanceCurve
{
    readonly SortedList<long, Minute> minutes = [];

    /// <summary>Rises when a point before the newest one changed.</summary>
    public int Edits { get; set; }

    /// <summary>A tap was taken (+1), or taken back (−1).</summary>
    public void Taken(in Stamp stamp, int sign)
    {
        var minute = Floor(stamp.Ticks);
        if (minutes.Count > 0 && minute < minutes.GetKeyAtIndex(minutes.Count - 1)) Edits++;
        Change(minute, stamp.Marks.HasFlag(StampMarks.TakenIn) ? new Minute(sign, 0, 0) : new Minute(0, sign, 0));
    }

    /// <summary>Somebody's stays were so before, and are otherwise now.</summary>
    public void Moved(ReadOnlySpan<Stay> before, ReadOnlySpan<Stay> after)
    {
        var same = 0;
        while (same < before.Length && same < after.Length && before[same] == after[same]) same++;
        foreach (var stay in before[same..]) Change(stay, -1);
        foreach (var stay in after[same..]) Change(stay, +1);
    }

    /// <summary>The newest point; null before the first tap.</summary>
    public CurvePoint? Newest(int inside) =>
        minutes.Count == 0 ? null : Point(minutes.GetKeyAtIndex(minutes.Count - 1), inside, minutes.GetValueAtIndex(minutes.Count - 1));

    /// <summary>Every point in order of time.</summary>
    public IReadOnlyList<CurvePoint> Points()
    {
        var points = new List<CurvePoint>(minutes.Count);
        var inside = 0;
        foreach (var (ticks, minute) in minutes) points.Add(Point(ticks, inside += minute.Net, minute));
        return points;
    }

    void Change(in Stay stay, int sign)
    {
        Change(Floor(stay.In.UtcTicks), new Minute(0, 0, sign));
        if (stay.Out is { } left) Change(Floor(left.UtcTicks), new Minute(0, 0, -sign));
    }

    void Change(long ticks, Minute change)
    {
        minutes.TryGetValue(ticks, out var held);
        var now = new Minute(held.Ins + change.Ins, held.Outs + change.Outs, held.Net + change.Net);
        if (now == default) minutes.Remove(ticks);
        else minutes[ticks] = now;
    }

    static long Floor(long ticks) => ticks - ticks % TimeSpan.TicksPerMinute;

    static CurvePoint Point(long ticks, int inside, in Minute minute) => new(Time.Tokyo.Of(new DateTimeOffset(ticks, TimeSpan.Zero)), inside, minute.Ins, minute.Outs);

    /// <param name="Net">How many more people are inside at the end of the minute than at its beginning.</param>
    readonly record struct Minute(int Ins, int Outs, int Net);
}
