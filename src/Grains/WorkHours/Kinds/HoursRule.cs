namespace JmaActors.WorkHours;

/// <summary>
/// One rule about working hours, as a row of a policy says it: of what kind it is, and with which figures. The kinds are sums (<see cref="SumRule"/>), free periods
/// (<see cref="FreeRule"/>), runs (<see cref="RunRule"/>), gaps (<see cref="GapRule"/>) and rest windows (<see cref="RestWay"/>). A set of rules is data alone.
/// </summary>
/// <param name="Rule">Id of the row: findings name it.</param>
/// <param name="Force">How heavily it weighs; null where the level of the physician says so.</param>
public abstract record HoursRule(string Rule, FindingForce? Force);

/// <summary>What a sum is made of.</summary>
public enum Measure
{
    /// <summary>時間外・休日労働: what lies beyond the usual time of day and week.</summary>
    Beyond,

    /// <summary>All time worked, in the civil day it was worked.</summary>
    Worked,

    /// <summary>Nights in which certain kinds of duty were done, each counted once.</summary>
    Nights,
}

/// <summary>What a sum runs over.</summary>
public enum SumOver
{
    /// <summary>Each month of the agreement.</summary>
    AgreementMonth,

    /// <summary>Each year of the agreement.</summary>
    AgreementYear,

    /// <summary>Every so many days: a window that moves.</summary>
    Days,
}

/// <summary>Where a limit comes from.</summary>
public enum LimitFrom
{
    /// <summary>The row itself.</summary>
    Row,

    /// <summary>The highest of the levels, over all employers.</summary>
    LevelTotal,

    /// <summary>The level at the one employer.</summary>
    LevelOwn,
}

/// <summary>No more than so much over a period, or a window of days.</summary>
/// <param name="Own">Of each employer by itself, not of all together.</param>
/// <param name="Level">Only where this level holds; null for every one.</param>
/// <param name="Limit">Minutes or times, where the row itself limits.</param>
/// <param name="Reached">The limit itself is too much already.</param>
/// <param name="Excuse">What makes it right when it was done within the period; null when nothing does.</param>
/// <param name="Window">The window, where it runs over days.</param>
/// <param name="Nights">What a night is, where nights are counted.</param>
public sealed record SumRule(
    string Rule, FindingForce? Force, Measure Of, SumOver Over, bool Own, WorkLevel? Level, LimitFrom From, int Limit, bool Reached, HealthMeasureKind? Excuse, DayWindow Window, NightHours Nights)
    : HoursRule(Rule, Force)
{
    /// <summary>The unit of what it finds.</summary>
    public FindingUnit Unit => Of == Measure.Nights ? FindingUnit.Times : FindingUnit.Minutes;
}

/// <summary>A free period of a length in every so many days, on the average of a window.</summary>
/// <param name="Minutes">Length of one free period. Twice as long counts twice.</param>
/// <param name="Also">What takes freedom away beside work.</param>
public sealed record FreeRule(string Rule, FindingForce? Force, int Minutes, DayWindow Window, KindSet Also) : HoursRule(Rule, Force);

/// <summary>No longer than so much at a stretch.</summary>
/// <param name="Minutes">The most, from the beginning of a duty.</param>
/// <param name="Joins">A pause shorter than this does not end a duty.</param>
/// <param name="Until">A duty is measured up to the last of these kinds in it.</param>
public sealed record RunRule(string Rule, FindingForce? Force, int Minutes, int Joins, KindSet Until) : HoursRule(Rule, Force);

/// <summary>So much rest between one duty and the next.</summary>
/// <param name="Minutes">The least; null for what each employer set for itself.</param>
/// <param name="After">Only after a duty of at least so many minutes.</param>
/// <param name="Joins">A pause shorter than this does not end a duty.</param>
/// <param name="Intended">What was meant to be worked is looked at, not what was worked.</param>
public sealed record GapRule(string Rule, FindingForce? Force, int? Minutes, int After, int Joins, bool Intended) : HoursRule(Rule, Force);

/// <summary>A window of days, and how what may be in it is averaged.</summary>
/// <param name="Days">Its length.</param>
/// <param name="Step">Days from the beginning of one window to the next: 1 for every one there is, as many as the days for blocks.</param>
/// <param name="Per">The limit is meant for so many days.</param>
public readonly record struct DayWindow(int Days, int Step, int Per);

/// <summary>Which kinds of duty make a night, and between which minutes of a civil day.</summary>
public readonly record struct NightHours(KindSet Kinds, int From, int To);

/// <summary>A set of kinds of time.</summary>
public readonly record struct KindSet(uint Bits)
{
    /// <summary>Every kind.</summary>
    public static readonly KindSet All = new(uint.MaxValue);

    /// <summary>Whether a kind is among them.</summary>
    public bool Holds(HoursKind kind) => (Bits & 1u << (int)kind) != 0;
}
