namespace JmaActors.WorkHours;

/// <summary>Named limits of working hours.</summary>
public static class WorkHoursLimits
{
    /// <summary>Characters of a sender's key.</summary>
    public const int KeyLength = 100;

    /// <summary>Characters of a reason.</summary>
    public const int ReasonLength = 500;

    /// <summary>Characters of the name of a department (診療科) or a post (当直の種類).</summary>
    public const int NameLength = 40;

    /// <summary>Characters of the name of a workplace a physician tells of.</summary>
    public const int WorkplaceName = 100;

    /// <summary>Records one ledger takes: more than forty years of two a day.</summary>
    public const int Records = 30_000;

    /// <summary>Employments of one physician at one time.</summary>
    public const int Employments = 16;

    /// <summary>Lines of one batch, from a device that was offline or an attendance system.</summary>
    public const int Batch = 500;

    /// <summary>Planned shifts one word of a roster carries, and a trial takes.</summary>
    public const int Shifts = 400;

    /// <summary>Days one word of a roster covers.</summary>
    public const int RosterDays = 366;

    /// <summary>Entries of one page.</summary>
    public const int Page = 200;

    /// <summary>Departments, permits, designations and agreements of one workplace.</summary>
    public const int Terms = 500;

    /// <summary>Physicians of one workplace.</summary>
    public const int Physicians = 2_000;

    /// <summary>How much a device's clock may be ahead of the house's.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    /// <summary>How long before a planned shift a clock-in still is of that shift.</summary>
    public static readonly TimeSpan ShiftEarly = TimeSpan.FromHours(2);
}
