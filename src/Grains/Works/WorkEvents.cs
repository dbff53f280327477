using System.Text.Json.Serialization;

namespace JmaActors.Works;

/// <summary>What can happen to long work. No event holds a name or what was sought by: both stand in rows that are taken away in the end.</summary>
public abstract record WorkEvent;

/// <summary>It was begun.</summary>
/// <param name="Chosen">How many people were chosen one by one; null for all that match.</param>
public sealed record WorkStarted(
    WorkKind Kind, IReadOnlyList<string> Columns, ExportFormat Format, string Reason, int? Chosen, Caller By, DateTimeOffset Expires) : WorkEvent
{
    /// <summary>What is gathered, as kept beside the events.</summary>
    [JsonIgnore]
    public byte[]? Request { get; init; }
}

/// <summary>A chunk of people was gathered.</summary>
/// <param name="Last">Nobody else is meant.</param>
/// <param name="Lost">Characters of it that the file cannot carry and no chunk before had.</param>
public sealed record WorkGathered(int Chunk, int Rows, bool Last, IReadOnlyList<string> Lost, int LostRows) : WorkEvent
{
    /// <summary>Who, and where the next chunk begins, as kept beside the events.</summary>
    [JsonIgnore]
    public WorkChunk? Gathered { get; init; }
}

/// <summary>The work was done to the next people of a chunk.</summary>
public sealed record WorkActed(int Chunk, int People, int Changed, int Unchanged, int Failed, IReadOnlyList<WorkFailure> Failures) : WorkEvent;

/// <summary>It ended.</summary>
public sealed record WorkEnded(WorkStage Stage) : WorkEvent;

/// <summary>What it gathered was taken away.</summary>
public sealed record WorkExpired : WorkEvent;

/// <summary>Rows of a chunk, and the cursor of the next.</summary>
public sealed record WorkChunk(byte[] Body, string? Next);
