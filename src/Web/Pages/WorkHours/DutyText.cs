using System.Globalization;
using JmaActors.Design;
using JmaActors.Resources;
using JmaActors.WorkHours;
using Microsoft.Extensions.Localization;

namespace JmaActors.Pages.WorkHours;

/// <summary>What a duty board says beside <see cref="HoursText"/>: levels in short, findings in a few words, days on which something is reached.</summary>
public static class DutyText
{
    public static string Level(IStringLocalizer<Texts> texts, WorkLevel level) => texts[$"Duty.Level.{level}"];

    /// <summary>What a rule found, in a few words; the rule's own words where there are none.</summary>
    public static string Finding(IStringLocalizer<Texts> texts, string rule, Words words) => texts[$"Duty.Finding.{rule}"] is { ResourceNotFound: false } said ? said.Value : words.Here();

    /// <summary>11/27 in a column; in English 27 Nov.</summary>
    public static string Day(DateOnly day) => Show.English ? day.ToString("d MMM", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{day.Month}/{day.Day}");

    /// <summary>14:32 of today; with the day before it of another day.</summary>
    public static string At(DateTimeOffset at, DateTimeOffset now) => Show.DayOf(at) == Show.DayOf(now) ? Show.Time(at) : $"{Day(Show.DayOf(at))} {Show.Time(at)}";

    /// <summary>The order of a duty board: the gravest finding first, then the longest expected month.</summary>
    public static IEnumerable<KeyValuePair<string, DutyPerson>> ByRisk(IEnumerable<KeyValuePair<string, DutyPerson>> people) => people
        .OrderByDescending(p => p.Value.Mark == Mark.Over).ThenByDescending(p => p.Value.Line.Force is { } force ? (int)force : -1).ThenByDescending(p => p.Value.Line.MonthExpected).ThenBy(p => p.Key, StringComparer.Ordinal);
}
