using System.Text.Json.Serialization;

namespace JmaActors.Rosters;

/// <summary>What can happen to an import.</summary>
public abstract record ImportEvent;

/// <summary>An import was begun.</summary>
/// <param name="ExpectedRows">Rows the file has by a first look; null when not known.</param>
/// <param name="Demonstration">Everybody created is made up.</param>
/// <param name="Post">Of past credits: they count at once.</param>
public sealed record ImportStarted(
    string FileName, int? ExpectedRows, bool Demonstration, Caller By,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] ImportKind Kind = ImportKind.Roster,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] ImportMode Mode = ImportMode.CreateAndUpdate,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Post = false) : ImportEvent
{
    /// <summary>True when the other would do the same with the same rows.</summary>
    public bool SameTerms(ImportStarted other) => (Kind, Mode, Post, Demonstration) == (other.Kind, other.Mode, other.Post, other.Demonstration);
}

/// <summary>Every row of a chunk is durable in its own ledgers, or counted as failed.</summary>
/// <param name="Errors">Row errors of this chunk that are kept; <paramref name="Failed"/> counts all.</param>
/// <param name="Digest">What the chunk said, see <see cref="ChunkDigest"/>; null in imports older than digests.</param>
/// <param name="Skipped">Rows the import was not asked to bring.</param>
public sealed record ChunkImported(
    int Index, int Created, int Updated, int Unchanged, int Failed, IReadOnlyList<RowError> Errors, string? Digest = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Skipped = 0) : ImportEvent;

/// <summary>No more chunks follow.</summary>
public sealed record ImportFinished : ImportEvent;

/// <summary>A dry run was begun; one before it is forgotten.</summary>
public sealed record TrialStarted(ImportStarted Terms) : ImportEvent;

/// <summary>What importing a chunk would do.</summary>
public sealed record ChunkTried(ChunkImported Chunk) : ImportEvent;

/// <summary>No more chunks of the dry run follow.</summary>
public sealed record TrialFinished : ImportEvent;
