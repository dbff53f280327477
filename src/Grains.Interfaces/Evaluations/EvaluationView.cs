using JmaActors.WorkHours;

namespace JmaActors.Evaluations;

/// <summary>Picture of the topic <c>evaluation/{id}</c>: how far it is and whose turn it is, nothing of what was found.</summary>
[GenerateSerializer, Immutable, Alias("evaluation-head")]
public sealed record EvaluationHead([property: Id(0)] string Id, [property: Id(1)] WorkplaceId Workplace, [property: Id(2)] EvaluationStage Stage, [property: Id(3)] EvaluationWaits Waits, [property: Id(4)] long Version);

/// <summary>An application in one of its parts.</summary>
/// <param name="Association">The local association the workplace lies under; its first two digits are the prefecture.</param>
/// <param name="Filed">When it was filed first; null before.</param>
/// <param name="Target">By this civil date the result is aimed at; null before it was filed.</param>
/// <param name="ReviewDue">The day by which the plan is to be reviewed next; null without a plan.</param>
/// <param name="Fields">The sheet, field by field, as the policy lists them.</param>
/// <param name="Items">Every item, as the policy lists them.</param>
/// <param name="Advice">中間報告; null before there was one.</param>
/// <param name="Result">The fixed wording; null before.</param>
/// <param name="NextBy">By this civil date the next review is due; null before the designation.</param>
/// <param name="Missing">What keeps it from being filed, as reason codes; empty when nothing does, or when it was filed.</param>
[GenerateSerializer, Immutable, Alias("evaluation-view")]
public sealed record EvaluationView(
    [property: Id(0)] EvaluationHead Head,
    [property: Id(1)] string WorkplaceName,
    [property: Id(2)] AssociationId Association,
    [property: Id(3)] IReadOnlyList<WorkLevel> Levels,
    [property: Id(4)] DateTimeOffset? Filed,
    [property: Id(5)] DateOnly? Target,
    [property: Id(6)] PlanLine? Plan,
    [property: Id(7)] DateOnly? ReviewDue,
    [property: Id(8)] IReadOnlyList<PlanReviewLine> Reviews,
    [property: Id(9)] IReadOnlyList<C2Line> Confirmations,
    [property: Id(10)] IReadOnlyList<SheetLine> Fields,
    [property: Id(11)] IReadOnlyList<ItemLine> Items,
    [property: Id(12)] IReadOnlyList<SurveyorLine> Surveyors,
    [property: Id(13)] string? Advice,
    [property: Id(14)] Words? Result,
    [property: Id(15)] string ResultWords,
    [property: Id(16)] DateOnly? Applied,
    [property: Id(17)] IReadOnlyList<DesignatedLine> Designated,
    [property: Id(18)] DateOnly? NextBy,
    [property: Id(19)] IReadOnlyList<string> Missing,
    [property: Id(20)] IReadOnlyList<ResultChoice> Results)
{
    /// <summary>Mandatory items that failed when it was suspended.</summary>
    [Id(21)]
    public IReadOnlyList<string> Failed { get; init; } = [];
}

[GenerateSerializer, Immutable, Alias("plan-line")]
public sealed record PlanLine([property: Id(0)] DateOnly From, [property: Id(1)] DateOnly To, [property: Id(2)] string Document);

[GenerateSerializer, Immutable, Alias("plan-review-line")]
public sealed record PlanReviewLine([property: Id(0)] DateOnly On, [property: Id(1)] string Words);

[GenerateSerializer, Immutable, Alias("c2-line")]
public sealed record C2Line([property: Id(0)] MemberId? Member, [property: Id(1)] string Technique, [property: Id(2)] DateOnly On, [property: Id(3)] string Number);

/// <param name="Text">Empty while it is not filled in.</param>
[GenerateSerializer, Immutable, Alias("sheet-line")]
public sealed record SheetLine([property: Id(0)] string Field, [property: Id(1)] Words Name, [property: Id(2)] string Text);

/// <summary>An item of the evaluation.</summary>
/// <param name="Unverified">The item's text was not seen in the centre's own list.</param>
/// <param name="Own">The hospital's self-evaluation; null while there is none.</param>
/// <param name="Doctor">What the physician found; null before, and for who may not see it.</param>
/// <param name="Labour">What the 社労士 found.</param>
[GenerateSerializer, Immutable, Alias("evaluation-item-line")]
public sealed record ItemLine(
    [property: Id(0)] string Item,
    [property: Id(1)] string Group,
    [property: Id(2)] Words Text,
    [property: Id(3)] bool Mandatory,
    [property: Id(4)] bool Unverified,
    [property: Id(5)] ItemVerdict? Own,
    [property: Id(6)] string OwnWords,
    [property: Id(7)] IReadOnlyList<string> Documents,
    [property: Id(8)] ItemVerdict? Doctor,
    [property: Id(9)] string DoctorWords,
    [property: Id(10)] ItemVerdict? Labour,
    [property: Id(11)] string LabourWords);

/// <param name="Done">Finished the review.</param>
[GenerateSerializer, Immutable, Alias("surveyor-line")]
public sealed record SurveyorLine([property: Id(0)] SurveyorKind Kind, [property: Id(1)] string Who, [property: Id(2)] bool Done, [property: Id(3)] int Judged);

[GenerateSerializer, Immutable, Alias("designated-line")]
public sealed record DesignatedLine([property: Id(0)] WorkLevel Level, [property: Id(1)] DateOnly From, [property: Id(2)] DateOnly? To);

/// <summary>One of the fixed overall wordings.</summary>
[GenerateSerializer, Immutable, Alias("result-choice")]
public sealed record ResultChoice([property: Id(0)] string Id, [property: Id(1)] Words Text, [property: Id(2)] bool Unverified);

/// <summary>Who has which part in an application, for the gateway.</summary>
[GenerateSerializer, Immutable, Alias("evaluation-parties")]
public sealed record EvaluationParties(
    [property: Id(0)] WorkplaceId Workplace, [property: Id(1)] AssociationId Association, [property: Id(2)] string? Doctor, [property: Id(3)] string? Labour, [property: Id(4)] EvaluationStage Stage, [property: Id(5)] IReadOnlyList<string> Documents);

/// <summary>An application as lists show it.</summary>
/// <param name="ReviewDue">The day by which the plan is to be reviewed next.</param>
/// <param name="ReviewSoon">That day is near, or over.</param>
/// <param name="NextSoon">The day of the next evaluation is near, or over.</param>
[GenerateSerializer, Immutable, Alias("evaluation-line")]
public sealed record EvaluationLine(
    [property: Id(0)] string Id,
    [property: Id(1)] WorkplaceId Workplace,
    [property: Id(2)] string Name,
    [property: Id(3)] AssociationId Association,
    [property: Id(4)] IReadOnlyList<WorkLevel> Levels,
    [property: Id(5)] EvaluationStage Stage,
    [property: Id(6)] EvaluationWaits Waits,
    [property: Id(7)] DateTimeOffset? Filed,
    [property: Id(8)] DateOnly? Target,
    [property: Id(9)] DateOnly? NextBy,
    [property: Id(10)] DateOnly? ReviewDue,
    [property: Id(11)] bool ReviewSoon = false,
    [property: Id(12)] bool NextSoon = false);

[GenerateSerializer, Immutable, Alias("evaluation-page")]
public sealed record EvaluationPage([property: Id(0)] IReadOnlyList<EvaluationLine> Lines, [property: Id(1)] string? Next);

/// <param name="Workplace">Of one workplace; null for all.</param>
/// <param name="Prefecture">Of those whose result is given, in one prefecture (two digits); null for all.</param>
/// <param name="Surveyor">Assigned to one account; null for all.</param>
/// <param name="Waits">Only those where it is this one's turn; null for all.</param>
/// <param name="After">Cursor of the page before.</param>
[GenerateSerializer, Immutable, Alias("evaluation-query")]
public sealed record EvaluationQuery(
    [property: Id(0)] WorkplaceId? Workplace, [property: Id(1)] string? Prefecture, [property: Id(2)] string? Surveyor, [property: Id(3)] EvaluationWaits? Waits, [property: Id(4)] string? After, [property: Id(5)] int Size);

/// <summary>An institution a prefecture designated, as everybody may read.</summary>
[GenerateSerializer, Immutable, Alias("public-designation")]
public sealed record PublicDesignation(
    [property: Id(0)] WorkplaceId Workplace, [property: Id(1)] string Name, [property: Id(2)] string Prefecture, [property: Id(3)] WorkLevel Level, [property: Id(4)] DateOnly From, [property: Id(5)] DateOnly? To, [property: Id(6)] string Result);

[GenerateSerializer, Immutable, Alias("public-designations")]
public sealed record PublicDesignations([property: Id(0)] IReadOnlyList<PublicDesignation> Lines, [property: Id(1)] string? Next);
