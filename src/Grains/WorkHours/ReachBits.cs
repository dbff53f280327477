namespace JmaActors.WorkHours;

/// <summary>How the days of several thresholds are known, in one number: two bits each.</summary>
public static class ReachBits
{
    const int Bits = 2;

    /// <summary>Of one threshold.</summary>
    public static int Of(ReachKind kind, int place) => (int)kind << place * Bits;

    /// <summary>The day of a threshold and how it is known; null where there is no day.</summary>
    public static HoursReach? Of(DateOnly? on, int by, int place) => on is { } day ? new HoursReach(day, (ReachKind)(by >> place * Bits & (1 << Bits) - 1)) : null;
}
