using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using JmaActors.Web.Files;

namespace JmaActors.Web.WorkHours;

/// <summary>A time as a file says it: of the day named beside it, or of a day of its own.</summary>
/// <param name="Day">Null where only a time stands.</param>
/// <param name="Time">From midnight of that day; 24 hours and more are of the day after.</param>
public readonly record struct SaidTime(DateOnly? Day, TimeSpan Time)
{
    /// <summary>Whether it says itself on which day it lies: it is never moved to the next.</summary>
    public bool Fixed => Day is not null || Time >= TimeSpan.FromDays(1);
}

/// <summary>Reads times as attendance systems and spreadsheets write them: <c>8:30</c>, <c>25:30</c>, <c>0830</c>, <c>8時30分</c>, <c>翌1:30</c>, <c>2026/04/01 08:30</c>. Pure.</summary>
public static partial class AttendanceTimes
{
    const int HoursMost = 72;

    /// <summary>Days that spreadsheets count lengths of time from: what stands there is a length.</summary>
    static readonly DateOnly Counted = new(1899, 12, 30), NoDay = new(1950, 1, 1);

    /// <summary>The time; null when it cannot be read.</summary>
    public static SaidTime? Time(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Trim();
        var space = plain.IndexOfAny([' ', 'T']);
        if (space > 0 && Day(plain[..space]) is { } day)
        {
            if (OfDay(plain[(space + 1)..].Trim()) is not { } time) return null;
            return day < NoDay ? new SaidTime(null, time + TimeSpan.FromDays(day.DayNumber - Counted.DayNumber)) : new SaidTime(day, time);
        }
        return OfDay(plain) is { } alone ? new SaidTime(null, alone) : null;
    }

    /// <summary>A length of a break in minutes: <c>60</c>, <c>1:00</c>, <c>60分</c>; null when it cannot be read.</summary>
    public static int? Minutes(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Trim();
        if (plain.Contains(':', StringComparison.Ordinal) || plain.Contains('時', StringComparison.Ordinal)) return OfDay(plain) is { } time ? (int)time.TotalMinutes : null;
        return int.TryParse(plain.TrimEnd('分').Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes < HoursMost * 60 ? minutes : null;
    }

    static DateOnly? Day(string text) => FileValues.Day(text) ?? (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);

    static TimeSpan? OfDay(string text)
    {
        var match = Clock().Match(text);
        if (!match.Success) match = Digits().Match(text);
        if (!match.Success) return null;
        var (hours, minutes) = (Number(match.Groups["h"]), match.Groups["m"].Success ? Number(match.Groups["m"]) : 0);
        var seconds = match.Groups["s"].Success ? Number(match.Groups["s"]) : 0;
        if (hours > HoursMost || minutes > 59 || seconds > 59) return null;
        return new TimeSpan(hours, minutes, seconds) + (match.Groups["next"].Success ? TimeSpan.FromDays(1) : TimeSpan.Zero);
    }

    static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<next>翌日?|\+1\s)?\s*(?<h>[0-9]{1,2})(:(?<m>[0-9]{1,2})(:(?<s>[0-9]{2}))?|時((?<m>[0-9]{1,2})分?)?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?<next>翌日?)?(?<h>[0-9]{1,2})(?<m>[0-9]{2})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Digits();
}
