using JmaActors.Evaluations;

namespace JmaActors.Web.Access;

public abstract partial record Target
{
    /// <summary>A list of applications, narrowed to the caller's scope: of one workplace, of a centre or prefecture, or those assigned to a surveyor.</summary>
    /// <param name="Workplace">The one asked about; null for whoever's the caller may see.</param>
    public sealed record SeeEvaluations(WorkplaceId? Workplace) : Target;

    /// <summary>An application: the hospital, the centre, its surveyors, and the prefecture once the result is given.</summary>
    /// <param name="Prefecture">The workplace's prefectural association.</param>
    /// <param name="Surveyors">Accounts assigned.</param>
    /// <param name="Asks">Which account a surveyor who asks is; null where it is not known.</param>
    public sealed record SeeEvaluation(EvaluationId Id, AssociationId Prefecture, bool Told, IReadOnlyList<string> Surveyors, string? Asks) : Target;

    /// <summary>Write, file and take back an application, and bring its documents: the hospital.</summary>
    public sealed record SteerEvaluation(WorkplaceId Workplace) : Target;

    /// <summary>Assign surveyors and suspend with advice: the centre's clerk.</summary>
    public sealed record RunEvaluation(EvaluationId Id) : Target;

    /// <summary>Give the result: the centre's approver.</summary>
    public sealed record DecideEvaluation(EvaluationId Id) : Target;

    /// <summary>Judge items: a surveyor who was assigned.</summary>
    /// <inheritdoc cref="SeeEvaluation" path="/param" />
    public sealed record JudgeEvaluation(EvaluationId Id, IReadOnlyList<string> Surveyors, string? Asks) : Target;

    /// <summary>Designate and publish: the prefecture's approver.</summary>
    public sealed record DesignateEvaluation(EvaluationId Id, AssociationId Prefecture) : Target;
}
