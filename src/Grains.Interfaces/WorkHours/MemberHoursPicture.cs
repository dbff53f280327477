namespace JmaActors.WorkHours;

/// <summary>Picture of the topic <c>member/{id}/hours</c>: what a physician's own page and clock show. Lengths are minutes.</summary>
/// <param name="Resting">Rest between duties that runs or ran last; null while work runs and before any.</param>
/// <param name="Next">The next planned shift; null when none is planned.</param>
/// <param name="Curves">Hours used against their limits: each month that runs, then each year.</param>
[GenerateSerializer, Immutable, Alias("member-hours-picture")]
public sealed record MemberHoursPicture(
    [property: Id(0)] string Member,
    [property: Id(1)] long Version,
    [property: Id(2)] WorkHoursView View,
    [property: Id(3)] RestRunning? Resting,
    [property: Id(4)] PlannedLine? Next,
    [property: Id(5)] IReadOnlyList<HoursCurve> Curves);

/// <summary>Rest after the last work.</summary>
/// <param name="Since">When work anywhere ended last.</param>
/// <param name="Until">When the rest the rule asks for is whole.</param>
/// <param name="Minutes">How much the rule asks for.</param>
/// <param name="Rule">The rule it is measured by.</param>
/// <param name="Force">What the rule is for this physician; null where nothing is asked.</param>
[GenerateSerializer, Immutable, Alias("rest-running")]
public sealed record RestRunning(
    [property: Id(0)] DateTimeOffset Since, [property: Id(1)] DateTimeOffset Until, [property: Id(2)] int Minutes, [property: Id(3)] string Rule, [property: Id(4)] FindingForce? Force);

/// <summary>A planned shift and where it is.</summary>
[GenerateSerializer, Immutable, Alias("planned-line")]
public sealed record PlannedLine([property: Id(0)] WorkplaceId Workplace, [property: Id(1)] RosterShift Shift);

/// <summary>Overtime and holiday work over all employers, summed up over a month or a year.</summary>
/// <param name="Step">Days from one point to the next: 1 of a month, 7 of a year. The last step may be shorter.</param>
/// <param name="Limits">What it is measured against, the lowest first.</param>
/// <param name="Used">The sum at the end of each step, up to the one today lies in.</param>
/// <param name="Planned">The same with the plan, to the end.</param>
/// <param name="PaceEnd">The sum on the last day at the pace of the last weeks …</param>
/// <param name="LowEnd">… at the pace of the lightest of them …</param>
/// <param name="HighEnd">… and of the heaviest.</param>
[GenerateSerializer, Immutable, Alias("hours-curve")]
public sealed record HoursCurve(
    [property: Id(0)] DateOnly From,
    [property: Id(1)] DateOnly To,
    [property: Id(2)] int Step,
    [property: Id(3)] IReadOnlyList<CurveLimit> Limits,
    [property: Id(4)] IReadOnlyList<int> Used,
    [property: Id(5)] IReadOnlyList<int> Planned,
    [property: Id(6)] int PaceEnd,
    [property: Id(7)] int LowEnd,
    [property: Id(8)] int HighEnd);

/// <summary>A limit, and the rule it is of.</summary>
[GenerateSerializer, Immutable, Alias("curve-limit")]
public sealed record CurveLimit([property: Id(0)] string Rule, [property: Id(1)] int Minutes);
