using JmaActors.Ledgers;

namespace JmaActors.Evaluations;

/// <summary>How events fold into an application. Total and deterministic.</summary>
static class EvaluationFold
{
    public static void Evolve(EvaluationState s, EvaluationEvent e, in EventMeta meta)
    {
        s.Version = meta.Version;
        s.Done.Add(e.Key);
        switch (e)
        {
            case EvaluationOpened o: (s.Levels, s.Name, s.Association, s.Since) = (o.Levels, o.Name, o.Association, meta.Recorded); break;
            case PlanKept p: s.Plan = p; break;
            case PlanReviewed r: s.Reviews.Add(r); break;
            case C2Confirmed c: s.Confirmations.Add(c); break;
            case SheetFilled f:
                foreach (var (field, text) in f.Fields)
                {
                    if (string.IsNullOrWhiteSpace(text)) s.Fields.Remove(field);
                    else s.Fields[field] = text;
                }
                break;
            case ItemAnswered a: s.Answers[a.Item] = a; break;
            case EvaluationFiled: (s.Filed, s.Returned) = (s.Filed ?? meta.Recorded, false); break;
            case SurveyorAssigned a: s.Of(a.Kind).Who = a.Who; break;
            case ItemJudged j: s.Of(j.Kind).Items[j.Item] = j; break;
            case ReviewFinished f: s.Of(f.Kind).Done = true; break;
            case EvaluationSuspended p: Suspend(s, p); break;
            case EvaluationResulted r: s.Result = r; break;
            case PrefectureApplied a: s.Applied = a.On; break;
            case PrefectureDesignated d: s.Designation = d; break;
            case DesignationPublished: s.Published = true; break;
            case EvaluationWithdrawn: s.Withdrawn = true; break;
        }
    }

    /// <summary>The papers go back to the hospital; what failed is judged again by both.</summary>
    static void Suspend(EvaluationState s, EvaluationSuspended suspended)
    {
        (s.Suspension, s.Returned) = (suspended, true);
        foreach (var survey in new[] { s.Doctor, s.Labour })
        {
            survey.Done = false;
            foreach (var item in suspended.Failed) survey.Items.Remove(item);
        }
    }
}
