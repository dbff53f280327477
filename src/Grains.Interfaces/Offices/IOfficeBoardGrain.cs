using JmaActors.Live;

namespace JmaActors.Offices;

/// <summary>
/// What waits in an association's office, derived: counted from the views when something changed while somebody watches, or when asked. Keyed by
/// <see cref="AssociationId.Code"/>. Its picture is an <see cref="OfficePicture"/>.
/// </summary>
[Alias("office-board-grain")]
public interface IOfficeBoardGrain : IGrainWithStringKey, IBoardGrain
{
    /// <summary>What waits, counted no longer ago than <see cref="OfficeLimits.Believed"/>.</summary>
    [Alias("waiting")]
    Task<OfficePicture> Waiting(CancellationToken ct);
}

/// <summary>Picture of the topic <c>office/{id}</c>: figures only, naming nobody.</summary>
/// <param name="Waiting">Each kind of work by its stable name, see <see cref="OfficeWorkNames"/>.</param>
/// <param name="Moved">Counts up when something of the office changed: whoever shows a list of it may ask again.</param>
[GenerateSerializer, Immutable, Alias("office-picture")]
public sealed record OfficePicture(
    [property: Id(0)] string Id,
    [property: Id(1)] IReadOnlyDictionary<string, WorkWaiting> Waiting,
    [property: Id(2)] long Moved);

/// <summary>How much of one kind of work waits.</summary>
/// <param name="Count">At most <see cref="OfficeLimits.CountedMost"/>.</param>
/// <param name="More">There is more than was counted.</param>
/// <param name="Late">Of those counted, how many should have been done before today.</param>
[GenerateSerializer, Immutable, Alias("work-waiting")]
public readonly record struct WorkWaiting([property: Id(0)] int Count, [property: Id(1)] bool More, [property: Id(2)] int Late);

/// <summary>Stable names of the kinds of work that wait in an office.</summary>
public static class OfficeWorkNames
{
    /// <summary>Programs that wait for this association's approval.</summary>
    public const string Approvals = "approvals";

    /// <summary>Closed sessions of this host whose roll is not confirmed.</summary>
    public const string Rolls = "rolls";

    /// <summary>Programs of this host that an approver sent back.</summary>
    public const string Returned = "returned";

    /// <summary>Programs of this host that are approved and not shown to anybody.</summary>
    public const string Ready = "ready";

    /// <summary>Members who reported credits for themselves and wait for a word.</summary>
    public const string Reports = "reports";

    /// <summary>Cases this association answers for.</summary>
    public const string Disputes = "disputes";

    /// <summary>Applications to the evaluation centre where it is this office's turn: the centre's, or the prefecture's. Late: the day the result is aimed at is over.</summary>
    public const string Evaluations = "evaluations";

    /// <summary>Applications this association is asked about. Late: the day it was to answer by is over.</summary>
    public const string Applications = "applications";

    /// <summary>Lines of this association's bank accounts that nobody was found for yet.</summary>
    public const string BankLines = "bank-lines";

    /// <summary>Records that may be one person's.</summary>
    public const string Duplicates = "duplicates";
}

/// <summary>Named limits of an office's board.</summary>
public static class OfficeLimits
{
    /// <summary>What waits is counted up to here: beyond, how much more there is changes nobody's day.</summary>
    public const int CountedMost = 1_000;

    /// <summary>A count so young answers a question.</summary>
    public static readonly TimeSpan Believed = TimeSpan.FromSeconds(2);

    /// <summary>Longest pause between counts while things keep changing: each count is a query of every kind of work.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>How often a board that is watched counts although nothing told it to: days end, and hints may be lost.</summary>
    public static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(60);
}
