using JmaActors.Ledgers;
using JmaActors.Live;
using JmaActors.WorkHours;

namespace JmaActors.Evaluations;

/// <summary>
/// An application of a workplace to the 医療機関勤務環境評価センター, from the plan to the next review. Keyed by <see cref="EvaluationId.Text"/>. Whose turn it is follows from what was done. A designation it tells the workplace,
/// which hears of it a moment later. Every command is repeatable under its key, and answers the application in the part of who gives it.
/// </summary>
[Alias("evaluation-grain")]
public interface IEvaluationGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>Refused with <c>unknown-workplace</c>, <c>no-level</c>, <c>bad-key</c>.</summary>
    [Alias("open")]
    Task<Answer<EvaluationView>> Open(OpenEvaluation command, CancellationToken ct);

    /// <summary>Refused with <c>unknown-evaluation</c>, <c>bad-dates</c>, <c>evaluation-over</c>.</summary>
    [Alias("keep-plan")]
    Task<Answer<EvaluationView>> KeepPlan(KeepPlan command, CancellationToken ct);

    /// <summary>Refused with <c>no-plan</c>, <c>in-the-future</c>, <c>no-words</c>.</summary>
    [Alias("review-plan")]
    Task<Answer<EvaluationView>> ReviewPlan(ReviewPlan command, CancellationToken ct);

    /// <summary>Refused with <c>no-technique</c>, <c>in-the-future</c>, <c>ledger-full</c>.</summary>
    [Alias("confirm-c2")]
    Task<Answer<EvaluationView>> ConfirmC2(ConfirmC2 command, CancellationToken ct);

    /// <summary>Refused with <c>not-drafting</c>, <c>unknown-field</c>, <c>too-many-words</c>.</summary>
    [Alias("fill-sheet")]
    Task<Answer<EvaluationView>> FillSheet(FillSheet command, CancellationToken ct);

    /// <summary>Refused with <c>not-drafting</c>, <c>unknown-item</c>, <c>item-mandatory</c>, <c>too-many-words</c>.</summary>
    [Alias("answer-item")]
    Task<Answer<EvaluationView>> AnswerItem(AnswerItem command, CancellationToken ct);

    /// <summary>Refused with <c>not-drafting</c>, <c>no-plan</c>, <c>sheet-incomplete</c>, <c>items-unanswered</c>, <c>evidence-missing</c>, <c>c2-not-confirmed</c>.</summary>
    [Alias("file")]
    Task<Answer<EvaluationView>> File(FileEvaluation command, CancellationToken ct);

    /// <summary>Refused with <c>not-filed</c>, <c>surveyor-of-institution</c>, <c>same-surveyor</c>, <c>review-begun</c>.</summary>
    [Alias("assign-surveyor")]
    Task<Answer<EvaluationView>> AssignSurveyor(AssignSurveyor command, CancellationToken ct);

    /// <summary>Refused with <c>not-in-review</c>, <c>unknown-item</c>, <c>item-mandatory</c>, <c>review-finished</c>, <c>no-words</c> where an item is not met.</summary>
    [Alias("judge-item")]
    Task<Answer<EvaluationView>> JudgeItem(JudgeItem command, CancellationToken ct);

    /// <summary>Refused with <c>not-in-review</c>, <c>items-unjudged</c>.</summary>
    [Alias("finish-review")]
    Task<Answer<EvaluationView>> FinishReview(FinishReview command, CancellationToken ct);

    /// <summary>Refused with <c>not-reviewed</c>, <c>nothing-failed</c>, <c>no-words</c>.</summary>
    [Alias("suspend")]
    Task<Answer<EvaluationView>> Suspend(SuspendEvaluation command, CancellationToken ct);

    /// <summary>Refused with <c>not-reviewed</c>, <c>mandatory-failed</c>, <c>unknown-result</c>.</summary>
    [Alias("give-result")]
    Task<Answer<EvaluationView>> GiveResult(GiveResult command, CancellationToken ct);

    /// <summary>Refused with <c>no-result</c>, <c>in-the-future</c>.</summary>
    [Alias("apply")]
    Task<Answer<EvaluationView>> Apply(ApplyToPrefecture command, CancellationToken ct);

    /// <summary>Refused with <c>not-applied</c>, <c>level-not-applied-for</c>, <c>c2-not-confirmed</c>, <c>bad-dates</c>.</summary>
    [Alias("designate")]
    Task<Answer<EvaluationView>> Designate(DesignateEvaluated command, CancellationToken ct);

    /// <summary>Refused with <c>not-designated</c>.</summary>
    [Alias("publish")]
    Task<Answer<EvaluationView>> Publish(PublishDesignation command, CancellationToken ct);

    /// <summary>Refused with <c>evaluation-over</c>, <c>no-words</c>.</summary>
    [Alias("withdraw")]
    Task<Answer<EvaluationView>> Withdraw(WithdrawEvaluation command, CancellationToken ct);

    /// <summary>The application in somebody's part; null when there is none.</summary>
    [Alias("read")]
    Task<EvaluationView?> Read(EvaluationPart part, CancellationToken ct);

    /// <summary>Who has which part; null when there is no such application.</summary>
    [Alias("parties")]
    Task<EvaluationParties?> Parties(CancellationToken ct);

    [Alias("watch")]
    Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct);

    [Alias("unwatch")]
    Task Unwatch(IBoardObserver observer, CancellationToken ct);
}

/// <summary>Lists of applications by index, within the caller's scope. Stateless; key 0.</summary>
[Alias("evaluation-list-grain")]
public interface IEvaluationListGrain : IGrainWithIntegerKey
{
    /// <summary>Applications, the oldest first. A keyset page.</summary>
    /// <param name="person">Of a surveyor: the account that asks.</param>
    [Alias("list")]
    Task<EvaluationPage> List(EvaluationQuery query, string? person, Caller caller, CancellationToken ct);

    /// <summary>Institutions whose designation is published, by level and name; for everybody.</summary>
    [Alias("designated")]
    Task<PublicDesignations> Designated(WorkLevel? level, string? prefecture, string? after, int size, CancellationToken ct);
}
