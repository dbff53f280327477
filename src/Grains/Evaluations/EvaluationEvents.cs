using System.Text.Json.Serialization;
using JmaActors.WorkHours;

namespace JmaActors.Evaluations;

/// <summary>What can happen to an application.</summary>
/// <param name="Key">Natural key of the command.</param>
public abstract record EvaluationEvent(string Key);

/// <summary>An application was begun, of a workplace as it is called and where it lies.</summary>
public sealed record EvaluationOpened(string Key, IReadOnlyList<WorkLevel> Levels, string Name, string Association) : EvaluationEvent(Key);

/// <summary>The plan was kept, or another one.</summary>
public sealed record PlanKept(string Key, DateOnly From, DateOnly To, string Document) : EvaluationEvent(Key);

/// <summary>The plan was reviewed.</summary>
public sealed record PlanReviewed(string Key, DateOnly On, string Words) : EvaluationEvent(Key);

/// <summary>The ministry confirmed a physician's plan or a program for C-2.</summary>
public sealed record C2Confirmed(string Key, long Member, string Technique, DateOnly On, string Number) : EvaluationEvent(Key);

/// <summary>Fields of the sheet were filled in; empty ones taken away.</summary>
public sealed record SheetFilled(string Key, IReadOnlyDictionary<string, string> Fields) : EvaluationEvent(Key);

/// <summary>The hospital evaluated itself on an item.</summary>
public sealed record ItemAnswered(string Key, string Item, ItemVerdict Verdict, string Words, IReadOnlyList<string> Documents) : EvaluationEvent(Key);

/// <summary>It was filed, or filed again after advice.</summary>
public sealed record EvaluationFiled(string Key) : EvaluationEvent(Key);

/// <summary>A surveyor was assigned.</summary>
public sealed record SurveyorAssigned(string Key, SurveyorKind Kind, string Who) : EvaluationEvent(Key);

/// <summary>A surveyor judged an item.</summary>
public sealed record ItemJudged(string Key, SurveyorKind Kind, string Item, ItemVerdict Verdict, string Words) : EvaluationEvent(Key);

/// <summary>A surveyor is done.</summary>
public sealed record ReviewFinished(string Key, SurveyorKind Kind) : EvaluationEvent(Key);

/// <summary>中間報告: it was suspended with advice.</summary>
public sealed record EvaluationSuspended(string Key, string Advice, IReadOnlyList<string> Failed) : EvaluationEvent(Key);

/// <summary>The result was given.</summary>
public sealed record EvaluationResulted(string Key, string Result, string Words) : EvaluationEvent(Key);

/// <summary>The hospital applied to the prefecture.</summary>
public sealed record PrefectureApplied(string Key, DateOnly On) : EvaluationEvent(Key);

/// <summary>The prefecture designated.</summary>
/// <param name="NextBy">By this civil date the next review is due.</param>
public sealed record PrefectureDesignated(string Key, IReadOnlyList<WorkLevel> Levels, DateOnly From, DateOnly? To, DateOnly NextBy) : EvaluationEvent(Key);

/// <summary>The designation was published.</summary>
public sealed record DesignationPublished(string Key) : EvaluationEvent(Key);

/// <summary>The hospital took the application back.</summary>
public sealed record EvaluationWithdrawn(string Key, string Reason) : EvaluationEvent(Key);

/// <summary>Levels a prefecture designated after an evaluation, as the workplace is told.</summary>
public sealed record EvaluatedLevels(string Key, IReadOnlyList<WorkLevel> Levels, DateOnly From, DateOnly? To);

/// <summary>Stored forms of applications.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(EvaluationOpened))]
[JsonSerializable(typeof(PlanKept))]
[JsonSerializable(typeof(PlanReviewed))]
[JsonSerializable(typeof(C2Confirmed))]
[JsonSerializable(typeof(SheetFilled))]
[JsonSerializable(typeof(ItemAnswered))]
[JsonSerializable(typeof(EvaluationFiled))]
[JsonSerializable(typeof(SurveyorAssigned))]
[JsonSerializable(typeof(ItemJudged))]
[JsonSerializable(typeof(ReviewFinished))]
[JsonSerializable(typeof(EvaluationSuspended))]
[JsonSerializable(typeof(EvaluationResulted))]
[JsonSerializable(typeof(PrefectureApplied))]
[JsonSerializable(typeof(PrefectureDesignated))]
[JsonSerializable(typeof(DesignationPublished))]
[JsonSerializable(typeof(EvaluationWithdrawn))]
[JsonSerializable(typeof(EvaluatedLevels))]
[JsonSerializable(typeof(EvaluationState))]
public sealed partial class EvaluationJson : JsonSerializerContext;
