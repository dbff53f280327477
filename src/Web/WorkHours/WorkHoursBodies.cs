using JmaActors.Web.Access;
using JmaActors.Web.Http;
using JmaActors.WorkHours;

namespace JmaActors.Web.WorkHours;

/// <summary>Begin of work, as it happens.</summary>
/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="At">By the device's clock; now when left out.</param>
/// <param name="Department">診療科, where a permit of 宿日直 goes by it.</param>
/// <param name="Post">当直の種類, where a permit goes by it.</param>
/// <param name="Unforeseen">Nobody planned it: an emergency, a call-out.</param>
public sealed record ClockInBody(string Key, WorkplaceId Workplace, HoursKind Kind, DateTimeOffset? At = null, string Department = "", string Post = "", bool Unforeseen = false)
{
    public ClockIn ToCommand(Caller caller) => new(
        Input.Text(Key, "key", WorkHoursLimits.KeyLength), Workplace, Kind, caller, At, WorkText.Name(Department, "department"), WorkText.Name(Post, "post"), Unforeseen ? WorkMarks.Unforeseen : WorkMarks.None);
}

/// <summary>End of the work that runs at a workplace.</summary>
/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="At">By the device's clock; now when left out.</param>
public sealed record ClockOutBody(string Key, WorkplaceId Workplace, DateTimeOffset? At = null)
{
    public ClockOut ToCommand(Caller caller) => new(Input.Text(Key, "key", WorkHoursLimits.KeyLength), Workplace, caller, At);
}

/// <summary>One tap of a device's clock.</summary>
/// <param name="Key">The device's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="In">True begins work, false ends what runs at the workplace.</param>
/// <param name="At">By the device's clock, corrected by what it knows of its error.</param>
/// <param name="Kind">What begins; scheduled work when left out.</param>
/// <param name="Department">診療科, where a permit of 宿日直 goes by it.</param>
/// <param name="Post">当直の種類, where a permit goes by it.</param>
/// <param name="Unforeseen">Nobody planned it: an emergency, a call-out.</param>
public sealed record ClockTapBody(
    string Key, bool In, WorkplaceId Workplace, DateTimeOffset At, HoursKind Kind = HoursKind.Scheduled, string Department = "", string Post = "", bool Unforeseen = false)
{
    public ClockTap ToTap(Caller caller) => new(
        Input.Text(Key, "key", WorkHoursLimits.KeyLength), In, Workplace, Kind, At, caller, WorkText.Name(Department, "department"), WorkText.Name(Post, "post"), Unforeseen ? WorkMarks.Unforeseen : WorkMarks.None);
}

/// <summary>Taps of a device, also of one that was offline.</summary>
/// <param name="Taps">At most 500, in any order; none to ask how the physician stands and what the house's clock says.</param>
public sealed record ClockBatchBody(IReadOnlyList<ClockTapBody> Taps)
{
    public IReadOnlyList<ClockTap> ToTaps(Caller caller) => Taps.Count > WorkHoursLimits.Batch
        ? throw new InvalidInputException("taps", $"A batch has at most {WorkHoursLimits.Batch} taps.")
        : [.. Taps.Select(t => t.ToTap(caller))];
}

/// <summary>What became of a device's taps.</summary>
/// <param name="HeardAt">The house's clock, for the device to measure its own by.</param>
/// <param name="Taps">One answer for each, in the order sent.</param>
/// <param name="Now">How the physician stands then.</param>
public sealed record ClockBatchAnswer(DateTimeOffset HeardAt, IReadOnlyList<ClockTapAnswer> Taps, MemberHoursPicture Now);

/// <summary>What became of one tap.</summary>
/// <param name="Value">The record; null when it was refused.</param>
/// <param name="Refused">Why it was refused, a stable code; null when it was not.</param>
/// <param name="Title">The same in words.</param>
public sealed record ClockTapAnswer(WorkEntry? Value, bool Repeat, string? Refused, string? Title);

/// <summary>A stretch of time, recorded afterwards.</summary>
/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="Confirmed">研鑽: the employer confirmed beforehand that it is not work.</param>
/// <param name="Unforeseen">Nobody planned it: an emergency, a call-out.</param>
/// <param name="LongTask">One task that was expected to pass 15 hours.</param>
/// <param name="Shift">Id of the planned shift; found by time when left out.</param>
/// <param name="Reason">Why it comes late, beyond the window of the rules.</param>
public sealed record WorkBody(
    string Key, WorkplaceId Workplace, HoursKind Kind, DateTimeOffset From, DateTimeOffset To, string Department = "", string Post = "", bool Confirmed = false, bool Unforeseen = false,
    bool LongTask = false, string? Shift = null, string Reason = "")
{
    public RecordWork ToCommand(Caller caller) => new(
        Input.Text(Key, "key", WorkHoursLimits.KeyLength), Workplace, Kind, From, To, caller.Role == CallerRole.Member ? WorkSource.SelfReport : WorkSource.Workplace, caller,
        WorkText.Name(Department, "department"), WorkText.Name(Post, "post"), WorkText.Marks(Confirmed, Unforeseen, LongTask), Shift is null ? null : Input.Text(Shift, "shift", WorkHoursLimits.KeyLength),
        Input.Text(Reason, "reason", WorkHoursLimits.ReasonLength, 0));
}

/// <summary>What a record should have been. What is left out is right.</summary>
/// <param name="Key">The sender's own, 1 to 100 characters; of the record in its place.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
public sealed record WorkCorrectionBody(
    string Key, string Reason, HoursKind? Kind = null, DateTimeOffset? From = null, DateTimeOffset? To = null, string? Department = null, string? Post = null)
{
    public CorrectWork ToCommand(string record, Caller caller) => new(
        Input.Text(Key, "key", WorkHoursLimits.KeyLength), record, Input.Text(Reason, "reason", WorkHoursLimits.ReasonLength), caller, Kind, From, To, null,
        Department is null ? null : WorkText.Name(Department, "department"), Post is null ? null : WorkText.Name(Post, "post"));
}

/// <summary>Takes a correction or a record back.</summary>
/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
public sealed record WorkReasonBody(string Key, string Reason)
{
    public UndoWorkCorrection ToUndo(string record, Caller caller) =>
        new(Input.Text(Key, "key", WorkHoursLimits.KeyLength), record, Input.Text(Reason, "reason", WorkHoursLimits.ReasonLength), caller);

    public WithdrawWork ToWithdraw(string record, Caller caller) =>
        new(Input.Text(Key, "key", WorkHoursLimits.KeyLength), record, Input.Text(Reason, "reason", WorkHoursLimits.ReasonLength), caller);
}

/// <summary>An employer that does not use this system.</summary>
/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="AgreementFrom">The day its 36協定 began.</param>
/// <param name="Name">What it is called, at most 100 characters.</param>
public sealed record EmploymentBody(string Key, WorkplaceId Workplace, DateOnly AgreementFrom, string Name = "")
{
    public ReportEmployment ToCommand(Caller caller) => new(
        Input.Text(Key, "key", WorkHoursLimits.KeyLength), Workplace, AgreementFrom, caller, Input.Text(Name, "name", WorkHoursLimits.WorkplaceName, 0));
}

/// <summary>What bodies of working hours share.</summary>
static class WorkText
{
    public static string Name(string text, string field) => Input.Text(text, field, WorkHoursLimits.NameLength, 0);

    public static WorkMarks Marks(bool confirmed, bool unforeseen, bool longTask) =>
        (confirmed ? WorkMarks.Confirmed : 0) | (unforeseen ? WorkMarks.Unforeseen : 0) | (longTask ? WorkMarks.LongTask : 0);
}
