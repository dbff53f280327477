namespace JmaActors.Audit;

/// <summary>What one account has seen and was refused today.</summary>
public sealed class AuditState
{
    /// <summary>The last recorded look by person and function.</summary>
    public Dictionary<string, Look> Looks { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Who was shown today, by kind of list and function.</summary>
    public Dictionary<string, HashSet<long>> Listed { get; set; } = new(StringComparer.Ordinal);

    /// <summary>What was refused today, by what it was.</summary>
    public Dictionary<string, Attempt> Attempts { get; set; } = new(StringComparer.Ordinal);

    /// <summary>People named by today's lists.</summary>
    public int Named { get; set; }

    /// <summary>Refusals recorded today.</summary>
    public int Refusals { get; set; }

    public long Version { get; set; }
}

/// <param name="At">When it was recorded.</param>
/// <param name="Parts">What was looked at in that time.</param>
/// <param name="Line">Version whose line it is: what is opened besides joins it.</param>
public sealed record Look(DateTimeOffset At, AuditParts Parts, long Line, string? Why);

/// <param name="Line">Version whose line it is.</param>
public sealed record Attempt(DateTimeOffset At, int Times, long Line);
