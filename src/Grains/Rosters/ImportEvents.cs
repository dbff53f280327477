namespace JmaActors.Rosters;

/// <summary>What can happen to an import.</summary>
public abstract record ImportEvent;

/// <summary>An import was begun.</summary>
/// <param name="ExpectedRows">Rows the file has by a first look; null when not known.</param>
/// <param name="Demonstration">Everybody created is made up.</param>
public sealed record ImportStarted(string FileName, int? ExpectedRows, bool Demonstration, Caller By) : ImportEvent;

/// <summary>Every row of a chunk is durable in its own ledgers, or counted as failed.</summary>
/// <param name="Errors">Row errors of this chunk that are kept; <paramref name="Failed"/> counts all.</param>
/// <param name="Digest">What the chunk said, see <see cref="ChunkDigest"/>; null in imports older than digests.</param>
public sealed record ChunkImported(int Index, int Created, int Updated, int Unchanged, int Failed, IReadOnlyList<RowError> Errors, string? Digest = null) : ImportEvent;

/// <summary>No more chunks follow.</summary>
public sealed record ImportFinished : ImportEvent;
