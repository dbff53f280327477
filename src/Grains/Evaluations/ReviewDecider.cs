using JmaActors.Ledgers;
using JmaActors.WorkHours;
using Decision = JmaActors.Ledgers.Decision<JmaActors.Evaluations.EvaluationEvent>;

namespace JmaActors.Evaluations;

/// <summary>What the centre, its surveyors and the prefecture do of an application. Pure.</summary>
sealed class ReviewDecider(EvaluationDecider papers)
{
    public static Decision Assign(EvaluationState state, AssignSurveyor c, Deciding deciding)
    {
        if (EvaluationDecider.Known(state, c.Key) is { } known) return known;
        if (EvaluationStepRules.StageOf(state) is not (EvaluationStage.Filed or EvaluationStage.InReview)) return Decision.Refuse("not-filed");
        if (!c.Surveys || !Enum.IsDefined(c.Kind) || c.Who.Length is 0 or > EvaluationLimits.Short) return Decision.Refuse("unknown-surveyor");
        if (c.OfInstitution) return Decision.Refuse("surveyor-of-institution", EvaluationPolicy.Surveyors);
        if (state.Of(Other(c.Kind)).Who == c.Who) return Decision.Refuse("same-surveyor", EvaluationPolicy.Surveyors);
        return state.Of(c.Kind).Items.Count > 0 ? Decision.Refuse("review-begun") : Decision.Event(new SurveyorAssigned(c.Key, c.Kind, c.Who));
    }

    public Decision Judge(EvaluationState state, JudgeItem c, Deciding deciding)
    {
        if (EvaluationDecider.Known(state, c.Key) is { } known) return known;
        if (EvaluationStepRules.StageOf(state) != EvaluationStage.InReview) return Decision.Refuse(NotInReview);
        if (state.Of(c.Kind).Done) return Decision.Refuse("review-finished");
        var policy = papers.Policy(deciding.Now);
        if (policy.Item(c.Item) is not { } item) return Decision.Refuse("unknown-item");
        if (item.Mandatory && c.Verdict == ItemVerdict.NotConcerned) return Decision.Refuse("item-mandatory", EvaluationPolicy.Mandatory);
        if (c.Verdict == ItemVerdict.NotMet && EvaluationDecider.Fault(c.Words) is { } fault) return Decision.Refuse(fault);
        return c.Words.Length > EvaluationLimits.Words ? Decision.Refuse(EvaluationDecider.TooMany) : Decision.Event(new ItemJudged(c.Key, c.Kind, c.Item, c.Verdict, c.Words), null, policy.Edition);
    }

    public Decision Finish(EvaluationState state, FinishReview c, Deciding deciding)
    {
        if (EvaluationDecider.Known(state, c.Key) is { } known) return known;
        if (EvaluationStepRules.StageOf(state) != EvaluationStage.InReview || state.Of(c.Kind).Done) return Decision.Refuse(NotInReview);
        var policy = papers.Policy(deciding.Now);
        return EvaluationStepRules.Unjudged(state.Of(c.Kind), policy).Count > 0 ? Decision.Refuse("items-unjudged") : Decision.Event(new ReviewFinished(c.Key, c.Kind), null, policy.Edition);
    }

    public Decision Suspend(EvaluationState state, SuspendEvaluation c, Deciding deciding)
    {
        if (EvaluationDecider.Known(state, c.Key) is { } known) return known;
        if (EvaluationStepRules.StageOf(state) != EvaluationStage.Reviewed) return Decision.Refuse(NotReviewed);
        var policy = papers.Policy(deciding.Now);
        var failed = EvaluationStepRules.Failed(state, policy);
        if (failed.Count == 0) return Decision.Refuse("nothing-failed", EvaluationPolicy.Mandatory);
        return EvaluationDecider.Fault(c.Advice) is { } fault ? Decision.Refuse(fault) : Decision.Event(new EvaluationSuspended(c.Key, c.Advice, failed), null, policy.Edition);
    }

    public Decision Result(EvaluationState state, GiveResult c, Deciding deciding)
    {
        if (EvaluationDecider.Known(state, c.Key) is { } known) return known;
        if (EvaluationStepRules.StageOf(state) != EvaluationStage.Reviewed) return Decision.Refuse(NotReviewed);
        var policy = papers.Policy(deciding.Now);
        if (EvaluationStepRules.Failed(state, policy).Count > 0) return Decision.Refuse("mandatory-failed", EvaluationPolicy.Mandatory, "A mandatory item failed: suspend with advice.");
        if (policy.Results.All(r => r.Id != c.Result)) return Decision.Refuse("unknown-result");
        return c.Words.Length > EvaluationLimits.Words ? Decision.Refuse(EvaluationDecider.TooMany) : Decision.Event(new EvaluationResulted(c.Key, c.Result, c.Words), null, policy.Edition);
    }

    public Decision Designate(EvaluationState state, DesignateEvaluated c, Deciding deciding)
    {
        if (EvaluationDecider.Known(state, c.Key) is { } known) return known;
        if (EvaluationStepRules.StageOf(state) != EvaluationStage.Applied) return Decision.Refuse("not-applied");
        if (c.Levels.Count == 0 || c.Levels.Distinct().Count() != c.Levels.Count || c.Levels.Any(l => !state.Levels.Contains(l))) return Decision.Refuse("level-not-applied-for");
        if (c.Levels.Contains(WorkLevel.C2) && state.Confirmations.Count == 0) return Decision.Refuse("c2-not-confirmed", EvaluationPolicy.C2);
        var policy = papers.Policy(deciding.Now);
        if (!WorkMinute.Fits(c.From) || c.From < state.Applied) return Decision.Refuse("bad-dates", EvaluationPolicy.Cycle);
        var last = c.From.AddYears(policy.CycleYears).AddDays(-1);
        // A designation does not outlast the next review.
        if (c.To is { } to && (to < c.From || to > last)) return Decision.Refuse("bad-dates", EvaluationPolicy.Cycle);
        return Decision.Event(new PrefectureDesignated(c.Key, c.Levels, c.From, c.To ?? last, c.To ?? last), c.From, policy.Edition);
    }

    public static Decision Publish(EvaluationState state, PublishDesignation c, Deciding deciding) =>
        EvaluationDecider.Known(state, c.Key)
        ?? (EvaluationStepRules.StageOf(state) != EvaluationStage.Designated ? Decision.Refuse("not-designated") : Decision.Event(new DesignationPublished(c.Key)));

    static readonly Refusal NotInReview = new("not-in-review", "", "The papers are not with the surveyors.");
    static readonly Refusal NotReviewed = new("not-reviewed", "", "Both surveyors finish first.");

    static SurveyorKind Other(SurveyorKind kind) => kind == SurveyorKind.Doctor ? SurveyorKind.Labour : SurveyorKind.Doctor;
}
