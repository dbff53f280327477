using JmaActors.Directory;
using JmaActors.Ledgers;
using JmaActors.Live;
using Orleans.Concurrency;

namespace JmaActors.Works;

/// <summary>
/// Long work over all people a filter means: an export, or something done to each. Keyed by <see cref="WorkIds.Of"/>. It first gathers whom it is about, so that what it does
/// does not change whom it does it to, and goes on by itself, also after a kill. It belongs to who began it: to everybody else, in another function too, it does not
/// exist. What it gathered is gone when it expires. Its picture is a <see cref="WorkProgress"/>.
/// </summary>
[Alias("work-grain")]
public interface IWorkGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>
    /// Begins, or answers with the progress of what was begun under the key. Refused with <c>bad-filter</c> (the rule names the term), <c>bad-key</c>, <c>bad-column</c>,
    /// <c>no-reason</c>, <c>reason-too-long</c>, <c>too-many-works</c>, <c>too-many-chosen</c>.
    /// </summary>
    [Alias("start")]
    Task<Answer<WorkProgress>> Start(StartWork command, CancellationToken ct);

    /// <summary>Stops where it is; what was done stays done. Null for whom it does not exist.</summary>
    [Alias("cancel")]
    Task<Answer<WorkProgress>?> Cancel(Caller caller, CancellationToken ct);

    /// <summary>How far it is; null for whom it does not exist.</summary>
    [Alias("progress")]
    Task<WorkProgress?> Progress(Caller caller, CancellationToken ct);

    /// <summary>Rows of an export, from chunk 0 on, while it is kept: JSON, an array of rows, each an array of texts in the order of the columns. Null when there is no such chunk.</summary>
    [Alias("rows")]
    Task<Immutable<byte[]>?> Rows(int chunk, Caller caller, CancellationToken ct);

    /// <summary>
    /// Takes away what was gathered before its time, for somebody it may name was erased: an export is to be made again. Work being done to people goes on, and its rows
    /// go with its end.
    /// </summary>
    [Alias("forget")]
    Task Forget(CancellationToken ct);

    /// <summary>Watches the progress; topic <c>work/{id}</c>. Whose it is the gateway has asked before.</summary>
    [Alias("watch")]
    Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct);

    [Alias("unwatch")]
    Task Unwatch(IBoardObserver observer, CancellationToken ct);
}

/// <summary>Lists of long work. Stateless.</summary>
[Alias("work-list-grain")]
public interface IWorkListGrain : IGrainWithIntegerKey
{
    /// <summary>The caller's own, newest first, at most <see cref="WorkIds.Listed"/>.</summary>
    [Alias("mine")]
    Task<IReadOnlyList<WorkLine>> Mine(Caller caller, CancellationToken ct);
}

/// <summary>What is done.</summary>
[GenerateSerializer, Alias("work-kind")]
public enum WorkKind
{
    /// <summary>A list with chosen columns is put together, to be fetched as a file.</summary>
    Export = 0,

    /// <summary>Everybody's passes are taken back.</summary>
    RevokePasses = 1,

    /// <summary>Everybody gets a transcript (単位取得明細) of today.</summary>
    Transcripts = 2,
}

[GenerateSerializer, Alias("work-stage")]
public enum WorkStage
{
    /// <summary>Whom it is about is put together.</summary>
    Gathering = 0,

    /// <summary>It is done to one after the other.</summary>
    Acting = 1,
    Done = 2,
    Cancelled = 3,

    /// <summary>What it gathered is no longer kept.</summary>
    Expired = 4,

    /// <summary>It cannot go on: what was asked for cannot be read any more, or who began it may do so no longer. Nothing further was done.</summary>
    Failed = 5,
}

/// <summary>How an export's file is written.</summary>
[GenerateSerializer, Alias("export-format")]
public enum ExportFormat
{
    /// <summary>CSV in UTF-8 with a byte order mark.</summary>
    Csv = 0,

    /// <summary>CSV in Shift_JIS as spreadsheets in offices read it (CP932).</summary>
    ShiftJis = 1,
    Xlsx = 2,
}

/// <param name="Key">The sender's own, 1 to 60 letters, digits, dots, hyphens or underscores: the same again is the same work.</param>
/// <param name="Chosen">Only these people of those the filter means; null for all that match.</param>
/// <param name="Columns">Of an export, in order; see <see cref="SearchShapes.Columns"/>.</param>
/// <param name="Reason">Why something is done to people, 1 to 500 characters; not wanted of an export.</param>
[GenerateSerializer, Immutable, Alias("start-work")]
public sealed record StartWork(
    [property: Id(0)] string Key,
    [property: Id(1)] WorkKind Kind,
    [property: Id(2)] MemberFilter Filter,
    [property: Id(3)] string Sort,
    [property: Id(4)] IReadOnlyList<MemberId>? Chosen,
    [property: Id(5)] IReadOnlyList<string> Columns,
    [property: Id(6)] ExportFormat Format,
    [property: Id(7)] string Reason,
    [property: Id(8)] Caller Caller);

/// <param name="Found">People gathered so far; all of them once the stage is past gathering.</param>
/// <param name="Done">Of them, those something was done to, or tried.</param>
/// <param name="Failures">The first that failed; <paramref name="Failed"/> counts all.</param>
/// <param name="Lost">Characters of the rows that the file's encoding cannot carry and that stand in it as 〓.</param>
/// <param name="LostRows">Rows that have one.</param>
/// <param name="Chunks">Chunks of rows gathered.</param>
/// <param name="Expires">Until when it is kept.</param>
[GenerateSerializer, Immutable, Alias("work-progress")]
public sealed record WorkProgress(
    [property: Id(0)] string Id,
    [property: Id(1)] WorkKind Kind,
    [property: Id(2)] WorkStage Stage,
    [property: Id(3)] int Found,
    [property: Id(4)] int Done,
    [property: Id(5)] int Changed,
    [property: Id(6)] int Unchanged,
    [property: Id(7)] int Failed,
    [property: Id(8)] IReadOnlyList<WorkFailure> Failures,
    [property: Id(9)] IReadOnlyList<string> Lost,
    [property: Id(10)] int LostRows,
    [property: Id(11)] IReadOnlyList<string> Columns,
    [property: Id(12)] ExportFormat Format,
    [property: Id(13)] int Chunks,
    [property: Id(14)] DateTimeOffset Started,
    [property: Id(15)] DateTimeOffset? Ended,
    [property: Id(16)] DateTimeOffset Expires);

/// <param name="Reason">Stable code of the refusal.</param>
[GenerateSerializer, Immutable, Alias("work-failure")]
public sealed record WorkFailure([property: Id(0)] MemberId Member, [property: Id(1)] string Reason);

/// <summary>One of the caller's own.</summary>
[GenerateSerializer, Immutable, Alias("work-line")]
public sealed record WorkLine(
    [property: Id(0)] string Id,
    [property: Id(1)] WorkKind Kind,
    [property: Id(2)] WorkStage Stage,
    [property: Id(3)] int Found,
    [property: Id(4)] int Done,
    [property: Id(5)] DateTimeOffset Started,
    [property: Id(6)] DateTimeOffset Expires);
