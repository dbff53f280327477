namespace JmaActors.WorkHours;

/// <summary>What can happen to a workplace.</summary>
public abstract record WorkplaceEvent(string Key);

/// <summary>What it is called, where it belongs and how large it is.</summary>
public sealed record WorkplaceDescribed(string Key, string Name, string Association, bool SmallClinic) : WorkplaceEvent(Key);

/// <summary>The 36協定 and what hours are measured by.</summary>
/// <param name="Rules">Name of the set of rules chosen beside the law; null for none.</param>
public sealed record AgreementSet(string Key, DateOnly From, bool Variable, DayOfWeek? Holiday, int IntervalMinutes, string? Rules = null) : WorkplaceEvent(Key);

/// <summary>A department was opened or closed.</summary>
public sealed record DepartmentSet(string Key, string Name, bool Open) : WorkplaceEvent(Key);

/// <summary>A level was designated; the same from the same day again says until when.</summary>
public sealed record LevelDesignated(string Key, WorkLevel Level, DateOnly From, DateOnly? To) : WorkplaceEvent(Key);

/// <summary>Night or day duty was permitted; the same from the same day again says until when.</summary>
public sealed record DutyPermitted(string Key, DutyPermit Permit) : WorkplaceEvent(Key);

/// <summary>A physician was given a department and a level.</summary>
public sealed record PhysicianAssigned(string Key, long Member, string Department, LevelTerm Term, string Reason) : WorkplaceEvent(Key);

/// <summary>The last day on which a physician works here was said; null takes it back.</summary>
public sealed record EmploymentEnded(string Key, long Member, DateOnly? Last) : WorkplaceEvent(Key);

/// <summary>A physician's plan for a span of days.</summary>
/// <param name="From">Number of the first day.</param>
/// <param name="To">Number of the last day.</param>
public sealed record RosterPlanned(string Key, long Member, int From, int To, IReadOnlyList<HeldShift> Shifts) : WorkplaceEvent(Key);

/// <summary>A physician was given the workplace's own number; empty takes it away.</summary>
public sealed record EmployeeNumbered(string Key, long Member, string Number) : WorkplaceEvent(Key);

/// <summary>How attendance files are read was kept.</summary>
public sealed record AttendanceMapped(string Key, IReadOnlyDictionary<string, string> Columns, IReadOnlyDictionary<string, string> Kinds) : WorkplaceEvent(Key);
