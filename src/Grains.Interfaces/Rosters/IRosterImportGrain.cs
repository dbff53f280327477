using JmaActors.Ledgers;
using JmaActors.Live;
using Orleans.Concurrency;
using JmaActors.Members;
using JmaActors.WorkHours;

namespace JmaActors.Rosters;

/// <summary>
/// Import of a file: long work as a ledger of its own. Keyed by the import's key, chosen by who imports; the same key again resumes.
/// Chunks done before are passed over; one that says something else than before is refused with <c>other-file</c>. A dry run goes before it under the same key:
/// it looks at every row as the import would and changes nothing, and what is imported then must be what was looked at. Its picture is an <see cref="ImportProgress"/>.
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

    /// <summary>Imports or tries a chunk, and answers when all of it is durable. Who sends it is the caller of all it does.</summary>
    [Alias("take"), ResponseTimeout(RosterLimits.ChunkPatience)]
    Task<Answer<ImportProgress>> Take(Immutable<ImportChunk> chunk, CancellationToken ct);

    /// <summary>Says that no more chunks follow.</summary>
    [Alias("finish")]
    Task<Answer<ImportProgress>> Finish(Caller caller, CancellationToken ct);

    /// <summary>
    /// Begins a dry run, or goes on with one that was cut off. One that is done, or of other terms, is replaced; refused with <c>already-started</c> once the import has begun.
    /// </summary>
    [Alias("try-start")]
    Task<Answer<ImportProgress>> TryStart(StartImport command, CancellationToken ct);

    /// <summary>Says that no more chunks of the dry run follow.</summary>
    [Alias("try-finish")]
    Task<Answer<ImportProgress>> TryFinish(Caller caller, CancellationToken ct);

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
/// <param name="Post">Of past credits: whether they count at once, or wait to be posted.</param>
[GenerateSerializer, Immutable, Alias("start-import")]
public sealed record StartImport(
    [property: Id(0)] string FileName,
    [property: Id(1)] int? ExpectedRows,
    [property: Id(2)] bool Demonstration,
    [property: Id(3)] Caller Caller,
    [property: Id(4)] ImportKind Kind = ImportKind.Roster,
    [property: Id(5)] ImportMode Mode = ImportMode.CreateAndUpdate,
    [property: Id(6)] bool Post = false);

/// <summary>What the rows of an import are.</summary>
[GenerateSerializer, Alias("import-kind")]
public enum ImportKind
{
    /// <summary>People and where they belong.</summary>
    Roster = 0,

    /// <summary>Credits earned before they were kept here, or elsewhere.</summary>
    Credits = 1,

    /// <summary>Attendance of a workplace's physicians, from its own system (勤怠システム).</summary>
    Attendance = 2,
}

/// <summary>What becomes of rows about people who are on record, and of rows about people who are not. What is not wanted is skipped.</summary>
[GenerateSerializer, Alias("import-mode")]
public enum ImportMode
{
    CreateAndUpdate = 0,
    CreateOnly = 1,
    UpdateOnly = 2,
}

/// <summary>How far an import is.</summary>
[GenerateSerializer, Alias("import-stage")]
public enum ImportStage
{
    /// <summary>A dry run is under way.</summary>
    Trying = 0,

    /// <summary>The dry run is done; nothing is imported yet.</summary>
    Tried = 1,
    Importing = 2,
    Done = 3,
}

/// <summary>A part of a file: rows of the kind the import is of, at most <see cref="RosterLimits.Chunk"/> with the unreadable ones.</summary>
/// <param name="Index">From 0, in any order.</param>
/// <param name="DryRun">Looks only, and changes nothing.</param>
/// <param name="Post">As the import was begun: who sends chunks of it must know what they do.</param>
/// <param name="First">The first of as many member numbers as there are rows of a roster, allocated beforehand: of the rows that can be brought, each that puts somebody on record does so under the number at its place, whichever chunk comes first. 0: numbers are given as chunks come.</param>
[GenerateSerializer, Immutable, Alias("import-chunk")]
public sealed record ImportChunk(
    [property: Id(0)] int Index,
    [property: Id(1)] bool DryRun,
    [property: Id(2)] ImportKind Kind,
    [property: Id(3)] bool Post,
    [property: Id(4)] RosterRow[] Roster,
    [property: Id(5)] PastCredit[] Credits,
    [property: Id(6)] RowError[] Unreadable,
    [property: Id(7)] Caller Caller,
    [property: Id(8)] AttendanceRow[]? Attendance = null,
    [property: Id(9)] long First = 0)
{
    public int Rows => Roster.Length + Credits.Length + (Attendance?.Length ?? 0);
}

/// <summary>One physician of a roster. The natural key of a row is its registry number, else its card number, else <see cref="SourceKey"/>.</summary>
/// <param name="Line">Line in the file, for errors.</param>
/// <param name="SourceKey">The sender's own key for the row; may be empty when registry or card number is given.</param>
/// <param name="SaysNoMembership">The file has no column about membership: it says nothing of it, and whoever is on record keeps what they have.</param>
[GenerateSerializer, Immutable, Alias("roster-row")]
public sealed record RosterRow(
    [property: Id(0)] int Line,
    [property: Id(1)] string SourceKey,
    [property: Id(2)] Person Person,
    [property: Id(3)] CardNumber? Card,
    [property: Id(4)] Membership Membership,
    [property: Id(5), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool SaysNoMembership = false);

/// <param name="Column">The column at fault; empty when the row as a whole is.</param>
/// <param name="Reason">Stable code: <c>bad-association</c>, <c>bad-category</c>, <c>registry-taken</c>, <c>card-taken</c>, <c>no-key</c>, <c>bad-date</c> …</param>
[GenerateSerializer, Immutable, Alias("row-error")]
public sealed record RowError(
    [property: Id(0)] int Line,
    [property: Id(1)] string Column,
    [property: Id(2)] string Reason,
    [property: Id(3)] string Detail);

/// <summary>How far an import is. Before it has begun and after its dry run the figures are nought: what would be is in <see cref="Trial"/>.</summary>
/// <param name="Trial">The dry run before it; null when there was none.</param>
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
    [property: Id(11)] DateTimeOffset? Ended,
    [property: Id(12)] int Skipped = 0,
    [property: Id(13)] ImportKind Kind = ImportKind.Roster,
    [property: Id(14)] ImportMode Mode = ImportMode.CreateAndUpdate,
    [property: Id(15)] bool Post = false,
    [property: Id(16)] ImportStage Stage = ImportStage.Importing,
    [property: Id(17)] ImportTrial? Trial = null,
    [property: Id(18)] bool Demonstration = false)
{
    public int Done => Created + Updated + Unchanged + Skipped + Failed;
}

/// <summary>What a dry run found: what the import would do, row by row, as things stood.</summary>
/// <param name="Errors">The first <see cref="RosterLimits.ErrorsKept"/>; <paramref name="Failed"/> counts all.</param>
[GenerateSerializer, Immutable, Alias("import-trial")]
public sealed record ImportTrial(
    [property: Id(0)] int Chunks,
    [property: Id(1)] int Created,
    [property: Id(2)] int Updated,
    [property: Id(3)] int Unchanged,
    [property: Id(4)] int Skipped,
    [property: Id(5)] int Failed,
    [property: Id(6)] IReadOnlyList<RowError> Errors,
    [property: Id(7)] bool Finished,
    [property: Id(8)] DateTimeOffset Started,
    [property: Id(9)] DateTimeOffset? Ended)
{
    public int Done => Created + Updated + Unchanged + Skipped + Failed;
}
