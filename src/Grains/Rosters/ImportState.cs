namespace JmaActors.Rosters;

/// <summary>How far an import is.</summary>
public sealed class ImportState
{
    public ImportStarted? Started { get; set; }

    /// <summary>Chunks done, by index.</summary>
    public HashSet<int> Chunks { get; set; } = [];

    /// <summary>What each chunk said, by index, see <see cref="ChunkDigest"/>.</summary>
    public Dictionary<int, string> Digests { get; set; } = [];

    public int Created { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }

    public int Failed { get; set; }

    /// <summary>The first <see cref="RosterLimits.ErrorsKept"/> row errors.</summary>
    public List<RowError> Errors { get; set; } = [];

    public DateTimeOffset Began { get; set; }

    public DateTimeOffset? Ended { get; set; }

    public int Done => Created + Updated + Unchanged + Failed;

    public int ErrorRoom => RosterLimits.ErrorsKept - Errors.Count;

    /// <summary>The progress as shown; null before the start.</summary>
    public ImportProgress? Progress(string key) => Started is null
        ? null
        : new(key, Started.FileName, Started.ExpectedRows, Chunks.Count, Created, Updated, Unchanged, Failed, [.. Errors], Ended is not null, Began, Ended);
}
