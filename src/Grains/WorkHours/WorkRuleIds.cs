namespace JmaActors.WorkHours;

/// <summary>Ids of the rules of 医師の働き方改革, as rows of seeds/policy/work-hours.json, findings, verdicts and refusals name them.</summary>
public static class WorkRuleIds
{
    public const string Edition = "work.edition";
    public const string Timeline = "work.timeline";
    public const string Day = "work.day";
    public const string Week = "work.week";
    public const string ShiftDay = "work.shift-day";
    public const string Holiday = "work.holiday";
    public const string Variable = "work.variable";
    public const string PermittedDuty = "work.permitted-duty";
    public const string Study = "work.study";
    public const string Period = "work.period";
    public const string Combined = "work.combined";
    public const string LevelChange = "work.level-change";
    public const string Month = "work.month";
    public const string Interview = "work.interview";
    public const string InterviewPrompt = "work.interview.prompt";
    public const string Interviewer = "work.interviewer";
    public const string InterviewRemind = "work.interview.remind";
    public const string Fatigue = "work.fatigue";
    public const string Measures = "work.measures";
    public const string RestNormal = "work.rest.normal";
    public const string RestNight = "work.rest.night";
    public const string RestResident = "work.rest.resident";
    public const string RestPermitted = "work.rest.permitted";
    public const string RestInterval = "work.rest.interval";
    public const string RestEffort = "work.rest.effort";
    public const string Compensatory = "work.compensatory";
    public const string CompensatoryPermitted = "work.compensatory.permitted";
    public const string LongTask = "work.long-task";
    public const string ResidentCompensatory = "work.resident-compensatory";
    public const string Record = "work.record";
    public const string LateEntry = "work.late-entry";
    public const string Near = "work.near";
    public const string Forecast = "work.forecast";
    public const string SmallNumbers = "work.small-numbers";

    /// <summary>All of them, but for levels.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Edition, Timeline, Day, Week, ShiftDay, Holiday, Variable, PermittedDuty, Study, Period, Combined, LevelChange, Month, Interview, InterviewPrompt, Interviewer,
        InterviewRemind, Fatigue, Measures, RestNormal, RestNight, RestResident, RestPermitted, RestInterval, RestEffort, Compensatory, CompensatoryPermitted, LongTask,
        ResidentCompensatory, Record, LateEntry, Near, Forecast, SmallNumbers,
    ];

    /// <summary>The rule of a level, e.g. <c>work.level.linked-b</c>.</summary>
    public static string Level(WorkLevel level) => level switch
    {
        WorkLevel.A => "work.level.a",
        WorkLevel.LinkedB => "work.level.linked-b",
        WorkLevel.B => "work.level.b",
        WorkLevel.C1 => "work.level.c1",
        WorkLevel.C2 => "work.level.c2",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };
}
