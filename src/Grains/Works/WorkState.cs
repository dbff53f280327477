namespace JmaActors.Works;

/// <summary>How far long work is.</summary>
public sealed class WorkState
{
    public WorkStarted? Started { get; set; }

    public DateTimeOffset Began { get; set; }

    public DateTimeOffset? Ended { get; set; }

    public WorkStage Stage { get; set; }

    /// <summary>People per chunk gathered.</summary>
    public List<int> Chunks { get; set; } = [];

    public int Found { get; set; }

    /// <summary>The chunk that is being worked through, and how many of it are done.</summary>
    public int Chunk { get; set; }

    public int Offset { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public int Failed { get; set; }

    public List<WorkFailure> Failures { get; set; } = [];

    public List<string> Lost { get; set; } = [];

    public int LostRows { get; set; }

    public long Version { get; set; }

    public bool Running => Started is not null && Stage is WorkStage.Gathering or WorkStage.Acting;

    /// <summary>True for who began it, in the same function.</summary>
    public bool BelongsTo(Caller caller) => Started?.By is { } by && (by.Subject, by.Role, by.Scope) == (caller.Subject, caller.Role, caller.Scope);

    /// <summary>As shown; null before the start.</summary>
    public WorkProgress? Progress(string id) => Started is null
        ? null
        : new(
            id, Started.Kind, Stage, Found, Changed + Unchanged + Failed, Changed, Unchanged, Failed, [.. Failures], [.. Lost], LostRows, Started.Columns, Started.Format,
            Chunks.Count, Began, Ended, Started.Expires);
}
