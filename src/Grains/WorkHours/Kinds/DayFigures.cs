namespace JmaActors.WorkHours;

/// <summary>A figure of each day that can be added up.</summary>
public interface IDayFigures
{
    /// <summary>Of one day.</summary>
    int On(int day);

    /// <summary>Of a span of days together.</summary>
    int Over(DaySpan days);
}

/// <summary>Overtime and holiday work at one employment.</summary>
/// <param name="Hours">Of all of them.</param>
/// <param name="Employment">Its place.</param>
public sealed record OwnHours(DayTable Hours, int Employment) : IDayFigures
{
    /// <inheritdoc/>
    public int On(int day) => Hours.Own(Employment, new DaySpan(day, day));

    /// <inheritdoc/>
    public int Over(DaySpan days) => Hours.Own(Employment, days);
}

/// <summary>Figures counted of civil days.</summary>
/// <param name="days">The days counted; nothing outside them.</param>
public sealed class CountedDays(DaySpan days) : IDayFigures
{
    readonly int[] figures = new int[days.Days];

    /// <inheritdoc/>
    public int On(int day) => days.Holds(day) ? figures[day - days.First] : 0;

    /// <inheritdoc/>
    public int Over(DaySpan span)
    {
        var sum = 0;
        for (var day = Math.Max(span.First, days.First); day <= Math.Min(span.Last, days.Last); day++) sum += figures[day - days.First];
        return sum;
    }

    /// <summary>Adds the minutes of a stretch, each to the civil day it lies in.</summary>
    public void Add(int from, int to)
    {
        for (var (at, end) = (Math.Max(from, WorkMinute.Day * days.First), Math.Min(to, WorkMinute.Day * (days.Last + 1))); at < end;)
        {
            var next = Math.Min(end, WorkMinute.Day * (WorkMinute.DayOf(at) + 1));
            figures[WorkMinute.DayOf(at) - days.First] += next - at;
            at = next;
        }
    }

    /// <summary>Marks a day, once.</summary>
    public void Mark(int day)
    {
        if (days.Holds(day)) figures[day - days.First] = 1;
    }
}
