namespace JmaActors.Works;

/// <summary>Named limits of long work.</summary>
public sealed record WorkLimits
{
    /// <summary>How long what was gathered is kept.</summary>
    public TimeSpan Life { get; init; } = TimeSpan.FromDays(7);

    /// <summary>People gathered at once: one read, one commit.</summary>
    public int Chunk { get; init; } = 2_000;

    /// <summary>People something is done to before it is noted.</summary>
    public int Batch { get; init; } = 200;

    /// <summary>People something is done to side by side.</summary>
    public int AtOnce { get; init; } = 16;

    /// <summary>Works of one owner that are not done.</summary>
    public int Running { get; init; } = 10;

    /// <summary>How often one that is not done looks whether it must go on.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Times a batch is tried before a record that keeps it from ending is named as a failure and passed over.</summary>
    public int Tries { get; init; } = 5;

    /// <summary>How often works are looked for that a kill left behind, or that have expired.</summary>
    public TimeSpan Sweep { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Failures named; more are only counted. Likewise characters a file cannot carry.</summary>
    public const int Named = 200;

    public const int ReasonLength = 500;
}
