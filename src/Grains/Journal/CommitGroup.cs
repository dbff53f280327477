namespace JmaActors.Journal;

/// <summary>A head to compare and set.</summary>
public readonly record struct HeadMove(string Ledger, long Expected, byte[] ExpectedHash, long Version, byte[] Hash);

/// <summary>View rows of one table: one per key, in key order.</summary>
public sealed class ViewBatch(ViewTable table)
{
    public ViewTable Table { get; } = table;

    /// <summary>Rows to put whose keys should not be there yet, sorted by key, no key twice; one that is there is replaced.</summary>
    public List<object> Adds { get; } = [];

    /// <summary>Rows to put, sorted by key, no key twice.</summary>
    public List<object> Puts { get; } = [];

    /// <summary>Rows whose keys go, sorted by key.</summary>
    public List<object> Deletes { get; } = [];
}

/// <summary>
/// What one transaction writes: folded, sorted, ready. The lists are reused by the writer; a store must not keep them.
/// </summary>
public sealed class CommitGroup
{
    /// <summary>One per ledger, sorted by name (ordinal).</summary>
    public List<HeadMove> Heads { get; } = [];

    /// <summary>In the order of <see cref="Heads"/>, those of one ledger by version.</summary>
    public List<EventRow> Events { get; } = [];

    public List<ParcelRow> Parcels { get; } = [];

    /// <summary>Parcels whose receivers have them durably; their rows go.</summary>
    public List<ParcelKey> Delivered { get; } = [];

    public List<ViewBatch> Views { get; } = [];
}
