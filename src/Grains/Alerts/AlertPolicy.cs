using System.Globalization;
using JmaActors.Policies;

namespace JmaActors.Alerts;

/// <summary>What is told whom where nobody chose, and when; read from <c>seeds/policy/alerts.json</c>. Lengths are minutes.</summary>
public sealed record AlertPolicy
{
    /// <summary>What the id of every row of this policy begins with.</summary>
    public const string Prefix = "alerts.";

    const int HourMinutes = 60;

    /// <summary>The first civil date these rows hold on.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Thresholds of a month that are offered, rising.</summary>
    public required IReadOnlyList<int> Months { get; init; }

    /// <summary>Days before its last day in which compensatory rest falls due soon: 14.</summary>
    public required int RestDays { get; init; }

    /// <summary>Letters an inbox sends in an hour at most: 2.</summary>
    public required int LettersPerHour { get; init; }

    /// <summary>How long alerts are gathered before a letter is written: 2 minutes.</summary>
    public required TimeSpan Gather { get; init; }

    /// <summary>What is told where nobody chose, by function.</summary>
    public required IReadOnlyDictionary<CallerRole, IReadOnlyList<AlertChoice>> Defaults { get; init; }

    /// <summary>Names the rows with the events decided by them.</summary>
    public string Edition => string.Create(CultureInfo.InvariantCulture, $"alerts-{From:yyyy-MM-dd}");

    /// <summary>Everything a function can be told, in the order it is offered.</summary>
    public IEnumerable<(AlertKind Kind, int Hours)> Offered(CallerRole role) => Enum.GetValues<AlertKind>().Where(k => Concerns(k, role))
        .SelectMany(k => k is AlertKind.MonthReached or AlertKind.MonthExpected ? Months.Select(m => (k, m / HourMinutes)) : [(k, 0)]);

    static bool Concerns(AlertKind kind, CallerRole role) => kind switch
    {
        AlertKind.ApplicationAsked or AlertKind.ApplicationLate => role == CallerRole.Office,
        AlertKind.DuesReminded => role == CallerRole.Member,
        AlertKind.ApplicationReturned or AlertKind.ApplicationEnded => role is CallerRole.Member or CallerRole.Office,
        _ => role is CallerRole.Member or CallerRole.Workplace or CallerRole.Interviewer,
    };

    /// <summary>The policy of a date.</summary>
    /// <exception cref="FormatException">A row, figure or setting is missing or has an unknown word.</exception>
    public static AlertPolicy Of(PolicyTable table, DateOnly on) => new()
    {
        From = on,
        Months = [.. table.Get("alerts.thresholds", on).Setting("month-hours").Split(' ').Select(h => int.Parse(h, NumberStyles.None, CultureInfo.InvariantCulture) * HourMinutes).Order()],
        RestDays = (int)table.Get("alerts.rest-due", on).Figure("days"),
        LettersPerHour = (int)table.Get("alerts.mail", on).Figure("per-hour"),
        Gather = TimeSpan.FromMinutes((double)table.Get("alerts.mail", on).Figure("gather-minutes")),
        Defaults = new Dictionary<CallerRole, IReadOnlyList<AlertChoice>>
        {
            [CallerRole.Member] = Choices(table.Get("alerts.default.member", on)),
            [CallerRole.Workplace] = Choices(table.Get("alerts.default.workplace", on)),
            [CallerRole.Office] = Choices(table.Get("alerts.default.office", on)),
            [CallerRole.Interviewer] = Choices(table.Get("alerts.default.interviewer", on)),
        },
    };

    /// <summary><c>"month-reached-80": "inbox mail"</c>.</summary>
    static List<AlertChoice> Choices(PolicyRow row) => [.. row.Settings.Select(s => Choice(row, s.Key, s.Value)).OrderBy(c => c.Kind).ThenBy(c => c.Hours)];

    static AlertChoice Choice(PolicyRow row, string what, string how)
    {
        var (name, hours) = what.Split('-') is [.. var words, var last] && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (string.Concat(words), number) : (what.Replace("-", "", StringComparison.Ordinal), 0);
        return Enum.TryParse<AlertKind>(name, ignoreCase: true, out var kind) && Enum.TryParse<AlertWays>(how.Replace(' ', ','), ignoreCase: true, out var ways)
            ? new AlertChoice(kind, hours, ways)
            : throw new FormatException($"{row.Id}: '{what}: {how}' is no choice.");
    }
}
