using System.Globalization;

namespace JmaActors.Design;

/// <summary>How figures, dates and times are written for people. Times are Asia/Tokyo, which has no summer time.</summary>
public static class Show
{
    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);
    static readonly string[] DaysJa = ["日", "月", "火", "水", "木", "金", "土"];

    /// <summary>True when the page is shown in English; Japanese otherwise.</summary>
    public static bool English => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>The text in the language of the page.</summary>
    public static string Here(this Words words) => English ? words.En : words.Ja;

    public static DateTimeOffset InTokyo(DateTimeOffset at) => at.ToOffset(Tokyo);

    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(InTokyo(at).DateTime);

    /// <summary>14:32.</summary>
    public static string Time(DateTimeOffset at) => InTokyo(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>14:32:05.</summary>
    public static string Seconds(DateTimeOffset at) => InTokyo(at).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>13:00–14:30.</summary>
    public static string Span(DateTimeOffset from, DateTimeOffset to) => $"{Time(from)}–{Time(to)}";

    /// <summary>2026年11月23日（月） / Mon 23 Nov 2026.</summary>
    public static string Day(DateOnly day) => English
        ? day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture)
        : $"{day.Year}年{day.Month}月{day.Day}日（{DaysJa[(int)day.DayOfWeek]}）";

    public static string Day(DateTimeOffset at) => Day(DayOf(at));

    /// <summary>2026年11月 / November 2026.</summary>
    public static string Month(DateOnly month) => English ? month.ToString("MMMM yyyy", CultureInfo.InvariantCulture) : $"{month.Year}年{month.Month}月";

    /// <summary>日 / Sun: the days of a week from Sunday, 0 to 6.</summary>
    public static string Weekday(int day) => English ? CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedDayNames[day] : DaysJa[day];

    /// <summary>2026-11-23, for addresses and inputs.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>11月23日 14:32 / 23 Nov 14:32.</summary>
    public static string Moment(DateTimeOffset at)
    {
        var t = InTokyo(at);
        return English
            ? t.ToString("d MMM HH:mm", CultureInfo.InvariantCulture)
            : $"{t.Month}月{t.Day}日 {t.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>2026/11/23, for columns.</summary>
    public static string Short(DateOnly day) => day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture);

    /// <summary>1,084.</summary>
    public static string N(long n) => n.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>1,626.0: units have one decimal place.</summary>
    public static string U(decimal units) => units.ToString("#,0.0", CultureInfo.InvariantCulture);

    /// <summary>A figure without needless zeros: 60, 56.5.</summary>
    public static string Plain(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>A length for style attributes: always with a point.</summary>
    public static string Css(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>84.3%.</summary>
    public static string Percent(double share) => double.IsFinite(share) ? share.ToString("0.0%", CultureInfo.InvariantCulture) : "–";
}
