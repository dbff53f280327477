namespace JmaActors.WorkHours;

/// <summary>Where a record came from.</summary>
[GenerateSerializer, Alias("work-source")]
public enum WorkSource
{
    /// <summary>打刻: in and out, as it happened.</summary>
    Clock = 0,

    /// <summary>From an attendance system (勤怠システム).</summary>
    Import = 1,

    /// <summary>自己申告, e.g. of a side job.</summary>
    SelfReport = 2,

    /// <summary>Entered by the workplace.</summary>
    Workplace = 3,
}

/// <summary>Begin of work, as it happened.</summary>
/// <param name="Key">The sender's own, 1 to 100 characters; of the record it begins.</param>
/// <param name="At">By the device's clock; null for now. A device that was offline sends its own.</param>
/// <param name="Department">診療科, where a permit of 宿日直 goes by it.</param>
/// <param name="Post">当直の種類, where a permit goes by it.</param>
[GenerateSerializer, Immutable, Alias("clock-in")]
public sealed record ClockIn(
    [property: Id(0)] string Key, [property: Id(1)] WorkplaceId Workplace, [property: Id(2)] HoursKind Kind, [property: Id(3)] Caller Caller, [property: Id(4)] DateTimeOffset? At = null,
    [property: Id(5)] string Department = "", [property: Id(6)] string Post = "", [property: Id(7)] WorkMarks Marks = WorkMarks.None);

/// <summary>End of the work that runs at a workplace.</summary>
[GenerateSerializer, Immutable, Alias("clock-out")]
public sealed record ClockOut(
    [property: Id(0)] string Key, [property: Id(1)] WorkplaceId Workplace, [property: Id(2)] Caller Caller, [property: Id(3)] DateTimeOffset? At = null);

/// <summary>One tap of a device's clock.</summary>
/// <param name="In">True begins work, false ends what runs at the workplace.</param>
/// <param name="Kind">What begins; of an end nothing is meant by it.</param>
/// <param name="At">By the device's clock, corrected by what it knows of its error.</param>
[GenerateSerializer, Immutable, Alias("clock-tap")]
public sealed record ClockTap(
    [property: Id(0)] string Key,
    [property: Id(1)] bool In,
    [property: Id(2)] WorkplaceId Workplace,
    [property: Id(3)] HoursKind Kind,
    [property: Id(4)] DateTimeOffset At,
    [property: Id(5)] Caller Caller,
    [property: Id(6)] string Department = "",
    [property: Id(7)] string Post = "",
    [property: Id(8)] WorkMarks Marks = WorkMarks.None)
{
    /// <summary>As the command that begins work.</summary>
    public ClockIn ToIn() => new(Key, Workplace, Kind, Caller, At, Department, Post, Marks);

    /// <summary>As the command that ends it.</summary>
    public ClockOut ToOut() => new(Key, Workplace, Caller, At);
}

/// <summary>A stretch of time, recorded afterwards.</summary>
/// <param name="Shift">Id of the planned shift it fulfils; null where it is found by time, or there is none.</param>
/// <param name="Reason">Why it comes late, beyond the window of the policy; empty within it.</param>
[GenerateSerializer, Immutable, Alias("record-work")]
public sealed record RecordWork(
    [property: Id(0)] string Key,
    [property: Id(1)] WorkplaceId Workplace,
    [property: Id(2)] HoursKind Kind,
    [property: Id(3)] DateTimeOffset From,
    [property: Id(4)] DateTimeOffset To,
    [property: Id(5)] WorkSource Source,
    [property: Id(6)] Caller Caller,
    [property: Id(7)] string Department = "",
    [property: Id(8)] string Post = "",
    [property: Id(9)] WorkMarks Marks = WorkMarks.None,
    [property: Id(10)] string? Shift = null,
    [property: Id(11)] string Reason = "");

/// <summary>Puts another record in the place of a wrong one, which stays visible.</summary>
/// <param name="Key">The sender's own; of the record in its place.</param>
/// <param name="Record">Key of the wrong one.</param>
/// <param name="Kind">Null where it is right; the same of times, marks and the rest.</param>
[GenerateSerializer, Immutable, Alias("correct-work")]
public sealed record CorrectWork(
    [property: Id(0)] string Key,
    [property: Id(1)] string Record,
    [property: Id(2)] string Reason,
    [property: Id(3)] Caller Caller,
    [property: Id(4)] HoursKind? Kind = null,
    [property: Id(5)] DateTimeOffset? From = null,
    [property: Id(6)] DateTimeOffset? To = null,
    [property: Id(7)] WorkMarks? Marks = null,
    [property: Id(8)] string? Department = null,
    [property: Id(9)] string? Post = null);

/// <summary>Takes a correction back: what it replaced stands again.</summary>
/// <param name="Record">Key of the record the correction put in place.</param>
[GenerateSerializer, Immutable, Alias("undo-work-correction")]
public sealed record UndoWorkCorrection([property: Id(0)] string Key, [property: Id(1)] string Record, [property: Id(2)] string Reason, [property: Id(3)] Caller Caller);

/// <summary>Takes a record back that should never have been.</summary>
[GenerateSerializer, Immutable, Alias("withdraw-work")]
public sealed record WithdrawWork([property: Id(0)] string Key, [property: Id(1)] string Record, [property: Id(2)] string Reason, [property: Id(3)] Caller Caller);

/// <summary>Tells of an employer that does not use this system (副業・兼業先).</summary>
/// <param name="AgreementFrom">The day its 36協定 began.</param>
/// <param name="Name">What it is called, at most <see cref="WorkHoursLimits.WorkplaceName"/> characters; empty when nothing is said of it.</param>
[GenerateSerializer, Immutable, Alias("report-employment")]
public sealed record ReportEmployment(
    [property: Id(0)] string Key, [property: Id(1)] WorkplaceId Workplace, [property: Id(2)] DateOnly AgreementFrom, [property: Id(3)] Caller Caller, [property: Id(4)] string Name = "");

/// <summary>睡眠と疲労の状況の確認. Only when it was done and whether there was a sign is kept.</summary>
/// <param name="SleepMinutes">Average of a day over the last two weeks.</param>
/// <param name="Grade">自己診断表: I to IV as 1 to 4.</param>
/// <param name="Score">負担度, 0 to 7.</param>
/// <param name="Asks">The physician asks for an interview.</param>
[GenerateSerializer, Immutable, Alias("record-fatigue-check")]
public sealed record RecordFatigueCheck(
    [property: Id(0)] string Key, [property: Id(1)] DateTimeOffset At, [property: Id(2)] int SleepMinutes, [property: Id(3)] int Grade, [property: Id(4)] int Score, [property: Id(5)] bool Asks,
    [property: Id(6)] Caller Caller);

/// <summary>What was done for a physician's health.</summary>
[GenerateSerializer, Alias("health-measure-kind")]
public enum HealthMeasureKind
{
    /// <summary>面接指導.</summary>
    Interview = 0,

    /// <summary>労働時間短縮のための措置.</summary>
    HoursCut = 1,
}

/// <summary>An interview that was held, or hours that were cut.</summary>
[GenerateSerializer, Immutable, Alias("record-health-measure")]
public sealed record RecordHealthMeasure([property: Id(0)] string Key, [property: Id(1)] HealthMeasureKind Kind, [property: Id(2)] DateTimeOffset At, [property: Id(3)] Caller Caller);
