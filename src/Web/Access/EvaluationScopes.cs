namespace JmaActors.Web.Access;

/// <summary>Who has which part in an application to the evaluation centre, which is 日本医師会's.</summary>
static class EvaluationScopes
{
    /// <summary>The hospital and the surveyors.</summary>
    public static bool Allows(Caller caller, Target target) => caller.Role switch
    {
        CallerRole.Workplace => target switch
        {
            Target.SeeEvaluations t => t.Workplace is null || t.Workplace.Value.Code == caller.Scope,
            Target.SeeEvaluation t => t.Id.Workplace.Code == caller.Scope,
            Target.SteerEvaluation t => t.Workplace.Code == caller.Scope,
            _ => false,
        },
        CallerRole.Surveyor => target switch
        {
            Target.SeeEvaluations t => t.Workplace is null && IsCentre(caller.Scope),
            Target.SeeEvaluation t => IsCentre(caller.Scope) && t.Asks is not null && t.Surveyors.Contains(t.Asks),
            Target.JudgeEvaluation t => IsCentre(caller.Scope) && t.Asks is not null && t.Surveyors.Contains(t.Asks),
            _ => false,
        },
        _ => false,
    };

    /// <summary>What everybody of an office reads, and its auditor.</summary>
    public static bool Reads(AssociationId own, Target target) => target switch
    {
        Target.SeeEvaluations => own.Layer is AssociationLayer.National or AssociationLayer.Prefecture,
        Target.SeeEvaluation t => own.Layer == AssociationLayer.National || (t.Told && t.Prefecture == own),
        _ => false,
    };

    /// <summary>What an office does, each by whose duty it is.</summary>
    public static bool Does(AssociationId own, OfficeDuties duties, Target target) => target switch
    {
        Target.RunEvaluation => own.Layer == AssociationLayer.National && duties.HasFlag(OfficeDuties.Clerk),
        Target.DecideEvaluation => own.Layer == AssociationLayer.National && duties.HasFlag(OfficeDuties.Approver),
        Target.DesignateEvaluation t => t.Prefecture == own && duties.HasFlag(OfficeDuties.Approver),
        _ => false,
    };

    static bool IsCentre(string scope) => scope == AssociationId.Jma.Code;
}
