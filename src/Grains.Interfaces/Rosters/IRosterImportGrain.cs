using JmaActors.Ledgers;
using JmaActors.Live;
using Orleans.Concurrency;
using JmaActors.Members;

namespace JmaActors.Rosters;

/// <summary>
/// Import of a roster: long work as a ledger of its own. Keyed by the import's key, chosen by who imports; the same key again resumes.
/// Chunks done before are passed over; one that says something else than before is refused with <c>other-file</c>. Its picture is an <see cref="ImportProgress"/>.
/// </summary>
[Alias("roster-import-grain")]
public interface IRosterImportGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>Begins, or answers with the progress of what was begun under this key.</summary>
    [Alias("start")]
    Task<Answer<ImportProgress>> Start(StartImport command, CancellationToken ct);

    /// <summary>
    /// Imports chunk <paramref name="index"/> (from 0, in any order, each at most <see cref="RosterLimits.Chunk"/> rows) and answers when every row is durable.
    /// </summary>
    [Alias("chunk"), ResponseTimeout(RosterLimits.ChunkPatience)]
    Task<Answer<ImportProgress>> Chunk(int index, Immutable<RosterRow[]> rows, IReadOnlyList<RowError> unreadable, CancellationToken ct);

    /// <summary>Says that no more chunks follow.</summary>
    [Alias("finish")]
    Task<Answer<ImportProgress>> Finish(Caller caller, CancellationToken ct);

    [Alias("progress")]
    Task<ImportProgress?> Progress(CancellationToken ct);

    /// <summary>Watches the progress; topic <c>import/{key}</c>.</summary>
    [Alias("watch")]
    Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct);

    [Alias("unwatch")]
    Task Unwatch(IBoardObserver observer, CancellationToken ct);
}

public static class RosterLimits
{
    public const int Chunk = 2_000;
    public const int Rows = 500_000;

    /// <summary>How long a caller waits for a chunk: two thousand rows are more work than one command.</summary>
    public const string ChunkPatience = "00:01:00";

    /// <summary>Row errors kept; more are only counted.</summary>
    public const int ErrorsKept = 1_000;
}

/// <param name="Demonstration">Marks every person created as made up.</param>
[GenerateSerializer, Immutable, Alias("start-import")]
public sealed record StartImport(
    [property: Id(0)] string FileName,
    [property: Id(1)] int? ExpectedRows,
    [property: Id(2)] bool Demonstration,
    [property: Id(3)] Caller Caller);

/// <summary>One physician of a roster. The natural key of a row is its registry number, else its card number, else <see cref="SourceKey"/>.</summary>
/// <param name="Line">Line in the file, for errors.</param>
/// <param name="SourceKey">The sender's own key for the row; may be empty when registry or card number is given.</param>
[GenerateSerializer, Immutable, Alias("roster-row")]
public sealed record RosterRow(
    [property: Id(0)] int Line,
    [property: Id(1)] string SourceKey,
    [property: Id(2)] Person Person,
    [property: Id(3)] CardNumber? Card,
    [property: Id(4)] Membership Membership);

/// <param name="Column">The column at fault; empty when the row as a whole is.</param>
/// <param name="Reason">Stable code: <c>bad-association</c>, <c>bad-category</c>, <c>registry-taken</c>, <c>card-taken</c>, <c>no-key</c>, <c>bad-date</c> …</param>
[GenerateSerializer, Immutable, Alias("row-error")]
public sealed record RowError(
    [property: Id(0)] int Line,
    [property: Id(1)] string Column,
    [property: Id(2)] string Reason,
    [property: Id(3)] string Detail);

[GenerateSerializer, Immutable, Alias("import-progress")]
public sealed record ImportProgress(
    [property: Id(0)] string Key,
    [property: Id(1)] string FileName,
    [property: Id(2)] int? ExpectedRows,
    [property: Id(3)] int Chunks,
    [property: Id(4)] int Created,
    [property: Id(5)] int Updated,
    [property: Id(6)] int Unchanged,
    [property: Id(7)] int Failed,
    [property: Id(8)] IReadOnlyList<RowError> Errors,
    [property: Id(9)] bool Finished,
    [property: Id(10)] DateTimeOffset Started,
    [property: Id(11)] DateTimeOffset? Ended)
{
    public int Done => Created + Updated + Unchanged + Failed;
}
