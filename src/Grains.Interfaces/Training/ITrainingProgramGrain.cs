using JmaActors.Credits;
using JmaActors.Ledgers;

namespace JmaActors.Training;

/// <summary>A training program (研修会) and its timeline. Keyed by <see cref="ProgramId.Code"/>.</summary>
[Alias("training-program-grain")]
public interface ITrainingProgramGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>Creates the program as a draft. Refused where a talk breaks a rule of its scheme (<c>cme.code-per-talk</c> …). Natural key: the id.</summary>
    [Alias("create")]
    Task<Answer<ProgramView>> Create(CreateProgram command, CancellationToken ct);

    /// <summary>
    /// Creates this program as a draft from another one, all instants moved by whole days. Refused with <c>no-program</c> where there is none to copy.
    /// Natural key: this program's id.
    /// </summary>
    [Alias("copy")]
    Task<Answer<ProgramView>> Copy(CopyProgram command, CancellationToken ct);

    /// <summary>
    /// Changes title, place, timeline and terms. Where that changes what units a scheme gives, its approval lapses and is asked for again.
    /// Refused with <c>already-open</c> once the door was opened, <c>stale</c> when it was written over an older version. Natural key: what it makes of the program.
    /// </summary>
    [Alias("change")]
    Task<Answer<ProgramView>> Change(ChangeProgram command, CancellationToken ct);

    /// <summary>Replaces the timeline alone, as <see cref="Change"/> does. Refused with <c>already-open</c> once the door was opened.</summary>
    [Alias("set-timeline")]
    Task<Answer<ProgramView>> SetTimeline(SetTimeline command, CancellationToken ct);

    /// <summary>
    /// Applies for approval under every scheme the program offers that is not approved and does not wait. A late application is marked, or refused with
    /// <c>too-late-to-apply</c> where the policy says so; <c>nothing-offered</c> when it offers no units. Natural key: the version applied for.
    /// </summary>
    [Alias("apply")]
    Task<Answer<ProgramView>> Apply(Caller caller, CancellationToken ct);

    /// <summary>
    /// The approver's word on one scheme. Refused with <c>stale</c> when the program has changed since the version decided on, <c>not-applied</c> when nobody
    /// asked, <c>no-reason</c> when it is no approval and gives no reason. Natural key: scheme, decision and version, until it is applied for again.
    /// </summary>
    [Alias("decide")]
    Task<Answer<ProgramView>> Decide(DecideProgram command, CancellationToken ct);

    /// <summary>Takes the application back; the program is a draft again. Refused with <c>already-published</c> afterwards.</summary>
    [Alias("withdraw")]
    Task<Answer<ProgramView>> Withdraw(Caller caller, CancellationToken ct);

    /// <summary>Shows the program to everybody. Refused with <c>not-approved</c> while a scheme it offers is not approved.</summary>
    [Alias("publish")]
    Task<Answer<ProgramView>> Publish(Caller caller, CancellationToken ct);

    /// <summary>Calls the program off, for good. Refused with <c>already-open</c> once the door was opened.</summary>
    [Alias("cancel")]
    Task<Answer<ProgramView>> Cancel(CancelProgram command, CancellationToken ct);

    /// <summary>What happened to the program after a version, oldest first, at most <see cref="TrainingLimits.HistoryPage"/> lines.</summary>
    [Alias("history")]
    Task<IReadOnlyList<ProgramHistoryLine>> History(long after, Caller caller, CancellationToken ct);

    /// <summary>Opens the program's session: the timeline is handed to it and the door may open. Answers once the session has it.
    /// Refused with <c>not-approved</c> while a scheme it offers is not approved. Opening shows it to everybody, too.</summary>
    [Alias("open")]
    Task<Answer<ProgramView>> Open(Caller caller, CancellationToken ct);

    /// <summary>The program; null when not created.</summary>
    [Alias("read")]
    Task<ProgramView?> Read(Caller caller, CancellationToken ct);
}

/// <summary>Named limits of programs and sessions.</summary>
public static class TrainingLimits
{
    public const int Talks = 40;
    public const int TitleLength = 200;

    /// <summary>Characters of a reason given for a decision or a cancellation.</summary>
    public const int ReasonLength = 500;

    /// <summary>Times one program can be changed, applied for and decided on.</summary>
    public const int ProgramEvents = 1_000;

    /// <summary>Lines of one page of a program's history.</summary>
    public const int HistoryPage = 200;

    /// <summary>Minutes a program can forgive at entry or exit.</summary>
    public const int ToleranceMinutes = 60;

    public const int TapBatch = 1_000;
    public const int RollPage = 200;

    /// <summary>Characters of a reader's name.</summary>
    public const int DeviceLength = 40;

    /// <summary>Characters of what a reader numbers its taps with.</summary>
    public const int NonceLength = 64;

    /// <summary>Lines of a web log handed in at once.</summary>
    public const int WebLogBatch = 500;

    /// <summary>Times on the web one person can have at one session.</summary>
    public const int WebStays = 100;

    /// <summary>People one session can hold, in the hall and on the web.</summary>
    public const int People = 20_000;

    /// <summary>Taps one session takes.</summary>
    public const int Taps = 200_000;

    /// <summary>Refused taps one session keeps: a faulty reader must not use up the room of the others.</summary>
    public const int RefusedTaps = 100_000;

    /// <summary>Highest number of a talk.</summary>
    public const int TalkNumber = 999;

    /// <summary>From opening to closing the doors; a course of several days has a session for each.</summary>
    public static readonly TimeSpan DoorsLongest = TimeSpan.FromHours(24);

    /// <summary>Assessments decided in one commit when many fall due at once.</summary>
    public const int AssessmentBatch = 500;
}

/// <summary>What a line of a timeline is. Only a lecture earns anything.</summary>
[GenerateSerializer, Alias("talk-kind")]
public enum TalkKind
{
    /// <summary>講演, with its questions.</summary>
    Lecture = 0,

    /// <summary>挨拶.</summary>
    Greeting = 1,

    /// <summary>式典.</summary>
    Ceremony = 2,

    /// <summary>休憩.</summary>
    Break = 3,

    /// <summary>製品紹介.</summary>
    ProductPresentation = 4,
}

/// <summary>One line of a timeline: a talk (講演) under exactly one curriculum code and what else it offers, or time that does not count.</summary>
/// <param name="No">1 for the first talk; never reused within the program.</param>
/// <param name="Speaker">All speakers on the theme: one theme is one talk.</param>
/// <param name="Code">0 when the talk offers no CME units.</param>
/// <param name="Offers">Units of other schemes; each scheme at most once. Null is none.</param>
[GenerateSerializer, Immutable, Alias("talk")]
public sealed record Talk(
    [property: Id(0)] int No,
    [property: Id(1)] DateTimeOffset Start,
    [property: Id(2)] DateTimeOffset End,
    [property: Id(3)] string Title,
    [property: Id(4)] string Speaker,
    [property: Id(5)] CurriculumCode Code,
    [property: Id(6)] TalkKind Kind = TalkKind.Lecture,
    [property: Id(7)] IReadOnlyList<Offer>? Offers = null)
{
    /// <summary>True when both say the same, offers in the same order.</summary>
    public bool Equals(Talk? other) =>
        other is not null && No == other.No && Start == other.Start && End == other.End && Title == other.Title && Speaker == other.Speaker
        && Code == other.Code && Kind == other.Kind && (Offers ?? []).SequenceEqual(other.Offers ?? []);

    public override int GetHashCode() => HashCode.Combine(No, Start, End, Title, Speaker, Code, Kind);
}

/// <summary>What a program asks of attendance, where it asks more or forgives more than its schemes' policies.</summary>
/// <param name="EntryMinutes">Coming in up to so many minutes late counts as from the start; null: as the policy says.</param>
/// <param name="ExitMinutes">Leaving up to so many minutes before the end counts as staying to it; null: as the policy says.</param>
/// <param name="SharePercent">Less than this share of a talk earns nothing; 0 asks for none.</param>
/// <param name="ReEntry">False: whoever has left is not let in again.</param>
/// <param name="Capacity">People the hall holds at one time; who is not signed up is refused beyond it with <c>full</c>, until the desk lets them in. Null: no limit.</param>
/// <param name="SignUpOnly">True: who is not signed up is refused at the door with <c>not-registered</c>, until the desk lets them in.</param>
[GenerateSerializer, Immutable, Alias("attendance-terms")]
public sealed record AttendanceTerms(
    [property: Id(0)] int? EntryMinutes = null,
    [property: Id(1)] int? ExitMinutes = null,
    [property: Id(2)] int SharePercent = 0,
    [property: Id(3)] bool ReEntry = true,
    [property: Id(4)] bool SignUpOnly = false,
    [property: Id(5)] int? Capacity = null)
{
    public static readonly AttendanceTerms Plain = new();
}

/// <param name="WholeTalk">True: leaving before a talk's end voids that talk's entry. False: the full half hours reached are kept.</param>
/// <param name="DoorsOpen">From when taps are taken.</param>
/// <param name="DoorsClose">Until when taps are taken.</param>
/// <param name="Terms">Null is <see cref="AttendanceTerms.Plain"/>.</param>
/// <param name="Organizer">Who holds it when that is not the association of <paramref name="Host"/>, e.g. 市民病院 or a 研究会: the association then endorses it. Null for the association itself.</param>
/// <param name="Delivery">How it is held.</param>
[GenerateSerializer, Immutable, Alias("create-program")]
public sealed record CreateProgram(
    [property: Id(0)] AssociationId Host,
    [property: Id(1)] string Title,
    [property: Id(2)] string Place,
    [property: Id(3)] bool WholeTalk,
    [property: Id(4)] DateTimeOffset DoorsOpen,
    [property: Id(5)] DateTimeOffset DoorsClose,
    [property: Id(6)] IReadOnlyList<Talk> Talks,
    [property: Id(7)] Caller Caller,
    [property: Id(8)] AttendanceTerms? Terms = null,
    [property: Id(9)] string? Organizer = null,
    [property: Id(10)] ProgramDelivery Delivery = ProgramDelivery.Both);

[GenerateSerializer, Immutable, Alias("set-timeline")]
public sealed record SetTimeline(
    [property: Id(0)] DateTimeOffset DoorsOpen,
    [property: Id(1)] DateTimeOffset DoorsClose,
    [property: Id(2)] IReadOnlyList<Talk> Talks,
    [property: Id(3)] Caller Caller);

[GenerateSerializer, Alias("session-status")]
public enum SessionStatus
{
    Draft = 0,
    Open = 1,
    Closed = 2,
    Confirmed = 3,
}

/// <param name="Content">The version that last changed what is decided on: title, place, timeline, terms. A decision names it.</param>
/// <param name="Approvals">One line per scheme the program offers, in order of the schemes.</param>
/// <param name="Offers">What each talk offers, with titles and the most it can earn.</param>
/// <param name="Published">Shown to everybody.</param>
/// <param name="Reason">Why it was cancelled; empty otherwise.</param>
/// <param name="ApplyBy">The last civil date of an application in time.</param>
/// <param name="Delivery">How it is held.</param>
[GenerateSerializer, Immutable, Alias("program-view")]
public sealed record ProgramView(
    [property: Id(0)] ProgramId Id,
    [property: Id(1)] SessionId Session,
    [property: Id(2)] AssociationId Host,
    [property: Id(3)] string Title,
    [property: Id(4)] string Place,
    [property: Id(5)] bool WholeTalk,
    [property: Id(6)] DateTimeOffset DoorsOpen,
    [property: Id(7)] DateTimeOffset DoorsClose,
    [property: Id(8)] IReadOnlyList<Talk> Talks,
    [property: Id(9)] SessionStatus Status,
    [property: Id(10)] long Version,
    [property: Id(11)] AttendanceTerms? Terms = null,
    [property: Id(12)] string? Organizer = null,
    [property: Id(13)] ProgramStage Stage = ProgramStage.Draft,
    [property: Id(14)] long Content = 0,
    [property: Id(15)] IReadOnlyList<ApprovalLine>? Approvals = null,
    [property: Id(16)] IReadOnlyList<OfferLine>? Offers = null,
    [property: Id(17)] bool Published = false,
    [property: Id(18)] string Reason = "",
    [property: Id(19)] DateOnly? ApplyBy = null,
    [property: Id(20)] ProgramId? CopiedFrom = null,
    [property: Id(21)] ProgramDelivery Delivery = ProgramDelivery.Both);
