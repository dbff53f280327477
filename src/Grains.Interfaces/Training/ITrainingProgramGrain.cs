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

    /// <summary>Replaces the timeline of a draft. Refused with <c>already-open</c> afterwards.</summary>
    [Alias("set-timeline")]
    Task<Answer<ProgramView>> SetTimeline(SetTimeline command, CancellationToken ct);

    /// <summary>Opens the program's session: the timeline is handed to it and the door may open. Answers once the session has it.</summary>
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
    public const int TapBatch = 1_000;
    public const int RollPage = 200;

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
    [property: Id(8)] AttendanceTerms? Terms = null);

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
    [property: Id(11)] AttendanceTerms? Terms = null);
