using JmaActors.Design;
using JmaActors.Resources;
using JmaActors.Training;
using Microsoft.Extensions.Localization;

namespace JmaActors.Pages.Seminars;

/// <summary>How the desks of a door stand, for the board and before steps that leave nothing to be sent later.</summary>
public static class DeskState
{
    /// <summary>A desk reports every few seconds; one not heard of for so long has no network, or is shut.</summary>
    public static readonly TimeSpan Silent = TimeSpan.FromSeconds(60);

    /// <summary>One not heard of for so long may hold taps that nobody knows of.</summary>
    public static readonly TimeSpan Lost = TimeSpan.FromMinutes(5);

    /// <summary>A clock off by less than this changes nobody's units.</summary>
    const int OffMs = 5_000;

    public static bool IsSilent(SeminarDesk desk, DateTimeOffset now) => now - desk.HeardAt > Silent;

    public static bool IsOff(SeminarDesk desk) => Math.Abs((long)desk.SkewMs) >= OffMs;

    /// <summary>What somebody has to look at first: silent, then with taps waiting, then with a wrong clock, then by name.</summary>
    public static IEnumerable<KeyValuePair<string, SeminarDesk>> Ordered(IEnumerable<KeyValuePair<string, SeminarDesk>> desks, DateTimeOffset now) => desks
        .OrderByDescending(d => IsSilent(d.Value, now)).ThenByDescending(d => d.Value.Waiting > 0).ThenByDescending(d => IsOff(d.Value)).ThenBy(d => d.Key, StringComparer.Ordinal);

    /// <summary>What may still lie on desks, in words; empty when nothing does.</summary>
    public static string Warning(IStringLocalizer<Texts> texts, IReadOnlyDictionary<string, SeminarDesk>? desks, DateTimeOffset now)
    {
        var waiting = (desks ?? new Dictionary<string, SeminarDesk>()).Values.Where(d => d.Waiting > 0).ToList();
        var lost = (desks ?? new Dictionary<string, SeminarDesk>()).Values.Count(d => d.Waiting == 0 && now - d.HeardAt > Lost);
        return string.Join(' ', new[]
        {
            waiting.Count > 0 ? texts["Seminar.DesksWaiting", Show.N(waiting.Count), Show.N(waiting.Sum(d => (long)d.Waiting))].Value : "",
            lost > 0 ? texts["Seminar.DesksLost", Show.N(lost), Lost.TotalMinutes].Value : "",
        }.Where(t => t.Length > 0));
    }
}
