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
    public const int TapBatch = 500;
    public const int RollPage = 200;

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

/// <summary>One talk (講演) of a timeline, with exactly one curriculum code.</summary>
/// <param name="No">1 for the first talk; never reused within the program.</param>
[GenerateSerializer, Immutable, Alias("talk")]
public sealed record Talk(
    [property: Id(0)] int No,
    [property: Id(1)] DateTimeOffset Start,
    [property: Id(2)] DateTimeOffset End,
    [property: Id(3)] string Title,
    [property: Id(4)] string Speaker,
    [property: Id(5)] CurriculumCode Code);

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
    [property: Id(7)] Caller Caller);

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
    [property: Id(10)] long Version);
