namespace JmaActors.Passes;

/// <summary>How often a person's passes were taken back.</summary>
public sealed class PassState
{
    /// <summary>One per time, oldest first; null while there is none, as for nearly everybody.</summary>
    public List<Revocation>? Revocations { get; set; }

    /// <summary>The ledger's version.</summary>
    public long Version { get; set; }

    /// <summary>The generation of passes that is good.</summary>
    public int Generation => Revocations?.Count ?? 0;

    /// <summary>The generation a command with this key made; 0 when there was none.</summary>
    public int GenerationOf(string key) => 1 + (Revocations?.FindIndex(r => r.Key == key) ?? -1);
}

/// <summary>Passes were taken back: its place in the list is the generation it ended.</summary>
public sealed record Revocation(string Key, DateTimeOffset At);
