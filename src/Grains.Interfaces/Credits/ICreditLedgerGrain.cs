using JmaActors.Benefits;
using JmaActors.Ledgers;
using JmaActors.Live;

namespace JmaActors.Credits;

/// <summary>Study credits (日医生涯教育 単位) of one person. Keyed by <see cref="MemberId.Number"/>.</summary>
[Alias("credit-ledger-grain")]
public interface ICreditLedgerGrain : IGrainWithIntegerKey, ILedgerGrain, IBenefitGrain
{
    /// <summary>
    /// Records credit earned otherwise than at a seminar's door (journal answers, e-learning, self-report …): pending or at once posted.
    /// Natural key: <see cref="AccrueCredit.Key"/>; a repeat gets the first answer.
    /// </summary>
    [Alias("accrue")]
    Task<Answer<CreditEntry>> Accrue(AccrueCredit command, CancellationToken ct);

    /// <summary>Posts or voids a pending entry, or voids a posted one, with a reason; never overwrites.</summary>
    [Alias("settle")]
    Task<Answer<CreditEntry>> Settle(SettleCredit command, CancellationToken ct);

    /// <summary>CME standing on a date, computed from the ledger.</summary>
    [Alias("cme")]
    Task<CmeStanding> Cme(DateOnly on, Caller caller, CancellationToken ct);

    /// <summary>Entries, newest date first, at most <see cref="CreditLimits.EntryPage"/> after the cursor.</summary>
    [Alias("entries")]
    Task<CreditPage> Entries(string? after, Caller caller, CancellationToken ct);

    [Alias("history")]
    Task<IReadOnlyList<HistoryLine>> History(long after, Caller caller, CancellationToken ct);

    /// <summary>Watches this ledger itself: a member's own page. Picture: <see cref="CreditPicture"/>.</summary>
    [Alias("watch")]
    Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct);

    [Alias("unwatch")]
    Task Unwatch(IBoardObserver observer, CancellationToken ct);
}

/// <summary>Named limits of a credit ledger.</summary>
public static class CreditLimits
{
    public const int EntryPage = 100;
    public const int TitleLength = 200;
    public const int KeyLength = 100;

    /// <summary>Characters of a document's name.</summary>
    public const int EvidenceName = 200;

    /// <summary>Entries the live picture carries; the page asks for older ones.</summary>
    public const int PictureEntries = 40;
}

/// <summary>単位・カリキュラムコードの取得方法, numbered as in the guide.</summary>
[GenerateSerializer, Alias("credit-method")]
public enum CreditMethod
{
    Journal = 1,
    ELearning = 2,
    Lecture = 3,
    ExamWriting = 4,
    Teaching = 5,
    HandsOn = 6,
    Paper = 7,
}

[GenerateSerializer, Alias("credit-state")]
public enum CreditState
{
    Pending = 0,
    Posted = 1,
    Voided = 2,
}

/// <param name="Post">True: the entry is posted at once. False: it waits for <see cref="ICreditLedgerGrain.Settle"/>.</param>
/// <param name="Score">Percent of correct answers, 0 to 100, rounded down; null when the method asks for none or an office has checked it.</param>
/// <param name="Evidence">The document that proves it; null when there is none. Wanted of who reports for themselves (rule <c>cme.self-report</c>).</param>
[GenerateSerializer, Immutable, Alias("accrue-credit")]
public sealed record AccrueCredit(
    [property: Id(0)] string Key,
    [property: Id(1)] CreditMethod Method,
    [property: Id(2)] CurriculumCode Code,
    [property: Id(3)] Units Units,
    [property: Id(4)] DateOnly Date,
    [property: Id(5)] string Title,
    [property: Id(6)] bool Post,
    [property: Id(7)] Caller Caller,
    [property: Id(8)] int? Score = null,
    [property: Id(9)] Evidence? Evidence = null);

/// <summary>A reference to a document, e.g. a copy of a congress's attendance certificate. The document itself is not held here.</summary>
/// <param name="Name">File name or title, 1 to <see cref="CreditLimits.EvidenceName"/> characters.</param>
/// <param name="Sha256">SHA-256 of its bytes in 64 lower-case hexadecimal digits.</param>
[GenerateSerializer, Immutable, Alias("evidence")]
public sealed record Evidence([property: Id(0)] string Name, [property: Id(1)] string Sha256);

[GenerateSerializer, Immutable, Alias("settle-credit")]
public sealed record SettleCredit(
    [property: Id(0)] string Key,
    [property: Id(1)] bool Post,
    [property: Id(2)] string Reason,
    [property: Id(3)] Caller Caller);

/// <param name="Key">Natural key: <c>session/talk</c> for attendance, the caller's key otherwise.</param>
/// <param name="Reason">Why it was voided; null otherwise.</param>
/// <param name="Session">Where it was earned; null when not at a session.</param>
/// <param name="Version">The ledger's version that last changed it.</param>
[GenerateSerializer, Immutable, Alias("credit-entry")]
public sealed record CreditEntry(
    [property: Id(0)] string Key,
    [property: Id(1)] CreditMethod Method,
    [property: Id(2)] CreditState State,
    [property: Id(3)] Units Units,
    [property: Id(4)] CurriculumCode Code,
    [property: Id(5)] DateOnly Date,
    [property: Id(6)] string Title,
    [property: Id(7)] SessionId? Session,
    [property: Id(8)] int Talk,
    [property: Id(9)] string? Reason,
    [property: Id(10)] long Version);

[GenerateSerializer, Immutable, Alias("credit-page")]
public sealed record CreditPage([property: Id(0)] IReadOnlyList<CreditEntry> Entries, [property: Id(1)] string? Next);

/// <summary>Units and distinct codes over the three fiscal years that end with the year judged.</summary>
/// <param name="Total">Units + distinct codes, posted entries only.</param>
/// <param name="Target">60, by the edition.</param>
[GenerateSerializer, Immutable, Alias("cme-standing")]
public sealed record CmeStanding(
    [property: Id(0)] FiscalYear From,
    [property: Id(1)] FiscalYear To,
    [property: Id(2)] Units Posted,
    [property: Id(3)] Units Pending,
    [property: Id(4)] int Codes,
    [property: Id(5)] decimal Total,
    [property: Id(6)] decimal Target,
    [property: Id(7)] IReadOnlyList<CmeYear> Years,
    [property: Id(8)] IReadOnlyList<int> CodesHeld,
    [property: Id(9)] Verdict Verdict);

[GenerateSerializer, Immutable, Alias("cme-year")]
public sealed record CmeYear([property: Id(0)] int Year, [property: Id(1)] Units Posted, [property: Id(2)] Units Pending, [property: Id(3)] int Codes);

/// <summary>Picture of the topic <c>member/{id}/credits</c>: standing and the newest entries, keyed by entry key.</summary>
[GenerateSerializer, Immutable, Alias("credit-picture")]
public sealed record CreditPicture(
    [property: Id(0)] string Member,
    [property: Id(1)] long Version,
    [property: Id(2)] CmeStanding Standing,
    [property: Id(3)] IReadOnlyDictionary<string, CreditPictureEntry> Entries);

[GenerateSerializer, Immutable, Alias("credit-picture-entry")]
public sealed record CreditPictureEntry(
    [property: Id(0)] CreditState State,
    [property: Id(1)] decimal Units,
    [property: Id(2)] int Code,
    [property: Id(3)] string CodeTitle,
    [property: Id(4)] DateOnly Date,
    [property: Id(5)] string Title,
    [property: Id(6)] string? Reason,
    [property: Id(7)] string? Session,
    [property: Id(8)] long Version);

/// <summary>What a session tells a member's ledger about one talk: absolute, so a repeat or a later word heals.</summary>
/// <param name="State">pending, posted or voided.</param>
[GenerateSerializer, Immutable, Alias("attendance-credit")]
public sealed record AttendanceCredit(
    [property: Id(0)] SessionId Session,
    [property: Id(1)] int Talk,
    [property: Id(2)] string Title,
    [property: Id(3)] CurriculumCode Code,
    [property: Id(4)] DateOnly Date,
    [property: Id(5)] CreditState State,
    [property: Id(6)] Units Units,
    [property: Id(7)] string? Reason,
    [property: Id(8)] Caller Caller);
