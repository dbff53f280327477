using JmaActors.Ledgers;

namespace JmaActors.WorkHours;

/// <summary>
/// A workplace (医療機関) as far as working hours go: its 36協定, the levels designated for it, permits of 宿日直, its physicians and their rosters. Keyed by
/// <see cref="WorkplaceId.Code"/>. What it decides it tells the physician's <see cref="IWorkHoursGrain"/>, which hears of it a moment later.
/// </summary>
[Alias("workplace-grain")]
public interface IWorkplaceGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>What it is called and where it belongs; the first word of it makes the workplace. Refused with <c>bad-workplace</c>, <c>bad-key</c>, <c>bad-name</c>.</summary>
    [Alias("describe")]
    Task<Answer<WorkplaceView>> Describe(DescribeWorkplace command, CancellationToken ct);

    /// <summary>The 36協定 and what hours are measured by. Refused with <c>unknown-workplace</c>, <c>bad-agreement</c>, <c>unknown-rules</c>.</summary>
    [Alias("set-agreement")]
    Task<Answer<WorkplaceView>> SetAgreement(SetAgreement command, CancellationToken ct);

    /// <summary>Opens or closes a department (診療科). Refused with <c>unknown-workplace</c>, <c>bad-name</c>, <c>ledger-full</c>.</summary>
    [Alias("set-department")]
    Task<Answer<WorkplaceView>> SetDepartment(SetDepartment command, CancellationToken ct);

    /// <summary>Keeps that the prefecture designated a level, or until when. Refused with <c>unknown-workplace</c>, <c>bad-dates</c>, <c>ledger-full</c>.</summary>
    [Alias("designate")]
    Task<Answer<WorkplaceView>> Designate(DesignateLevel command, CancellationToken ct);

    /// <summary>Keeps a permit of 宿日直, or until when it holds. Refused with <c>unknown-workplace</c>, <c>bad-dates</c>, <c>bad-name</c>, <c>ledger-full</c>.</summary>
    [Alias("permit")]
    Task<Answer<WorkplaceView>> Permit(PermitDuty command, CancellationToken ct);

    /// <summary>
    /// Gives a physician a department and a level from a date. Refused with <c>no-agreement</c>, <c>level-not-designated</c>, <c>bad-dates</c>, <c>unknown-department</c>, <c>too-many-physicians</c>,
    /// and with <c>no-reason</c> where a special level becomes A within a year of the agreement.
    /// </summary>
    [Alias("assign")]
    Task<Answer<PhysicianLine>> Assign(AssignPhysician command, CancellationToken ct);

    /// <summary>Keeps the last day on which a physician works here, or that there is none. Refused with <c>unknown-physician</c>, <c>bad-dates</c>.</summary>
    [Alias("end-employment")]
    Task<Answer<PhysicianLine>> EndEmployment(EndEmployment command, CancellationToken ct);

    /// <summary>The plan of a physician for a span of days, in the place of what was planned for them. Refused with <c>unknown-physician</c>, <c>bad-roster</c>.</summary>
    [Alias("plan-roster")]
    Task<Answer<PhysicianLine>> PlanRoster(PlanRoster command, CancellationToken ct);

    /// <summary>The workplace's own number of a physician (職員番号), by which its files name her. Refused with <c>unknown-physician</c>, <c>bad-number</c>, <c>number-taken</c>.</summary>
    [Alias("number-employee")]
    Task<Answer<PhysicianLine>> NumberEmployee(NumberEmployee command, CancellationToken ct);

    /// <summary>Whom numbers mean here, and which members work here.</summary>
    [Alias("find-employees")]
    Task<EmployeesFound> FindEmployees(IReadOnlyList<string> numbers, IReadOnlyList<MemberId> members, CancellationToken ct);

    /// <summary>Keeps how attendance files are read. Refused with <c>unknown-workplace</c>, <c>bad-mapping</c>.</summary>
    [Alias("keep-attendance-mapping")]
    Task<Answer<AttendanceMapping>> KeepAttendanceMapping(KeepAttendanceMapping command, CancellationToken ct);

    /// <summary>How attendance files were last read; null before the first.</summary>
    [Alias("attendance-mapping")]
    Task<AttendanceMapping?> AttendanceMapping(Caller caller, CancellationToken ct);

    /// <summary>Null when nobody has described it.</summary>
    [Alias("read")]
    Task<WorkplaceView?> Read(Caller caller, CancellationToken ct);

    /// <summary>Physicians in order of their number; at most <see cref="WorkHoursLimits.Page"/> after one.</summary>
    [Alias("physicians")]
    Task<IReadOnlyList<PhysicianLine>> Physicians(MemberId? after, Caller caller, CancellationToken ct);
}

/// <param name="Association">The local association it lies under.</param>
/// <param name="SmallClinic">Fewer than ten staff: 44 hours a week.</param>
[GenerateSerializer, Immutable, Alias("describe-workplace")]
public sealed record DescribeWorkplace(
    [property: Id(0)] string Key, [property: Id(1)] string Name, [property: Id(2)] AssociationId Association, [property: Id(3)] bool SmallClinic, [property: Id(4)] Caller Caller);

/// <param name="From">The day the 36協定 begins: years and months run from it.</param>
/// <param name="Variable">1か月単位の変形労働時間制.</param>
/// <param name="Holiday">法定休日, where it is the same day each week.</param>
/// <param name="IntervalMinutes">Rest between duties beyond the law's; 0 where none is set.</param>
/// <param name="Rules">Name of a set of rules that holds beside the law, e.g. of a training program accredited abroad; empty for none.</param>
[GenerateSerializer, Immutable, Alias("set-agreement")]
public sealed record SetAgreement(
    [property: Id(0)] string Key, [property: Id(1)] DateOnly From, [property: Id(2)] bool Variable, [property: Id(3)] DayOfWeek? Holiday, [property: Id(4)] int IntervalMinutes, [property: Id(5)] Caller Caller,
    [property: Id(6)] string Rules = "");

[GenerateSerializer, Immutable, Alias("set-department")]
public sealed record SetDepartment([property: Id(0)] string Key, [property: Id(1)] string Name, [property: Id(2)] bool Open, [property: Id(3)] Caller Caller);

/// <param name="To">The last day; null while it holds. The same level from the same day again changes its last day.</param>
[GenerateSerializer, Immutable, Alias("designate-level")]
public sealed record DesignateLevel(
    [property: Id(0)] string Key, [property: Id(1)] WorkLevel Level, [property: Id(2)] DateOnly From, [property: Id(3)] DateOnly? To, [property: Id(4)] Caller Caller);

/// <param name="Department">Empty for all.</param>
/// <param name="Post">Empty for all.</param>
/// <param name="Begins">Beginning of the band of the day.</param>
/// <param name="Ends">Its end, over midnight when not after the beginning; equal to it for the whole day.</param>
/// <param name="To">The last day; null while it holds. The same band from the same day again changes its last day.</param>
[GenerateSerializer, Immutable, Alias("permit-duty")]
public sealed record PermitDuty(
    [property: Id(0)] string Key,
    [property: Id(1)] string Department,
    [property: Id(2)] string Post,
    [property: Id(3)] TimeOnly Begins,
    [property: Id(4)] TimeOnly Ends,
    [property: Id(5)] DateOnly From,
    [property: Id(6)] DateOnly? To,
    [property: Id(7)] Caller Caller);

/// <param name="To">The last day of the level; null while it holds. It never outlasts the designation.</param>
/// <param name="Resident">臨床研修医, at C-1.</param>
/// <param name="Reason">Why a special level becomes A within a year; empty otherwise.</param>
[GenerateSerializer, Immutable, Alias("assign-physician")]
public sealed record AssignPhysician(
    [property: Id(0)] string Key,
    [property: Id(1)] MemberId Member,
    [property: Id(2)] string Department,
    [property: Id(3)] WorkLevel Level,
    [property: Id(4)] DateOnly From,
    [property: Id(5)] DateOnly? To,
    [property: Id(6)] bool Resident,
    [property: Id(7)] Caller Caller,
    [property: Id(8)] string Reason = "");

/// <param name="Last">The last day; null when there is none any more.</param>
[GenerateSerializer, Immutable, Alias("end-employment")]
public sealed record EndEmployment([property: Id(0)] string Key, [property: Id(1)] MemberId Member, [property: Id(2)] DateOnly? Last, [property: Id(3)] Caller Caller);

[GenerateSerializer, Immutable, Alias("plan-roster")]
public sealed record PlanRoster(
    [property: Id(0)] string Key,
    [property: Id(1)] MemberId Member,
    [property: Id(2)] DateOnly From,
    [property: Id(3)] DateOnly To,
    [property: Id(4)] IReadOnlyList<RosterShift> Shifts,
    [property: Id(5)] Caller Caller);

/// <summary>A set of rules an employer may choose beside the law.</summary>
[GenerateSerializer, Immutable, Alias("rule-set-choice")]
public sealed record RuleSetChoice([property: Id(0)] string Name, [property: Id(1)] RuleRef Title);

/// <param name="AgreementFrom">Null before there is a 36協定.</param>
/// <param name="Physicians">Who works there today.</param>
/// <param name="Rules">Name of the set that holds beside the law; empty for none.</param>
/// <param name="RuleSets">Sets there are to choose from today.</param>
[GenerateSerializer, Immutable, Alias("workplace-view")]
public sealed record WorkplaceView(
    [property: Id(0)] WorkplaceId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] AssociationId Association,
    [property: Id(3)] bool SmallClinic,
    [property: Id(4)] DateOnly? AgreementFrom,
    [property: Id(5)] bool Variable,
    [property: Id(6)] DayOfWeek? Holiday,
    [property: Id(7)] int IntervalMinutes,
    [property: Id(8)] IReadOnlyList<string> Departments,
    [property: Id(9)] IReadOnlyList<DesignationLine> Designations,
    [property: Id(10)] IReadOnlyList<PermitLine> Permits,
    [property: Id(11)] int Physicians,
    [property: Id(12)] long Version,
    [property: Id(13)] string Rules = "",
    [property: Id(14)] IReadOnlyList<RuleSetChoice>? RuleSets = null);

[GenerateSerializer, Immutable, Alias("designation-line")]
public sealed record DesignationLine([property: Id(0)] WorkLevel Level, [property: Id(1)] DateOnly From, [property: Id(2)] DateOnly? To);

[GenerateSerializer, Immutable, Alias("permit-line")]
public sealed record PermitLine(
    [property: Id(0)] string Department, [property: Id(1)] string Post, [property: Id(2)] TimeOnly Begins, [property: Id(3)] TimeOnly Ends, [property: Id(4)] DateOnly From, [property: Id(5)] DateOnly? To);

/// <param name="Levels">By date; A where none holds.</param>
/// <param name="Employee">The workplace's own number; empty for none.</param>
/// <param name="Last">The last day on which she works here; null when there is none.</param>
[GenerateSerializer, Immutable, Alias("physician-line")]
public sealed record PhysicianLine(
    [property: Id(0)] MemberId Member, [property: Id(1)] string Department, [property: Id(2)] IReadOnlyList<PhysicianLevel> Levels, [property: Id(3)] string Employee = "",
    [property: Id(4)] DateOnly? Last = null);

[GenerateSerializer, Immutable, Alias("physician-level")]
public sealed record PhysicianLevel([property: Id(0)] WorkLevel Level, [property: Id(1)] DateOnly From, [property: Id(2)] DateOnly? To, [property: Id(3)] bool Resident);
