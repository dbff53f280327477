using JmaActors.WorkHours;

namespace JmaActors.Evaluations;

/// <summary>How far an application is, whose turn it is, what is missing and what failed. Everything follows from what was done.</summary>
public static class EvaluationStepRules
{
    /// <summary>How far an application is.</summary>
    public static EvaluationStage StageOf(EvaluationState s) =>
        s.Withdrawn ? EvaluationStage.Withdrawn
        : s.Published ? EvaluationStage.Published
        : s.Designation is not null ? EvaluationStage.Designated
        : s.Applied is not null ? EvaluationStage.Applied
        : s.Result is not null ? EvaluationStage.Resulted
        : s.Returned ? EvaluationStage.Suspended
        : s.Filed is null ? EvaluationStage.Drafting
        : s.Doctor.Who.Length == 0 || s.Labour.Who.Length == 0 ? EvaluationStage.Filed
        : s.Doctor.Done && s.Labour.Done ? EvaluationStage.Reviewed
        : EvaluationStage.InReview;

    /// <summary>Whose turn it is.</summary>
    public static EvaluationWaits WaitsFor(EvaluationState s) => StageOf(s) switch
    {
        EvaluationStage.Drafting or EvaluationStage.Suspended or EvaluationStage.Resulted => EvaluationWaits.Hospital,
        EvaluationStage.Filed or EvaluationStage.Reviewed => EvaluationWaits.Centre,
        EvaluationStage.InReview => (s.Doctor.Done, s.Labour.Done) switch
        {
            (false, false) => EvaluationWaits.BothSurveyors,
            (false, _) => EvaluationWaits.Doctor,
            _ => EvaluationWaits.Labour,
        },
        EvaluationStage.Applied or EvaluationStage.Designated => EvaluationWaits.Prefecture,
        _ => EvaluationWaits.Nobody,
    };

    /// <summary>What keeps an application from being filed, as reason codes in the order a hospital fills it in.</summary>
    public static IReadOnlyList<string> Missing(EvaluationState s, EvaluationPolicy policy)
    {
        var missing = new List<string>();
        if (s.Plan is null) missing.Add("no-plan");
        if (s.Levels.Contains(WorkLevel.C2) && s.Confirmations.Count == 0) missing.Add("c2-not-confirmed");
        if (policy.Fields.Any(f => !s.Fields.ContainsKey(f.Field))) missing.Add("sheet-incomplete");
        if (policy.Items.Any(i => !s.Answers.ContainsKey(i.Id))) missing.Add("items-unanswered");
        if (policy.Items.Any(i => i.Mandatory && s.Answers.TryGetValue(i.Id, out var own) && own.Documents.Count == 0)) missing.Add("evidence-missing");
        return missing;
    }

    /// <summary>Mandatory items that a surveyor found not to be met: either is enough (rule <c>evaluation.mandatory</c>).</summary>
    public static IReadOnlyList<string> Failed(EvaluationState s, EvaluationPolicy policy) =>
        [.. policy.Items.Where(i => i.Mandatory && (Fails(s.Doctor, i.Id) || Fails(s.Labour, i.Id))).Select(i => i.Id)];

    /// <summary>Items a surveyor has not judged.</summary>
    public static IReadOnlyList<string> Unjudged(Survey survey, EvaluationPolicy policy) => [.. policy.Items.Where(i => !survey.Items.ContainsKey(i.Id)).Select(i => i.Id)];

    /// <summary>The day by which the plan is to be reviewed next: a year after it began or was reviewed last; null without a plan, and after its end.</summary>
    public static DateOnly? ReviewDue(EvaluationState s, EvaluationPolicy policy)
    {
        if (s.Plan is not { } plan || s.Withdrawn) return null;
        var last = s.Reviews.Where(r => r.On >= plan.From).Select(r => (DateOnly?)r.On).Max() ?? plan.From;
        var due = last.AddMonths(policy.PlanMonths);
        return due <= plan.To ? due : null;
    }

    /// <summary>The day the result is aimed at; null before it was filed.</summary>
    public static DateOnly? Target(EvaluationState s, EvaluationPolicy policy) => s.Filed is { } filed ? Time.Tokyo.DateOf(filed).AddMonths(policy.TargetMonths) : null;

    static bool Fails(Survey survey, string item) => survey.Items.TryGetValue(item, out var judged) && judged.Verdict != ItemVerdict.Met;
}
