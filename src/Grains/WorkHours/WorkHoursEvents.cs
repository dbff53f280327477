using JmaActors.Alerts;

namespace JmaActors.WorkHours;

/// <summary>What can happen to a physician's record of working hours. Times are civil minutes (<see cref="WorkMinute"/>).</summary>
public abstract record WorkHoursEvent;

/// <summary>Terms of an employment, as a whole: they take the place of what was known of this workplace before.</summary>
/// <param name="Reported">Told by the physician: the workplace does not use this system.</param>
/// <param name="Key">Natural key of the report; empty when the workplace told.</param>
/// <param name="Name">What it is called; empty when nothing was said of it.</param>
public sealed record EmploymentKept(string Workplace, EmploymentTerms Terms, bool Reported = false, string Key = "", string Name = "") : WorkHoursEvent;

/// <summary>The plan of a workplace for a span of days: it takes the place of what was planned there for those days before.</summary>
/// <param name="From">Number of the first day.</param>
/// <param name="To">Number of the last day.</param>
public sealed record ShiftsKept(string Workplace, int From, int To, IReadOnlyList<HeldShift> Shifts) : WorkHoursEvent;

/// <summary>Work began, as it happened.</summary>
public sealed record WorkClockedIn(string Key, string Workplace, HoursKind Kind, int From, string Department, string Post, WorkMarks Marks, string? Shift) : WorkHoursEvent;

/// <summary>Work that ran ended.</summary>
/// <param name="Record">Key of the record.</param>
public sealed record WorkClockedOut(string Key, string Record, int To) : WorkHoursEvent;

/// <summary>A stretch of time was recorded afterwards.</summary>
/// <param name="Reason">Why it came late; empty when it did not.</param>
public sealed record WorkRecorded(
    string Key, string Workplace, HoursKind Kind, int From, int To, WorkSource Source, string Department, string Post, WorkMarks Marks, string? Shift, string Reason) : WorkHoursEvent;

/// <summary>Another record stands in the place of a wrong one.</summary>
/// <param name="Key">Of the record in its place.</param>
/// <param name="Record">Of the wrong one.</param>
public sealed record WorkCorrected(
    string Key, string Record, HoursKind Kind, int From, int To, string Department, string Post, WorkMarks Marks, string Reason) : WorkHoursEvent;

/// <summary>A correction was taken back: what it replaced stands again.</summary>
/// <param name="Record">Key of the record the correction had put in place.</param>
public sealed record WorkCorrectionUndone(string Key, string Record, string Reason) : WorkHoursEvent;

/// <summary>A record was taken back.</summary>
public sealed record WorkWithdrawn(string Key, string Record, string Reason) : WorkHoursEvent;

/// <summary>Sleep and fatigue were checked. What was answered is health data and not kept; only whether it was a sign.</summary>
public sealed record FatigueChecked(string Key, int At, bool Sign) : WorkHoursEvent;

/// <summary>An interview was held, or hours were cut.</summary>
/// <param name="Workplace">The employer that did it; empty where none was named.</param>
public sealed record HealthMeasureTaken(string Key, HealthMeasureKind Kind, int At, string Workplace = "") : WorkHoursEvent;

/// <summary>The physician passed an interview on to another employer.</summary>
/// <param name="Workplace">The employer that held it.</param>
/// <param name="At">When it was held.</param>
/// <param name="To">The other one.</param>
public sealed record InterviewShared(string Key, string Workplace, int At, string To) : WorkHoursEvent;

/// <summary>The hours count with another record from here on, which is told this part of them.</summary>
/// <param name="Merge">Name of the merge.</param>
/// <param name="Part">Which part of all that is told, from 0.</param>
public sealed record HoursLent(string Merge, long To, int Part) : WorkHoursEvent;

/// <summary>The hours count here again.</summary>
public sealed record HoursTakenBack(string Merge) : WorkHoursEvent;

/// <summary>What another record of the same physician has told of its hours: records and employments take the place of those with their keys.</summary>
/// <param name="First">The first word of the merge.</param>
/// <param name="Employments">Employments; null for none.</param>
/// <param name="Shifts">Planned shifts besides those told before.</param>
/// <param name="Plan">A plan in the place of what was planned for its days.</param>
/// <param name="Checks">Checks of fatigue; null where they are not told.</param>
/// <param name="Measures">What was done for health; null where it is not told.</param>
/// <param name="Crossed">Thresholds of which it told, by their key; null for none.</param>
/// <param name="More">Checks and measures come beside those told before. Without, as in words of before, they are all there are.</param>
public sealed record HoursHeld(
    string Merge, long Of, bool First, IReadOnlyList<WorkRecord> Records, IReadOnlyList<HeldEmployment>? Employments = null, IReadOnlyList<PlannedShift>? Shifts = null, ShiftsKept? Plan = null,
    IReadOnlyList<HeldCheck>? Checks = null, IReadOnlyList<HealthMeasure>? Measures = null, Dictionary<string, int>? Crossed = null, bool More = false) : WorkHoursEvent
{
    /// <summary>Type of the parcel in which it is told.</summary>
    public const string Parcel = "lent-hours";
}

/// <summary>What another record lent counts here no longer.</summary>
public sealed record HoursGivenBack(string Merge, long Of) : WorkHoursEvent;

/// <summary>Thresholds were crossed that were not before, and whoever is to know was told. Each is told once, whatever becomes of the figures.</summary>
public sealed record HoursCrossed(IReadOnlyList<Crossing> Crossings) : WorkHoursEvent;

/// <summary>Terms of an employment as ledgers keep and tell them.</summary>
/// <param name="Rules">Name of the set of rules chosen beside the law; null for none.</param>
/// <param name="Last">The last day of the employment; null when there is none.</param>
public sealed record EmploymentTerms(
    DateOnly AgreementFrom, IReadOnlyList<LevelTerm> Levels, bool SmallClinic = false, bool Variable = false, DayOfWeek? Holiday = null, int IntervalMinutes = 0,
    IReadOnlyList<DutyPermit>? Permits = null, string? Rules = null, DateOnly? Last = null);

/// <summary>A planned shift as ledgers keep and tell it.</summary>
public sealed record HeldShift(string Id, HoursKind Kind, int From, int To, string Department = "", string Post = "", WorkMarks Marks = WorkMarks.None);
