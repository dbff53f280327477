namespace JmaActors.Directory;

/// <summary>Which programs a caller may find: what is published, and unpublished ones of the own association or put before it for approval.</summary>
/// <param name="All">Sees every program.</param>
/// <param name="Own">Sees also what this association holds.</param>
/// <param name="Approves">Sees also what was put before this association.</param>
public sealed record ProgramScope(bool All, AssociationId? Own, AssociationId? Approves)
{
    /// <summary>Sees every program.</summary>
    public static readonly ProgramScope Everything = new(true, null, null);

    /// <summary>Sees published programs only.</summary>
    public static readonly ProgramScope Public = new(false, null, null);

    /// <summary>The scope of a caller.</summary>
    public static ProgramScope Of(Caller caller) => caller.Role switch
    {
        CallerRole.System or CallerRole.Operator => Everything,
        CallerRole.Office or CallerRole.Auditor when AssociationId.TryParse(caller.Scope, out var own) => new(false, own, own),
        CallerRole.Host when AssociationId.TryParse(caller.Scope, out var own) => new(false, own, null),
        _ => Public,
    };
}
