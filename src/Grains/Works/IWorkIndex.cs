namespace JmaActors.Works;

/// <summary>What is asked of the views about long work.</summary>
public interface IWorkIndex
{
    /// <summary>Of this owner, newest first.</summary>
    Task<IReadOnlyList<WorkLine>> Of(Caller owner, int most, CancellationToken ct);

    /// <summary>Works of this owner that are not done.</summary>
    Task<int> Running(Caller owner, CancellationToken ct);

    /// <summary>Works that are not done, and those whose time is over: to be woken.</summary>
    Task<IReadOnlyList<string>> Due(DateTimeOffset now, int most, CancellationToken ct);

    /// <summary>Works that still keep what they gathered or were asked for, by id, after one; at most so many.</summary>
    Task<IReadOnlyList<string>> Kept(string after, int most, CancellationToken ct);

    /// <summary>A row of what was gathered; null when there is none.</summary>
    Task<WorkChunk?> Chunk(string id, int n, CancellationToken ct);
}
