using JmaActors.Ledgers;
using JmaActors.Live;

namespace JmaActors.Dues;

/// <summary>
/// 年次賦課: the dues of everybody of one association for one fiscal year. First a rehearsal, which shows who would be billed what and records nothing in anybody's dues; then the run, which is compared with it
/// person by person. Either goes on by itself after a kill, and done again bills nobody twice. Keyed by <see cref="DuesRunId.Text"/>. Its picture is a <see cref="DuesRunProgress"/>.
/// </summary>
[Alias("dues-run-grain")]
public interface IDuesRunGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>Begins a rehearsal, or another one in the place of the last, also after the run: a table that was set late reaches everybody by running once more. Natural key: <see cref="RunDues.Key"/>. Refused with <c>running</c>, <c>already-run</c> while it runs, <c>bad-year</c>, <c>bad-key</c>.</summary>
    [Alias("rehearse")]
    Task<Answer<DuesRunProgress>> Rehearse(RunDues command, CancellationToken ct);

    /// <summary>Bills everybody as rehearsed. Refused with <c>not-rehearsed</c>, also where a table of the association or one above it was set since; a repeat changes nothing.</summary>
    [Alias("run")]
    Task<Answer<DuesRunProgress>> Run(RunDues command, CancellationToken ct);

    /// <summary>How far it is; null when nothing was begun.</summary>
    [Alias("progress")]
    Task<DuesRunProgress?> Progress(CancellationToken ct);

    /// <summary>Who would be billed what, by number.</summary>
    [Alias("lines")]
    Task<IReadOnlyList<DuesRunLine>> Lines(DuesRunPart part, long after, CancellationToken ct);

    [Alias("watch")]
    Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct);

    [Alias("unwatch")]
    Task Unwatch(IBoardObserver observer, CancellationToken ct);
}

/// <summary>Names a yearly run: whose people, and for which fiscal year, e.g. <c>26-007.2027</c>.</summary>
[GenerateSerializer, Immutable, Alias("dues-run-id")]
public readonly record struct DuesRunId([property: Id(0)] AssociationId Association, [property: Id(1)] FiscalYear Year)
{
    public string Text => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Association.Code}.{Year.Year:D4}");

    public static bool TryParse(string? text, out DuesRunId id)
    {
        id = default;
        if (text is not { Length: > 5 } || text[^5] != '.' || !AssociationId.TryParse(text[..^5], out var association)) return false;
        if (!int.TryParse(text[^4..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) || year < 2000) return false;
        id = new DuesRunId(association, new FiscalYear(year));
        return true;
    }
}

/// <summary>Named limits of yearly runs.</summary>
public sealed record DuesRunLimits
{
    /// <summary>People read, reckoned and noted at once.</summary>
    public int Page { get; init; } = 500;

    /// <summary>People reckoned side by side.</summary>
    public int AtOnce { get; init; } = 128;

    /// <summary>How often one that is not done looks whether it must go on.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a reminder wakes one that a kill left behind: the shortest Orleans allows.</summary>
    public static readonly TimeSpan Reminder = TimeSpan.FromMinutes(1);

    /// <summary>People named who were billed otherwise than rehearsed, or not at all; more are only counted.</summary>
    public const int Named = 200;

    /// <summary>Lines of one page of a rehearsal.</summary>
    public const int Lines = 100;

    /// <summary>Rehearsals of one run.</summary>
    public const int Keys = 100;

    /// <summary>Years before the present one that can still be run.</summary>
    public const int YearsBack = 1;
}

/// <param name="Key">The sender's own: the same again is the same rehearsal.</param>
[GenerateSerializer, Immutable, Alias("run-dues")]
public sealed record RunDues([property: Id(0)] string Key, [property: Id(1)] Caller Caller);

[GenerateSerializer, Alias("dues-run-stage")]
public enum DuesRunStage
{
    Rehearsing = 1,
    Rehearsed = 2,
    Running = 3,
    Done = 4,
}

/// <summary>What one person is billed for a year.</summary>
/// <param name="LastYear">What was reckoned for the year before.</param>
/// <param name="Moved">Another row of a table than the year before: category, age band or capacity changed.</param>
/// <param name="Gaps">Creditors whose table has no row that fits.</param>
/// <param name="Proposals">What the record suggests, for an office to confirm.</param>
[GenerateSerializer, Immutable, Alias("dues-run-line")]
public sealed record DuesRunLine(
    [property: Id(0)] MemberId Member, [property: Id(1)] Yen Jma, [property: Id(2)] Yen Prefecture, [property: Id(3)] Yen Local, [property: Id(4)] Yen LastYear, [property: Id(5)] bool Moved, [property: Id(6)] int Gaps,
    [property: Id(7)] DuesProposals Proposals = DuesProposals.None);

/// <summary>Which lines of a rehearsal are asked for.</summary>
[GenerateSerializer, Alias("dues-run-part")]
public enum DuesRunPart
{
    All = 0,

    /// <summary>Those whose row of a table changes against last year.</summary>
    Moved = 1,

    /// <summary>Those of whom the record suggests something.</summary>
    Proposed = 2,
}

/// <summary>Sums of lines.</summary>
[GenerateSerializer, Immutable, Alias("dues-run-sum")]
public sealed record DuesRunSum(
    [property: Id(0)] int People, [property: Id(1)] Yen Jma, [property: Id(2)] Yen Prefecture, [property: Id(3)] Yen Local, [property: Id(4)] Yen LastYear, [property: Id(5)] int Moved, [property: Id(6)] int Gaps,
    [property: Id(7)] int Proposed = 0)
{
    public static readonly DuesRunSum Zero = new(0, Yen.Zero, Yen.Zero, Yen.Zero, Yen.Zero, 0, 0);

    public DuesRunSum Plus(DuesRunLine line) =>
        new(People + 1, Jma + line.Jma, Prefecture + line.Prefecture, Local + line.Local, LastYear + line.LastYear, Moved + (line.Moved ? 1 : 0), Gaps + line.Gaps, Proposed + (line.Proposals == DuesProposals.None ? 0 : 1));

    public static DuesRunSum operator +(DuesRunSum a, DuesRunSum b) =>
        new(a.People + b.People, a.Jma + b.Jma, a.Prefecture + b.Prefecture, a.Local + b.Local, a.LastYear + b.LastYear, a.Moved + b.Moved, a.Gaps + b.Gaps, a.Proposed + b.Proposed);
}

/// <summary>Somebody the run billed otherwise than rehearsed, or could not bill.</summary>
/// <param name="Reason">Empty where billed otherwise.</param>
[GenerateSerializer, Immutable, Alias("dues-run-difference")]
public sealed record DuesRunDifference([property: Id(0)] MemberId Member, [property: Id(1)] Yen Rehearsed, [property: Id(2)] Yen Billed, [property: Id(3)] string Reason);

/// <param name="Different">People billed otherwise than rehearsed, or not at all; <paramref name="Differences"/> names at most <see cref="DuesRunLimits.Named"/> of them.</param>
[GenerateSerializer, Immutable, Alias("dues-run-progress")]
public sealed record DuesRunProgress(
    [property: Id(0)] string Id,
    [property: Id(1)] DuesRunStage Stage,
    [property: Id(2)] DuesRunSum Rehearsed,
    [property: Id(3)] DuesRunSum Billed,
    [property: Id(4)] int Different,
    [property: Id(5)] IReadOnlyList<DuesRunDifference> Differences,
    [property: Id(6)] DateTimeOffset Began,
    [property: Id(7)] long Version);
