namespace JmaActors.Rosters;

/// <summary>How far an import is, or a dry run of one.</summary>
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

    public int Skipped { get; set; }

    public int Failed { get; set; }

    /// <summary>The first <see cref="RosterLimits.ErrorsKept"/> row errors.</summary>
    public List<RowError> Errors { get; set; } = [];

    public DateTimeOffset Began { get; set; }

    public DateTimeOffset? Ended { get; set; }

    /// <summary>The last dry run; null when there was none. Has none itself.</summary>
    public ImportState? Trial { get; set; }

    public int Done => Created + Updated + Unchanged + Skipped + Failed;

    public int ErrorRoom => RosterLimits.ErrorsKept - Errors.Count;

    /// <summary>Counts a chunk.</summary>
    public void Count(ChunkImported chunk)
    {
        Chunks.Add(chunk.Index);
        if (chunk.Digest is not null) Digests[chunk.Index] = chunk.Digest;
        Created += chunk.Created;
        Updated += chunk.Updated;
        Unchanged += chunk.Unchanged;
        Skipped += chunk.Skipped;
        Failed += chunk.Failed;
        Errors.AddRange(chunk.Errors);
    }

    /// <summary>The progress as shown; null before anything was begun.</summary>
    public ImportProgress? Progress(string key)
    {
        if ((Started ?? Trial?.Started) is not { } terms) return null;
        var stage = Ended is not null ? ImportStage.Done : Started is not null ? ImportStage.Importing : Trial!.Ended is not null ? ImportStage.Tried : ImportStage.Trying;
        return new(
            key, terms.FileName, terms.ExpectedRows, Chunks.Count, Created, Updated, Unchanged, Failed, [.. Errors], Ended is not null,
            Started is null ? Trial!.Began : Began, Ended, Skipped, terms.Kind, terms.Mode, terms.Post, stage, Trial?.Tried, terms.Demonstration);
    }

    ImportTrial Tried => new(Chunks.Count, Created, Updated, Unchanged, Skipped, Failed, [.. Errors], Ended is not null, Began, Ended);
}
