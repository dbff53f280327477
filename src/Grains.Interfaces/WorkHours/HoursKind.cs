namespace JmaActors.WorkHours;

/// <summary>What a stretch of time was, or is planned to be. Whether it is legal overtime is never said but computed.</summary>
[GenerateSerializer, Alias("hours-kind")]
public enum HoursKind
{
    /// <summary>所定労働: scheduled work.</summary>
    Scheduled = 1,

    /// <summary>時間外: work beyond the schedule, also a call-out.</summary>
    Overtime = 2,

    /// <summary>休日労働: work on the employer's statutory holiday.</summary>
    HolidayWork = 3,

    /// <summary>許可のある宿日直. Outside the hours, as far as a permit covers it.</summary>
    PermittedDuty = 4,

    /// <summary>許可のない宿日直: night duty, all of it work.</summary>
    NightDuty = 5,

    /// <summary>オンコール待機 that is work.</summary>
    StandbyWork = 6,

    /// <summary>オンコール待機 that is not.</summary>
    Standby = 7,

    /// <summary>研鑽 that is work.</summary>
    StudyWork = 8,

    /// <summary>研鑽 outside scheduled hours that the employer confirmed beforehand not to be work; unconfirmed it counts as work.</summary>
    Study = 9,

    /// <summary>勤務先間の移動.</summary>
    Travel = 10,

    /// <summary>休暇.</summary>
    Leave = 11,

    /// <summary>休憩.</summary>
    Break = 12,

    /// <summary>代償休息: compensatory rest, given.</summary>
    CompensatoryRest = 13,
}

/// <summary>What is said of a stretch of time beside its kind.</summary>
[Flags, GenerateSerializer, Alias("work-marks")]
public enum WorkMarks
{
    None = 0,

    /// <summary>研鑽: the employer confirmed beforehand that it is not work.</summary>
    Confirmed = 1,

    /// <summary>Nobody planned it: an emergency, a call-out, a shift that ran over.</summary>
    Unforeseen = 2,

    /// <summary>A planned shift stands behind it; what goes beyond the shift was not planned.</summary>
    Rostered = 4,

    /// <summary>One task that is expected to pass 15 hours (長時間の手術等).</summary>
    LongTask = 8,
}

/// <summary>水準: the level designated for a physician at one workplace.</summary>
[GenerateSerializer, Alias("work-level")]
public enum WorkLevel
{
    /// <summary>A水準.</summary>
    A = 0,

    /// <summary>連携B水準.</summary>
    LinkedB = 1,

    /// <summary>B水準.</summary>
    B = 2,

    /// <summary>C-1水準: 専攻医, and 臨床研修医 where marked.</summary>
    C1 = 3,

    /// <summary>C-2水準.</summary>
    C2 = 4,
}
