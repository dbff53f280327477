namespace JmaActors.WorkHours;

/// <summary>How heavily a finding weighs.</summary>
[GenerateSerializer, Alias("finding-force")]
public enum FindingForce
{
    /// <summary>Something is to be done, and there is still time for it.</summary>
    Due = 0,

    /// <summary>配慮義務: rest is to be considered.</summary>
    Consider = 1,

    /// <summary>The employer's own rule, beyond the law's.</summary>
    OwnRule = 2,

    /// <summary>努力義務.</summary>
    Effort = 3,

    /// <summary>The law is broken, or would be.</summary>
    Breach = 4,
}

/// <summary>What the figures of a finding count.</summary>
[GenerateSerializer, Alias("finding-unit")]
public enum FindingUnit
{
    /// <summary>Minutes.</summary>
    Minutes = 0,

    /// <summary>Times: nights of duty, free days.</summary>
    Times = 1,
}

/// <summary>What a month asks for beyond its hours.</summary>
[GenerateSerializer, Alias("month-outcome")]
public enum MonthOutcome
{
    /// <summary>Below every threshold, and expected to stay there.</summary>
    Under = 0,

    /// <summary>A水準: sleep and fatigue are to be checked.</summary>
    CheckDue = 1,

    /// <summary>面接指導 is to be held before 100 h are reached.</summary>
    InterviewDue = 2,

    /// <summary>A水準 without a sign of fatigue: the interview follows promptly.</summary>
    InterviewFollows = 3,

    /// <summary>100 h were reached and the condition is met.</summary>
    Met = 4,

    /// <summary>100 h were reached without it.</summary>
    Breached = 5,
}

/// <summary>A physician's hours over all employers at a moment. Lengths are minutes.</summary>
/// <param name="At">The moment judged: before it records tell, after it the plan.</param>
/// <param name="Rest">Rest between duties and what is owed of it.</param>
/// <param name="Open">What runs now.</param>
/// <param name="Findings">What is broken or due, the gravest first.</param>
[GenerateSerializer, Immutable, Alias("work-hours-view")]
public sealed record WorkHoursView(
    [property: Id(0)] MemberId Member,
    [property: Id(1)] long Version,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] IReadOnlyList<EmploymentHours> Employments,
    [property: Id(4)] IReadOnlyList<MonthHours> Months,
    [property: Id(5)] Verdict Rest,
    [property: Id(6)] IReadOnlyList<RestOwed> Compensatory,
    [property: Id(7)] IReadOnlyList<HoursForecast> Forecasts,
    [property: Id(8)] IReadOnlyList<HoursFinding> Findings,
    [property: Id(9)] IReadOnlyList<WorkEntry> Open);

/// <summary>The year of the agreement at one employment.</summary>
/// <param name="Reported">An employer that does not use this system.</param>
/// <param name="Total">Overtime and holiday work of the year over all employers, of which <paramref name="TotalLimit"/> is allowed.</param>
/// <param name="Own">Of it at this one, of which <paramref name="OwnLimit"/> is allowed.</param>
/// <param name="Name">What the workplace is called; empty when nobody said.</param>
/// <param name="Last">The last day of the employment; null when there is none.</param>
[GenerateSerializer, Immutable, Alias("employment-hours")]
public sealed record EmploymentHours(
    [property: Id(0)] WorkplaceId Workplace,
    [property: Id(1)] WorkLevel Level,
    [property: Id(2)] bool Reported,
    [property: Id(3)] DateOnly From,
    [property: Id(4)] DateOnly To,
    [property: Id(5)] int Total,
    [property: Id(6)] int TotalLimit,
    [property: Id(7)] int Own,
    [property: Id(8)] int OwnLimit,
    [property: Id(9)] Verdict Why,
    [property: Id(10)] string Name = "",
    [property: Id(11)] DateOnly? Last = null);

/// <summary>A running month of an agreement.</summary>
/// <param name="Minutes">Overtime and holiday work so far.</param>
/// <param name="Expected">With the plan to its end.</param>
/// <param name="Reached">The day 100 h were reached; null before.</param>
/// <param name="ExpectedOn">The day they will be by the plan; null when they will not.</param>
/// <param name="MeasuresDue">Over 155 h, and hours were not cut since.</param>
[GenerateSerializer, Immutable, Alias("month-hours")]
public sealed record MonthHours(
    [property: Id(0)] DateOnly From,
    [property: Id(1)] DateOnly To,
    [property: Id(2)] int Minutes,
    [property: Id(3)] int Expected,
    [property: Id(4)] MonthOutcome Outcome,
    [property: Id(5)] DateOnly? Reached,
    [property: Id(6)] DateOnly? ExpectedOn,
    [property: Id(7)] bool MeasuresDue,
    [property: Id(8)] Verdict Why);

/// <summary>A line of the ledger of compensatory rest (代償休息).</summary>
/// <param name="Start">The start of work in whose rest it arose.</param>
/// <param name="At">When the work that took the rest ended.</param>
/// <param name="Due">The last day it can be given.</param>
[GenerateSerializer, Immutable, Alias("rest-owed")]
public sealed record RestOwed(
    [property: Id(0)] DateTimeOffset Start, [property: Id(1)] DateTimeOffset At, [property: Id(2)] int Owed, [property: Id(3)] int Taken, [property: Id(4)] int Planned, [property: Id(5)] DateOnly Due,
    [property: Id(6)] bool Overdue);

/// <summary>When a threshold will be reached.</summary>
/// <param name="Rule">The rule whose threshold it is.</param>
/// <param name="Minutes">The threshold.</param>
/// <param name="From">First day of the month or year it is counted over.</param>
/// <param name="Reached">The day it was reached; null before.</param>
/// <param name="ByPlan">By the planned roster; null when it is not.</param>
/// <param name="ByPace">At the pace of the last weeks; null when it is not.</param>
/// <param name="Earliest">At the pace of the heaviest of them.</param>
/// <param name="Latest">At the pace of the lightest.</param>
[GenerateSerializer, Immutable, Alias("hours-forecast")]
public sealed record HoursForecast(
    [property: Id(0)] string Rule,
    [property: Id(1)] int Minutes,
    [property: Id(2)] DateOnly From,
    [property: Id(3)] DateOnly To,
    [property: Id(4)] DateOnly? Reached,
    [property: Id(5)] DateOnly? ByPlan,
    [property: Id(6)] DateOnly? ByPace,
    [property: Id(7)] DateOnly? Earliest,
    [property: Id(8)] DateOnly? Latest);

/// <summary>One thing a rule found.</summary>
/// <param name="On">The first day of the month or year it is about, or the day work began.</param>
/// <param name="Workplace">Null when it is about all of them.</param>
/// <param name="At">When it comes about.</param>
/// <param name="Minutes">How much there is …</param>
/// <param name="Limit">… and how much there may be, or must be.</param>
/// <param name="Text">The rule in words.</param>
/// <param name="Unit">Whether both figures are minutes, or times.</param>
[GenerateSerializer, Immutable, Alias("hours-finding")]
public sealed record HoursFinding(
    [property: Id(0)] string Rule,
    [property: Id(1)] FindingForce Force,
    [property: Id(2)] DateOnly On,
    [property: Id(3)] WorkplaceId? Workplace,
    [property: Id(4)] DateTimeOffset At,
    [property: Id(5)] int Minutes,
    [property: Id(6)] int Limit,
    [property: Id(7)] Words Text,
    [property: Id(8)] FindingUnit Unit = FindingUnit.Minutes);

/// <summary>A record of work as it is kept.</summary>
/// <param name="To">Null while it runs.</param>
/// <param name="Shift">The planned shift behind it; null without one.</param>
/// <param name="Reason">Why it came late, was corrected or withdrawn; empty otherwise.</param>
/// <param name="CorrectedBy">Key of the record in its place; null when it was not corrected.</param>
/// <param name="Corrects">Key of the record in whose place it stands; null when in none's.</param>
/// <param name="Stands">False when it was corrected or withdrawn: it counts no longer.</param>
[GenerateSerializer, Immutable, Alias("work-entry")]
public sealed record WorkEntry(
    [property: Id(0)] string Key,
    [property: Id(1)] WorkplaceId Workplace,
    [property: Id(2)] HoursKind Kind,
    [property: Id(3)] DateTimeOffset From,
    [property: Id(4)] DateTimeOffset? To,
    [property: Id(5)] WorkSource Source,
    [property: Id(6)] string Department,
    [property: Id(7)] string Post,
    [property: Id(8)] WorkMarks Marks,
    [property: Id(9)] string? Shift,
    [property: Id(10)] string Reason,
    [property: Id(11)] string? CorrectedBy,
    [property: Id(12)] string? Corrects,
    [property: Id(13)] bool Stands);

/// <param name="Next">Cursor of the next page; null after the last.</param>
[GenerateSerializer, Immutable, Alias("work-entry-page")]
public sealed record WorkEntryPage([property: Id(0)] IReadOnlyList<WorkEntry> Entries, [property: Id(1)] string? Next);

/// <summary>A shift of a roster.</summary>
/// <param name="Id">Its own within the workplace, 1 to <see cref="WorkHoursLimits.KeyLength"/> characters.</param>
[GenerateSerializer, Immutable, Alias("roster-shift")]
public sealed record RosterShift(
    [property: Id(0)] string Id,
    [property: Id(1)] HoursKind Kind,
    [property: Id(2)] DateTimeOffset From,
    [property: Id(3)] DateTimeOffset To,
    [property: Id(4)] string Department = "",
    [property: Id(5)] string Post = "",
    [property: Id(6)] WorkMarks Marks = WorkMarks.None);

/// <summary>Shifts that would take the place of a workplace's plan for a physician over days: what they would newly break.</summary>
[GenerateSerializer, Immutable, Alias("try-roster")]
public sealed record TryRoster(
    [property: Id(0)] WorkplaceId Workplace, [property: Id(1)] DateOnly From, [property: Id(2)] DateOnly To, [property: Id(3)] IReadOnlyList<RosterShift> Shifts, [property: Id(4)] Caller Caller);
