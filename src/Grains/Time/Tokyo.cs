using System.Globalization;

namespace JmaActors.Time;

/// <summary>
/// Civil time in Asia/Tokyo, in which every date of this system is meant. A fixed +09:00: Japan has had no summer time since 1951,
/// and no rule here judges an instant before 2000.
/// </summary>
public static class Tokyo
{
    /// <summary>日本標準時: nine hours ahead of UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    /// <summary>The same instant, told by a Tokyo clock.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>The civil date of an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Of(instant).DateTime);

    /// <summary>The time of day of an instant.</summary>
    public static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(Of(instant).DateTime);

    /// <summary>The instant at which a Tokyo clock shows this date and time.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time) => new(date.ToDateTime(time), Offset);

    /// <summary>The instant at which a civil date begins.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => At(date, TimeOnly.MinValue);

    /// <summary>The fiscal year (年度) an instant lies in.</summary>
    public static FiscalYear FiscalYearOf(DateTimeOffset instant) => FiscalYear.Of(DateOf(instant));

    /// <summary>The minute an instant lies in, as a Tokyo clock shows it: <c>09:05</c>.</summary>
    public static string MinuteOf(DateTimeOffset instant) => Of(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The civil date of now.</summary>
    public static DateOnly Today(TimeProvider time) => DateOf(time.GetUtcNow());
}
