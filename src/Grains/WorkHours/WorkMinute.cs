using System.Globalization;
using JmaActors.Time;

namespace JmaActors.WorkHours;

/// <summary>
/// Civil minutes: whole minutes on a Tokyo clock since the first day of the calendar, so that a day is a division. All reckoning of hours is in these integers.
/// </summary>
public static class WorkMinute
{
    /// <summary>Minutes of a day.</summary>
    public const int Day = 1_440;

    /// <summary>Minutes of an hour.</summary>
    public const int Hour = 60;

    const int Week = 7;

    /// <summary>Years in which dates of work, agreements and rosters lie: beyond them nothing is meant, and reckoning would leave the calendar.</summary>
    const int FirstYear = 2000, LastYear = 2199;

    /// <summary>Whether a date can be one of work.</summary>
    public static bool Fits(DateOnly date) => date.Year is >= FirstYear and <= LastYear;

    /// <summary>Whether an instant can be one of work. Asked before it is told by a Tokyo clock, which has none for the last hours there are.</summary>
    public static bool Fits(DateTimeOffset instant) => instant.Year is >= FirstYear and <= LastYear;

    /// <summary>The minute a civil date begins.</summary>
    public static int Of(DateOnly date) => date.DayNumber * Day;

    /// <summary>The minute of a date and a time of day.</summary>
    public static int Of(DateOnly date, TimeOnly time) => Of(date) + (int)(time.Ticks / TimeSpan.TicksPerMinute);

    /// <summary>The minute an instant lies in.</summary>
    public static int Of(DateTimeOffset instant) => (int)(Tokyo.Of(instant).Ticks / TimeSpan.TicksPerMinute);

    /// <summary>The first minute not before an instant: the end of work begun in its last minute, since a begun minute was worked.</summary>
    public static int UpTo(DateTimeOffset instant) => (int)((Tokyo.Of(instant).Ticks + TimeSpan.TicksPerMinute - 1) / TimeSpan.TicksPerMinute);

    /// <summary>The instant a minute begins.</summary>
    public static DateTimeOffset Instant(int minute) => new(minute * TimeSpan.TicksPerMinute, Tokyo.Offset);

    /// <summary>Number of the day a minute lies in (<see cref="DateOnly.DayNumber"/>).</summary>
    public static int DayOf(int minute) => minute / Day;

    /// <summary>The date a minute lies in.</summary>
    public static DateOnly DateOf(int minute) => DateOnly.FromDayNumber(minute / Day);

    /// <summary>The first day of the week a day lies in.</summary>
    public static int WeekOf(int day, DayOfWeek begins) => day - (day + 1 - (int)begins + Week) % Week;

    /// <summary>The minute as people read it: <c>2026-04-03 17:30</c>.</summary>
    public static string Text(int minute) => Instant(minute).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A length as people read it: <c>9:05</c> for nine hours and five minutes.</summary>
    public static string Length(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / Hour}:{minutes % Hour:00}");
}
