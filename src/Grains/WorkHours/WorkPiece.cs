namespace JmaActors.WorkHours;

/// <summary>Worked time that belongs to one day, within one civil day.</summary>
/// <param name="Day">The day it belongs to: that of the shift's start (rule <c>work.shift-day</c>).</param>
/// <param name="Civil">The civil day it lies in: statutory holidays go by it.</param>
readonly record struct WorkPiece(int Day, int Civil, int Minutes, uint Employers, bool Holiday);

/// <summary>Cuts the worked time of a line into pieces of days.</summary>
static class WorkPieces
{
    /// <param name="starts">Where scheduled work begins, in order.</param>
    public static IEnumerable<WorkPiece> Of(List<Segment> line, List<int> starts)
    {
        var (day, end, start) = (0, int.MinValue, 0);
        foreach (var segment in line)
        {
            if (segment.Class == SegmentClass.Permitted) continue;
            var goesOn = segment.From == end && day > 0;
            end = segment.To;
            if (segment.Class == SegmentClass.Break)
            {
                if (!goesOn) day = 0;
                continue;
            }
            if (!goesOn) day = WorkMinute.DayOf(segment.From);
            for (var from = segment.From; from < segment.To;)
            {
                while (start < starts.Count && starts[start] < from) start++;
                if (start < starts.Count && starts[start] == from) day = Math.Max(day, WorkMinute.DayOf(from));
                var civil = WorkMinute.DayOf(from);
                var to = Math.Min(segment.To, (civil + 1) * WorkMinute.Day);
                var next = start < starts.Count && starts[start] == from ? start + 1 : start;
                if (next < starts.Count) to = Math.Min(to, starts[next]);
                yield return new WorkPiece(day, civil, to - from, segment.Employers, segment.Holiday);
                from = to;
            }
        }
    }
}
