namespace JmaActors.Live;

/// <summary>Names of the Orleans streams that carry hints to derived actors.</summary>
public static class ChangeStreams
{
    public const string Provider = "changes";

    /// <summary>Keyed by session code; heard by the seminar board of that session.</summary>
    public const string Sessions = "session";

    /// <summary>Keyed by the code of a local association; heard by its board.</summary>
    public const string Associations = "association";

    /// <summary>Keyed by the code of an association of any layer; heard by the board of its office.</summary>
    public const string Offices = "office";

    /// <summary>Keyed by a local association and a fiscal year, e.g. <c>26-007.2026</c>; heard by its board of dues.</summary>
    public const string Dues = "dues";

    /// <summary>Keyed by the code of a workplace; heard by its duty board.</summary>
    public const string Workplaces = "workplace";

    /// <summary>Keyed by the code of a prefecture, or of 日本医師会; heard by its board of working hours.</summary>
    public const string Hours = "work-hours";
}

/// <summary>A hint that something changed; the truth is in the journal and the views.</summary>
/// <param name="Lines">Of a duty list: the rows that changed, so that nobody asks for each; null when all is to be read.</param>
/// <param name="On">Of a duty list: who came on duty or went, where the row follows.</param>
[GenerateSerializer, Immutable, Alias("change-hint")]
public sealed record ChangeHint([property: Id(0)] TouchedWhat What, [property: Id(1)] IReadOnlyList<JmaActors.WorkHours.DutyLine>? Lines = null, [property: Id(2)] IReadOnlyList<JmaActors.WorkHours.DutyOn>? On = null);

/// <summary>What changed about an association's people.</summary>
[GenerateSerializer, Alias("touched-what")]
public enum TouchedWhat
{
    Session = 0,
    Members = 1,
    Credits = 2,

    /// <summary>Work that waits in an office, or what it looks after.</summary>
    Office = 3,

    /// <summary>Lines of a workplace's duty list, or the workplace.</summary>
    Duty = 4,

    /// <summary>Working hours of a region.</summary>
    Hours = 5,

    /// <summary>Dues of a year that are collected through an association.</summary>
    Dues = 6,
}
