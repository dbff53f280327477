using JmaActors.Policies;
using static System.FormattableString;

namespace JmaActors.WorkHours;

/// <summary>
/// A set of rules about working hours, as the rows of a policy say it from a date on. A row whose setting <c>kind</c> is <c>hours-set</c> makes a set of all rows whose ids begin
/// as its own does; each of them that has a kind is a rule of it.
/// </summary>
public sealed record HoursSet
{
    const string SetKind = "hours-set", ReadsKind = "reads", LeaveKind = "leave";

    /// <summary>What the ids of its rows begin with.</summary>
    public required string Name { get; init; }

    /// <summary>Its edition.</summary>
    public required string Edition { get; init; }

    /// <summary>The row that tells of it.</summary>
    public required RuleRef Title { get; init; }

    /// <summary>Its rules, by id.</summary>
    public required IReadOnlyList<HoursRule> Rules { get; init; }

    /// <summary>Kinds of time it reads as others.</summary>
    public IReadOnlyDictionary<HoursKind, HoursKind> Reads { get; init; } = new Dictionary<HoursKind, HoursKind>();

    /// <summary>Minutes of leave that make a day one of leave, which averages leave out; 0 where they do not.</summary>
    public int LeaveMinutes { get; init; }

    /// <summary>Days of the longest window of its rules.</summary>
    public required int LongestWindow { get; init; }

    /// <summary>Its ways of rest, the shortest first.</summary>
    public required IReadOnlyList<RestWay> Ways { get; init; }

    /// <summary>The facts with kinds of time as this set reads them.</summary>
    public WorkCase Read(WorkCase facts)
    {
        if (Reads.Count == 0) return facts;
        return facts with { Records = [.. facts.Records.Select(As)], Shifts = [.. facts.Shifts.Select(As)] };

        WorkSpan As(WorkSpan span) => Reads.TryGetValue(span.Kind, out var kind) ? span with { Kind = kind } : span;
    }

    /// <summary>Names of the sets in force on a date.</summary>
    public static IReadOnlyList<string> Names(PolicyTable table, DateOnly on) => [.. table.Rows.Where(r => Is(r, SetKind) && r.Holds(on)).Select(r => Begins(r.Id))];

    /// <summary>Dates from which a row of any set holds.</summary>
    public static IEnumerable<DateOnly> Changes(PolicyTable table)
    {
        var sets = table.Rows.Where(r => Is(r, SetKind)).Select(r => Begins(r.Id)).ToHashSet(StringComparer.Ordinal);
        return table.Rows.Where(r => sets.Contains(Begins(r.Id))).Select(r => r.From);
    }

    /// <summary>The rows of a set on a date.</summary>
    public static IEnumerable<PolicyRow> Rows(PolicyTable table, string name, DateOnly on) => table.Rows.Where(r => Begins(r.Id) == name && r.Holds(on));

    /// <summary>A set as it is in force on a date.</summary>
    /// <exception cref="FormatException">A row lacks a figure or setting of its kind, or has an unknown word.</exception>
    public static HoursSet Of(PolicyTable table, string name, DateOnly on)
    {
        var rows = Rows(table, name, on).ToList();
        var edition = rows.Find(r => Is(r, SetKind)) ?? throw new FormatException(Invariant($"No policy row makes a set of hours of '{name}' on {on:yyyy-MM-dd}."));
        var rules = rows.Where(r => r.Settings.ContainsKey(RuleRow.Kind) && !Is(r, SetKind) && !Is(r, ReadsKind) && !Is(r, LeaveKind))
            .Select(r => new RuleRow(r, id => table.Get(id, on)).Rule()).ToList();
        return new HoursSet
        {
            Name = name,
            Edition = edition.Setting("edition"),
            Title = edition.Rule,
            Rules = rules,
            Ways = [.. rules.OfType<RestWay>().OrderBy(w => w.Rest)],
            LongestWindow = rules.Select(r => r switch { SumRule s => s.Window.Days, FreeRule f => f.Window.Days, _ => 0 }).DefaultIfEmpty().Max(),
            Reads = rows.Where(r => Is(r, ReadsKind)).SelectMany(r => r.Settings).Where(s => s.Key != RuleRow.Kind)
                .ToDictionary(s => RuleRow.Word<HoursKind>(s.Key, name), s => RuleRow.Word<HoursKind>(s.Value, name)),
            LeaveMinutes = rows.Find(r => Is(r, LeaveKind)) is { } leave ? (int)leave.Figure("day-minutes") : 0,
        };
    }

    static bool Is(PolicyRow row, string kind) => row.Settings.GetValueOrDefault(RuleRow.Kind) == kind;

    static string Begins(string id) => id.Split('.')[0];
}
