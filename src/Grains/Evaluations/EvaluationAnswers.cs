using JmaActors.WorkHours;

namespace JmaActors.Evaluations;

/// <summary>Answers of an application, as the contract has them, in somebody's part.</summary>
static class EvaluationAnswers
{
    public static EvaluationHead Head(EvaluationId id, EvaluationState s) => new(id.Text, id.Workplace, EvaluationStepRules.StageOf(s), EvaluationStepRules.WaitsFor(s), s.Version);

    /// <summary>
    /// What each may see: neither surveyor what the other found before both are done; the hospital what was found once it is suspended or has the result; the prefecture as the centre. Which physician the ministry confirmed is the hospital's own to know.
    /// </summary>
    public static EvaluationView View(EvaluationId id, EvaluationState s, EvaluationPart part, EvaluationPolicy policy)
    {
        var both = s.Doctor.Done && s.Labour.Done;
        var told = s.Result is not null || s.Returned || s.Suspension is not null;
        bool Sees(SurveyorKind kind) => part switch
        {
            EvaluationPart.Doctor => kind == SurveyorKind.Doctor || both,
            EvaluationPart.Labour => kind == SurveyorKind.Labour || both,
            EvaluationPart.Hospital => told,
            _ => both || told,
        };
        // Of a suspended application the hospital reads the items that failed in the advice; what surveyors wrote of each comes with the result.
        var failed = s.Suspension?.Failed ?? [];
        ItemLine Line(EvaluationItem item)
        {
            var own = s.Answers.GetValueOrDefault(item.Id);
            var (doctor, labour) = (Sees(SurveyorKind.Doctor) ? s.Doctor.Items.GetValueOrDefault(item.Id) : null, Sees(SurveyorKind.Labour) ? s.Labour.Items.GetValueOrDefault(item.Id) : null);
            if (part == EvaluationPart.Hospital && s.Result is null) (doctor, labour) = (null, null);
            return new ItemLine(
                item.Id, item.Group, item.Text, item.Mandatory, item.Unverified, own?.Verdict, own?.Words ?? "", own?.Documents ?? [], doctor?.Verdict, doctor?.Words ?? "", labour?.Verdict, labour?.Words ?? "");
        }
        return new EvaluationView(
            Head(id, s), s.Name, new AssociationId(s.Association), s.Levels, s.Filed, EvaluationStepRules.Target(s, policy), s.Plan is { } plan ? new PlanLine(plan.From, plan.To, plan.Document) : null,
            EvaluationStepRules.ReviewDue(s, policy), [.. s.Reviews.Select(r => new PlanReviewLine(r.On, r.Words))],
            [.. s.Confirmations.Select(c => new C2Line(c.Member == 0 || part != EvaluationPart.Hospital ? null : new MemberId(c.Member), c.Technique, c.On, c.Number))],
            [.. policy.Fields.Select(f => new SheetLine(f.Field, f.Name, s.Fields.GetValueOrDefault(f.Field, "")))], [.. policy.Items.Select(Line)], Surveyors(s, part),
            s.Suspension?.Advice, s.Result is { } result ? policy.Results.FirstOrDefault(r => r.Id == result.Result)?.Text : null, s.Result?.Words ?? "", s.Applied,
            s.Designation is { } d ? [.. d.Levels.Select(l => new DesignatedLine(l, d.From, d.To))] : [], s.Designation?.NextBy,
            EvaluationStepRules.StageOf(s) is EvaluationStage.Drafting or EvaluationStage.Suspended ? EvaluationStepRules.Missing(s, policy) : [], policy.Results)
        {
            Failed = part == EvaluationPart.Hospital || both || s.Returned || part == EvaluationPart.Centre ? failed : [],
        };
    }

    /// <summary>Who reviews is the centre's to know, and each surveyor's own.</summary>
    static IReadOnlyList<SurveyorLine> Surveyors(EvaluationState s, EvaluationPart part) =>
        [.. new[] { SurveyorKind.Doctor, SurveyorKind.Labour }.Where(k => s.Of(k).Who.Length > 0).Select(k => new SurveyorLine(
            k, part == EvaluationPart.Centre || (part == EvaluationPart.Doctor && k == SurveyorKind.Doctor) || (part == EvaluationPart.Labour && k == SurveyorKind.Labour) ? s.Of(k).Who : "", s.Of(k).Done, s.Of(k).Items.Count))];

    public static EvaluationParties Parties(EvaluationId id, EvaluationState s) => new(
        id.Workplace, new AssociationId(s.Association), s.Doctor.Who.Length == 0 ? null : s.Doctor.Who, s.Labour.Who.Length == 0 ? null : s.Labour.Who, EvaluationStepRules.StageOf(s),
        [.. s.Answers.Values.SelectMany(a => a.Documents).Append(s.Plan?.Document ?? "").Where(d => d.Length > 0).Distinct()]);
}
