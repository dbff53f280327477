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

    /// <summary>What <see cref="Accrue"/> would answer now; nothing is recorded. The value is the entry there is under the key already, null when there is none.</summary>
    [Alias("try-accrue")]
    Task<Answer<CreditEntry>> TryAccrue(AccrueCredit command, CancellationToken ct);

    /// <summary>Posts or voids a pending entry, or voids a posted one, with a reason; never overwrites.</summary>
    [Alias("settle")]
    Task<Answer<CreditEntry>> Settle(SettleCredit command, CancellationToken ct);

    /// <summary>
    /// Puts another entry in the place of a wrong one: units, code, date or scheme. The wrong one stays visible and counts no longer; what was earned at a
    /// session is refused with <c>corrected-on-roll</c>. Answers the entry in its place. Natural key: the entry's key and what it becomes.
    /// </summary>
    [Alias("correct")]
    Task<Answer<CreditEntry>> Correct(CorrectCredit command, CancellationToken ct);

    /// <summary>What a correction would change; nothing is recorded.</summary>
    [Alias("try-correction")]
    Task<CorrectionTrial> TryCorrection(CorrectCredit command, CancellationToken ct);

    /// <summary>CME standing on a date, computed from the ledger.</summary>
    [Alias("cme")]
    Task<CmeStanding> Cme(DateOnly on, Caller caller, CancellationToken ct);

    /// <summary>Entries, newest date first, at most <see cref="CreditLimits.EntryPage"/> after the cursor.</summary>
    [Alias("entries")]
    Task<CreditPage> Entries(string? after, Caller caller, CancellationToken ct);

    /// <summary>Where an entry shown here is kept; null when none is shown under the key.</summary>
    [Alias("origin")]
    Task<EntryOrigin?> Origin(string key, CancellationToken ct);

    /// <summary>Units held under the schemes beside CME, by subject; never added up across schemes.</summary>
    [Alias("schemes")]
    Task<IReadOnlyList<SchemeTotal>> Schemes(Caller caller, CancellationToken ct);

    /// <summary>Terms of every method of recording credit by hand, on a date.</summary>
    [Alias("methods")]
    Task<IReadOnlyList<MethodLine>> Methods(DateOnly on, Caller caller, CancellationToken ct);

    /// <summary>The document attached to an entry; null when there is no such entry, or none of its documents is kept.</summary>
    [Alias("document")]
    Task<AttachedDocument?> Document(string key, Caller caller, CancellationToken ct);

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

    /// <summary>Entries a trial shows of those two records share.</summary>
    public const int SharedShown = 50;

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
/// <param name="Scheme">Units of other schemes than CME are taken over from a source only.</param>
/// <param name="Provenance">What it is taken over from; null for what is recorded as it happens.</param>
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
    [property: Id(9)] Evidence? Evidence = null,
    [property: Id(10)] CreditScheme Scheme = CreditScheme.Cme,
    [property: Id(11)] CreditProvenance? Provenance = null);

/// <summary>A reference to a document that was uploaded before, e.g. a copy of a congress's attendance certificate (<see cref="IEvidenceStore"/>).</summary>
/// <param name="Name">File name or title, 1 to <see cref="CreditLimits.EvidenceName"/> characters. It is not kept: a file is often named after a person.</param>
/// <param name="Sha256">SHA-256 of its bytes in 64 lower-case hexadecimal digits.</param>
[GenerateSerializer, Immutable, Alias("evidence")]
public sealed record Evidence([property: Id(0)] string Name, [property: Id(1)] string Sha256);

/// <summary>A document that is attached to an entry and kept.</summary>
/// <param name="Sha256">SHA-256 of its bytes in 64 lower-case hexadecimal digits.</param>
/// <param name="Bytes">Its length.</param>
[GenerateSerializer, Immutable, Alias("attached-document")]
public sealed record AttachedDocument([property: Id(0)] string Sha256, [property: Id(1)] EvidenceKind Kind, [property: Id(2)] int Bytes);

/// <summary>What one method asks of an entry that is recorded by hand.</summary>
/// <param name="Units">Units of one entry, where the method fixes them; null when they are taken as reported.</param>
/// <param name="Step">Units are a multiple of this.</param>
/// <param name="Most">Units of one entry at most.</param>
/// <param name="Score">Percent of correct answers it earns from, which who reports for herself must say; null when it asks for none.</param>
/// <param name="Document">Who reports for herself attaches a document.</param>
/// <param name="MembersOnly">For members of 日本医師会.</param>
[GenerateSerializer, Immutable, Alias("method-line")]
public sealed record MethodLine(
    [property: Id(0)] CreditMethod Method,
    [property: Id(1)] Units? Units,
    [property: Id(2)] Units Step,
    [property: Id(3)] Units Most,
    [property: Id(4)] int? Score,
    [property: Id(5)] bool Document,
    [property: Id(6)] bool MembersOnly);

[GenerateSerializer, Immutable, Alias("settle-credit")]
public sealed record SettleCredit(
    [property: Id(0)] string Key,
    [property: Id(1)] bool Post,
    [property: Id(2)] string Reason,
    [property: Id(3)] Caller Caller);

/// <param name="Entry">Key of the entry that is wrong.</param>
/// <param name="Units">What the units are; null where they are right. The same of code, date and scheme.</param>
/// <param name="Code">The curriculum code, or the number of the scheme's subject.</param>
/// <param name="Reason">Why, 1 to <see cref="CreditLimits.TitleLength"/> characters.</param>
[GenerateSerializer, Immutable, Alias("correct-credit")]
public sealed record CorrectCredit(
    [property: Id(0)] string Entry,
    [property: Id(1)] Units? Units,
    [property: Id(2)] CurriculumCode? Code,
    [property: Id(3)] DateOnly? Date,
    [property: Id(4)] CreditScheme? Scheme,
    [property: Id(5)] string Reason,
    [property: Id(6)] Caller Caller);

/// <summary>What a correction would come to: the CME standing of today before and after.</summary>
/// <param name="Refusal">Why it would be refused; null when it would not. Then both standings are the same.</param>
/// <param name="Schemes">Totals beside CME after it, where one of them changes.</param>
[GenerateSerializer, Immutable, Alias("correction-trial")]
public sealed record CorrectionTrial(
    [property: Id(0)] Refusal? Refusal, [property: Id(1)] CmeStanding Before, [property: Id(2)] CmeStanding After, [property: Id(3)] IReadOnlyList<SchemeTotal> SchemesBefore,
    [property: Id(4)] IReadOnlyList<SchemeTotal> Schemes);

/// <param name="Key">Natural key: for attendance <c>session/talk</c>, and <c>session/talk/scheme</c> beside CME; the caller's key otherwise.</param>
/// <param name="Code">The curriculum code, or the number of the scheme's subject.</param>
/// <param name="Reason">Why it was voided; null otherwise.</param>
/// <param name="Session">Where it was earned; null when not at a session.</param>
/// <param name="Version">The ledger's version that last changed it.</param>
/// <param name="Web">Earned on the web.</param>
/// <param name="CorrectedBy">Key of the entry in its place; null when it was not corrected.</param>
/// <param name="Corrects">Key of the entry in whose place it stands; null when in none's.</param>
/// <param name="Settled">An office has posted or voided it by hand: what the session says later no longer changes it.</param>
/// <param name="Document">The document attached to it; null when none is kept.</param>
/// <param name="Of">The number it is kept under, when that is another record of the same person merged into this one; null for its own.</param>
/// <param name="Provenance">What it was taken over from; null for what was recorded as it happened.</param>
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
    [property: Id(10)] long Version,
    [property: Id(11)] CreditScheme Scheme = CreditScheme.Cme,
    [property: Id(12)] bool Web = false,
    [property: Id(13)] bool Settled = false,
    [property: Id(14)] EvidenceKind? Document = null,
    [property: Id(15)] string? CorrectedBy = null,
    [property: Id(16)] string? Corrects = null,
    [property: Id(20)] MemberId? Of = null,
    [property: Id(21)] CreditProvenance? Provenance = null);

/// <summary>Where an entry is kept: under which of the person's numbers, and there under which key.</summary>
[GenerateSerializer, Immutable, Alias("entry-origin")]
public sealed record EntryOrigin([property: Id(0)] MemberId Of, [property: Id(1)] string Key);

/// <param name="Running">Of each entry the units posted under its scheme up to and with it, in order of date.</param>
[GenerateSerializer, Immutable, Alias("credit-page")]
public sealed record CreditPage(
    [property: Id(0)] IReadOnlyList<CreditEntry> Entries, [property: Id(1)] string? Next, [property: Id(2)] IReadOnlyList<Units>? Running = null);

/// <summary>What is held under one subject of a scheme beside CME.</summary>
/// <param name="Part">The part of the scheme it counts in, e.g. <c>lifelong-renewal</c>.</param>
/// <param name="PostedWeb">How much of the posted was earned on the web.</param>
[GenerateSerializer, Immutable, Alias("scheme-total")]
public sealed record SchemeTotal(
    [property: Id(0)] CreditScheme Scheme,
    [property: Id(1)] short Subject,
    [property: Id(2)] Words Title,
    [property: Id(3)] string Part,
    [property: Id(4)] Units Posted,
    [property: Id(5)] Units Pending,
    [property: Id(6)] Units PostedWeb);

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
/// <param name="Schemes">Totals beside CME, keyed <c>scheme/subject</c>.</param>
[GenerateSerializer, Immutable, Alias("credit-picture")]
public sealed record CreditPicture(
    [property: Id(0)] string Member,
    [property: Id(1)] long Version,
    [property: Id(2)] CmeStanding Standing,
    [property: Id(3)] IReadOnlyDictionary<string, CreditPictureEntry> Entries,
    [property: Id(4)] IReadOnlyDictionary<string, SchemeTotal>? Schemes = null);

/// <param name="Running">Units posted under the scheme up to and with this entry, in order of date.</param>
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
    [property: Id(8)] long Version,
    [property: Id(9)] CreditScheme Scheme = CreditScheme.Cme,
    [property: Id(10)] bool Web = false,
    [property: Id(11)] EvidenceKind? Document = null,
    [property: Id(12)] string? CorrectedBy = null,
    [property: Id(13)] string? Corrects = null,
    [property: Id(14)] decimal Running = 0,
    [property: Id(20)] string? Of = null,
    [property: Id(21)] CreditProvenance? Provenance = null);

/// <summary>What a session tells a member's ledger about one talk under one scheme: absolute, so a repeat or a later word heals.</summary>
/// <param name="Code">The curriculum code, or the number of the scheme's subject.</param>
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
    [property: Id(8)] Caller Caller,
    [property: Id(9)] CreditScheme Scheme = CreditScheme.Cme,
    [property: Id(10)] bool Web = false);

/// <summary>Everything that changed for one person at one moment, in all schemes: the ledger takes all of it or nothing.</summary>
[GenerateSerializer, Immutable, Alias("attendance-credits")]
public sealed record AttendanceCredits([property: Id(0)] IReadOnlyList<AttendanceCredit> Credits);
