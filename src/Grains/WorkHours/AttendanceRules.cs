using System.Globalization;

namespace JmaActors.WorkHours;

/// <summary>What lines of attendance systems come to. Pure.</summary>
public static class AttendanceRules
{
    /// <summary>The records a line is: the work, and the break in it. The same line makes the same keys, whichever file it stands in.</summary>
    /// <param name="reason">Why they come late.</param>
    public static IReadOnlyList<RecordWork> Records(AttendanceRow row, WorkplaceId place, string reason, Caller caller)
    {
        if (row.From is not { } from || row.To is not { } to) return [];
        RecordWork Of(HoursKind kind, WorkMarks marks, DateTimeOffset begins, DateTimeOffset ends) => new(
            Key(place, kind, begins), place, kind, begins, ends, WorkSource.Import, caller, row.Department, row.Post, marks, null, reason);
        var work = Of(row.Kind, row.Marks, from, to);
        return row.BreakFrom is { } rest && row.BreakTo is { } on ? [work, Of(HoursKind.Break, WorkMarks.None, rest, on)] : [work];
    }

    /// <summary>What the natural keys of lines begin with.</summary>
    public const string Keys = "csv/";

    /// <summary>The natural key of what a line recorded.</summary>
    public static string Key(WorkplaceId place, HoursKind kind, DateTimeOffset from) => string.Create(CultureInfo.InvariantCulture, $"{Keys}{place}/{(int)kind}/{WorkMinute.Of(from)}");

    /// <summary>Whether what is on record under a line's key says something else.</summary>
    public static bool Differs(RecordWork line, WorkEntry? held) =>
        held is null || (held.Kind, held.Department, held.Post) != (line.Kind, line.Department, line.Post) || held.To is not { } to || WorkMinute.Of(to) != WorkMinute.UpTo(line.To);

    /// <summary>The column of a file at fault for a reason.</summary>
    public static string Column(string reason) => reason switch
    {
        "no-employee" or "not-employed" or "unknown-workplace" => "employee",
        "kind-not-clocked" => "kind",
        "in-the-future" or "recorded-too-late" => "start",
        "ends-before-it-begins" or "record-too-long" or "attendance-differs" => "end",
        "name-too-long" => "department",
        _ => "",
    };
}
