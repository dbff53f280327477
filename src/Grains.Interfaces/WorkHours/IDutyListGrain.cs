namespace JmaActors.WorkHours;

/// <summary>The physicians of a workplace as its duty board shows them. Stateless; key 0. A caller without that workplace gets an empty page.</summary>
[Alias("duty-list-grain")]
public interface IDutyListGrain : IGrainWithIntegerKey
{
    /// <summary>A keyset page by risk: the gravest finding first, then the longest expected month.</summary>
    /// <param name="size">1 to <see cref="WorkHoursLimits.Page"/>.</param>
    [Alias("duty")]
    Task<DutyPage> Duty(WorkplaceId workplace, string? after, int size, Caller caller, CancellationToken ct);
}

/// <param name="Next">Cursor of the next page; null after the last.</param>
[GenerateSerializer, Immutable, Alias("duty-page")]
public sealed record DutyPage([property: Id(0)] IReadOnlyList<DutyLine> Lines, [property: Id(1)] string? Next);

/// <summary>A physician at a workplace, as of the newest change. Lengths are minutes.</summary>
/// <param name="OnSince">Since when work there runs; null when it does not.</param>
/// <param name="OnKind">What runs; null when nothing does.</param>
/// <param name="LastOut">When work anywhere ended last: rest runs from here. Null while it runs or before any.</param>
/// <param name="Total">Overtime and holiday work of the year over all employers, of which <paramref name="TotalLimit"/> is allowed.</param>
/// <param name="Own">Of it at this one, of which <paramref name="OwnLimit"/> is allowed.</param>
/// <param name="RestOpen">Compensatory rest not given.</param>
/// <param name="RestDue">The first day by which some of it is due; null when none is.</param>
/// <param name="Force">How heavily the gravest finding weighs; null when there is none.</param>
/// <param name="Rule">Its rule; empty when there is none.</param>
/// <param name="RestUntil">When the rest that runs will be enough; null while work runs, and when nobody has worked.</param>
/// <param name="Fatigue">When the month reaches 80 h; null when it is not in sight.</param>
/// <param name="Limit">When it reaches 100 h.</param>
/// <param name="Measures">When it reaches 155 h.</param>
/// <param name="Year">When the year reaches its limit.</param>
/// <param name="MonthFrom">First day of the month of the agreement the figures are of.</param>
/// <param name="YearFrom">First day of its year.</param>
/// <param name="Version">Of the ledger, when the figures were made: of two lines of one physician the higher one's hold …</param>
/// <param name="Told">… and when it said who is on duty, which may be newer: figures follow a moment later.</param>
[GenerateSerializer, Immutable, Alias("duty-line")]
public sealed record DutyLine(
    [property: Id(0)] MemberId Member,
    [property: Id(1)] WorkLevel Level,
    [property: Id(2)] DateTimeOffset? OnSince,
    [property: Id(3)] HoursKind? OnKind,
    [property: Id(4)] DateTimeOffset? LastOut,
    [property: Id(5)] int Month,
    [property: Id(6)] int MonthExpected,
    [property: Id(7)] MonthOutcome Outcome,
    [property: Id(8)] int Total,
    [property: Id(9)] int TotalLimit,
    [property: Id(10)] int Own,
    [property: Id(11)] int OwnLimit,
    [property: Id(12)] int RestOpen,
    [property: Id(13)] DateOnly? RestDue,
    [property: Id(14)] FindingForce? Force,
    [property: Id(15)] string Rule,
    [property: Id(16)] DateTimeOffset AsOf,
    [property: Id(17)] DateTimeOffset? RestUntil = null,
    [property: Id(18)] HoursReach? Fatigue = null,
    [property: Id(19)] HoursReach? Limit = null,
    [property: Id(20)] HoursReach? Measures = null,
    [property: Id(21)] HoursReach? Year = null,
    [property: Id(22)] DateOnly MonthFrom = default,
    [property: Id(23)] DateOnly YearFrom = default,
    [property: Id(24)] long Version = 0,
    [property: Id(25)] long Told = 0);

/// <summary>The day a threshold is reached, and how that is known.</summary>
[GenerateSerializer, Immutable, Alias("hours-reach")]
public readonly record struct HoursReach([property: Id(0)] DateOnly On, [property: Id(1)] ReachKind By);

/// <summary>How the day of a threshold is known.</summary>
[GenerateSerializer, Alias("reach-kind")]
public enum ReachKind
{
    /// <summary>It was reached.</summary>
    Reached = 0,

    /// <summary>The planned roster reaches it.</summary>
    Plan = 1,

    /// <summary>The plan does not, the pace of the last weeks does.</summary>
    Pace = 2,
}
