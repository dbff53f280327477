namespace JmaActors.Interviews;

/// <summary>Who manages the institution (管理者): never its interviewer.</summary>
[GenerateSerializer, Immutable, Alias("name-institution-head")]
public sealed record NameInstitutionHead([property: Id(0)] string Key, [property: Id(1)] MemberId Head, [property: Id(2)] Caller Caller);

/// <summary>Who directs a physician (直属の上司): never her interviewer.</summary>
/// <param name="Superior">Null when nobody does.</param>
[GenerateSerializer, Immutable, Alias("name-superior")]
public sealed record NameSuperior([property: Id(0)] string Key, [property: Id(1)] MemberId Member, [property: Id(2)] MemberId? Superior, [property: Id(3)] Caller Caller);

/// <summary>A physician who may hold interviews: 面接指導実施医師.</summary>
/// <param name="Completed">The day the ministry's course was completed.</param>
/// <param name="Certificate">Number of the certificate of completion.</param>
/// <param name="Document">SHA-256 of a copy of it; empty without one.</param>
[GenerateSerializer, Immutable, Alias("keep-interviewer")]
public sealed record KeepInterviewer(
    [property: Id(0)] string Key, [property: Id(1)] MemberId Member, [property: Id(2)] DateOnly Completed, [property: Id(3)] string Certificate, [property: Id(4)] Caller Caller, [property: Id(5)] string Document = "");

/// <summary>Somebody holds no interviews any more.</summary>
[GenerateSerializer, Immutable, Alias("end-interviewer")]
public sealed record EndInterviewer([property: Id(0)] string Key, [property: Id(1)] MemberId Member, [property: Id(2)] Caller Caller);

[GenerateSerializer, Immutable, Alias("assign-interview")]
public sealed record AssignInterview([property: Id(0)] string Key, [property: Id(1)] MemberId Member, [property: Id(2)] DateOnly Month, [property: Id(3)] MemberId Interviewer, [property: Id(4)] Caller Caller);

/// <param name="Place">Where, or over which line.</param>
[GenerateSerializer, Immutable, Alias("appoint-interview")]
public sealed record AppointInterview(
    [property: Id(0)] string Key, [property: Id(1)] MemberId Member, [property: Id(2)] DateOnly Month, [property: Id(3)] DateTimeOffset At, [property: Id(4)] string Place, [property: Id(5)] Caller Caller);

/// <summary>睡眠と疲労の状況の確認, by the physician. For her and the interviewer alone.</summary>
/// <param name="SleepMinutes">Average of a day over the last two weeks.</param>
/// <param name="Grade">自覚症状の評価: I to IV as 1 to 4.</param>
/// <param name="Score">仕事による負担度, 0 to 7.</param>
/// <param name="Asks">She asks for an interview.</param>
[GenerateSerializer, Immutable, Alias("fatigue-answers")]
public sealed record FatigueAnswers([property: Id(0)] int SleepMinutes, [property: Id(1)] int Grade, [property: Id(2)] int Score, [property: Id(3)] bool Asks, [property: Id(4)] string Words);

[GenerateSerializer, Immutable, Alias("fill-fatigue-check")]
public sealed record FillFatigueCheck([property: Id(0)] string Key, [property: Id(1)] MemberId Member, [property: Id(2)] DateOnly Month, [property: Id(3)] FatigueAnswers Answers, [property: Id(4)] Caller Caller);

/// <summary>The interview was held.</summary>
/// <param name="Record">What was talked about: for the interviewer and the physician alone.</param>
/// <param name="Opinion">意見書: what the manager of the institution reads.</param>
/// <param name="Interviewer">Who held it: the one assigned.</param>
[GenerateSerializer, Immutable, Alias("hold-interview")]
public sealed record HoldInterview(
    [property: Id(0)] string Key,
    [property: Id(1)] MemberId Member,
    [property: Id(2)] DateOnly Month,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] string Record,
    [property: Id(5)] string Opinion,
    [property: Id(6)] InterviewAdvice Advice,
    [property: Id(7)] Caller Caller,
    [property: Id(8)] MemberId Interviewer);

/// <param name="Until">The last day of the measures; null where none is set.</param>
[GenerateSerializer, Immutable, Alias("decide-measures")]
public sealed record DecideMeasures(
    [property: Id(0)] string Key,
    [property: Id(1)] MemberId Member,
    [property: Id(2)] DateOnly Month,
    [property: Id(3)] InterviewMeasures Measures,
    [property: Id(4)] string Words,
    [property: Id(5)] DateOnly? Until,
    [property: Id(6)] Caller Caller);

/// <param name="Done">Nothing more is to be done.</param>
[GenerateSerializer, Immutable, Alias("follow-measures")]
public sealed record FollowMeasures(
    [property: Id(0)] string Key, [property: Id(1)] MemberId Member, [property: Id(2)] DateOnly Month, [property: Id(3)] string Words, [property: Id(4)] bool Done, [property: Id(5)] Caller Caller);

/// <summary>The physician passes the result on to another employer, whose duty it meets.</summary>
[GenerateSerializer, Immutable, Alias("pass-interview-on")]
public sealed record PassInterviewOn([property: Id(0)] string Key, [property: Id(1)] MemberId Member, [property: Id(2)] DateOnly Month, [property: Id(3)] WorkplaceId To, [property: Id(4)] Caller Caller);

[GenerateSerializer, Immutable, Alias("drop-interview")]
public sealed record DropInterview([property: Id(0)] string Key, [property: Id(1)] MemberId Member, [property: Id(2)] DateOnly Month, [property: Id(3)] string Reason, [property: Id(4)] Caller Caller);
