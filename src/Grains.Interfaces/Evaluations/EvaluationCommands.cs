using JmaActors.WorkHours;

namespace JmaActors.Evaluations;

/// <summary>Begins an application.</summary>
/// <param name="Levels">Levels applied for; none of them A.</param>
[GenerateSerializer, Immutable, Alias("open-evaluation")]
public sealed record OpenEvaluation([property: Id(0)] string Key, [property: Id(1)] IReadOnlyList<WorkLevel> Levels, [property: Id(2)] Caller Caller);

/// <summary>医師労働時間短縮計画: what it covers. The same again moves it.</summary>
/// <param name="Document">SHA-256 of the plan, brought before.</param>
[GenerateSerializer, Immutable, Alias("keep-plan")]
public sealed record KeepPlan([property: Id(0)] string Key, [property: Id(1)] DateOnly From, [property: Id(2)] DateOnly To, [property: Id(3)] string Document, [property: Id(4)] Caller Caller);

/// <summary>The yearly review of the plan.</summary>
[GenerateSerializer, Immutable, Alias("review-plan")]
public sealed record ReviewPlan([property: Id(0)] string Key, [property: Id(1)] DateOnly On, [property: Id(2)] string Words, [property: Id(3)] Caller Caller);

/// <summary>C-2: the ministry confirmed a physician's training plan for a technique, before the prefecture is asked.</summary>
/// <param name="Member">Null where the confirmation is of a program.</param>
/// <param name="Technique">特定高度技能の分野, or the program.</param>
/// <param name="Number">Number of the confirmation.</param>
[GenerateSerializer, Immutable, Alias("confirm-c2")]
public sealed record ConfirmC2(
    [property: Id(0)] string Key, [property: Id(1)] MemberId? Member, [property: Id(2)] string Technique, [property: Id(3)] DateOnly On, [property: Id(4)] string Number, [property: Id(5)] Caller Caller);

/// <summary>基本情報: fields of the sheet, by their id. An empty one is taken away.</summary>
[GenerateSerializer, Immutable, Alias("fill-sheet")]
public sealed record FillSheet([property: Id(0)] string Key, [property: Id(1)] IReadOnlyDictionary<string, string> Fields, [property: Id(2)] Caller Caller);

/// <summary>自己評価 of an item, also anew; while suspended, of those that failed.</summary>
/// <param name="Documents">SHA-256 of evidence brought before.</param>
[GenerateSerializer, Immutable, Alias("answer-item")]
public sealed record AnswerItem(
    [property: Id(0)] string Key, [property: Id(1)] string Item, [property: Id(2)] ItemVerdict Verdict, [property: Id(3)] string Words, [property: Id(4)] IReadOnlyList<string> Documents, [property: Id(5)] Caller Caller);

/// <summary>Files the application, or after advice files it again.</summary>
[GenerateSerializer, Immutable, Alias("file-evaluation")]
public sealed record FileEvaluation([property: Id(0)] string Key, [property: Id(1)] Caller Caller);

/// <param name="Who">Account of the surveyor, as <see cref="SurveyorLine.Who"/>.</param>
/// <param name="OfInstitution">Belongs to the institution: has a function there, or is employed by it.</param>
[GenerateSerializer, Immutable, Alias("assign-surveyor")]
public sealed record AssignSurveyor([property: Id(0)] string Key, [property: Id(1)] SurveyorKind Kind, [property: Id(2)] string Who, [property: Id(3)] bool OfInstitution, [property: Id(4)] Caller Caller, [property: Id(5)] bool Surveys = true);

[GenerateSerializer, Immutable, Alias("judge-item")]
public sealed record JudgeItem(
    [property: Id(0)] string Key, [property: Id(1)] SurveyorKind Kind, [property: Id(2)] string Item, [property: Id(3)] ItemVerdict Verdict, [property: Id(4)] string Words, [property: Id(5)] Caller Caller);

/// <summary>A surveyor is done: every item is judged.</summary>
[GenerateSerializer, Immutable, Alias("finish-review")]
public sealed record FinishReview([property: Id(0)] string Key, [property: Id(1)] SurveyorKind Kind, [property: Id(2)] Caller Caller);

/// <summary>中間報告: suspends an application of which a mandatory item failed, with advice.</summary>
[GenerateSerializer, Immutable, Alias("suspend-evaluation")]
public sealed record SuspendEvaluation([property: Id(0)] string Key, [property: Id(1)] string Advice, [property: Id(2)] Caller Caller);

/// <param name="Result">Id of one of the fixed wordings (全体評価).</param>
[GenerateSerializer, Immutable, Alias("give-result")]
public sealed record GiveResult([property: Id(0)] string Key, [property: Id(1)] string Result, [property: Id(2)] string Words, [property: Id(3)] Caller Caller);

/// <summary>The hospital applied to the prefecture, apart from this system.</summary>
[GenerateSerializer, Immutable, Alias("apply-to-prefecture")]
public sealed record ApplyToPrefecture([property: Id(0)] string Key, [property: Id(1)] DateOnly On, [property: Id(2)] Caller Caller);

/// <summary>The prefecture's designation. The workplace keeps it too.</summary>
/// <param name="To">The last day; null for the longest there is.</param>
[GenerateSerializer, Immutable, Alias("designate-evaluated")]
public sealed record DesignateEvaluated(
    [property: Id(0)] string Key, [property: Id(1)] IReadOnlyList<WorkLevel> Levels, [property: Id(2)] DateOnly From, [property: Id(3)] DateOnly? To, [property: Id(4)] Caller Caller);

[GenerateSerializer, Immutable, Alias("publish-designation")]
public sealed record PublishDesignation([property: Id(0)] string Key, [property: Id(1)] Caller Caller);

[GenerateSerializer, Immutable, Alias("withdraw-evaluation")]
public sealed record WithdrawEvaluation([property: Id(0)] string Key, [property: Id(1)] string Reason, [property: Id(2)] Caller Caller);
