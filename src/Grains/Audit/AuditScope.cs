namespace JmaActors.Audit;

/// <summary>What a caller may find in the audit.</summary>
/// <param name="Nothing">Finds nothing.</param>
/// <param name="Within">Functions of this association and those below; null for everybody's.</param>
public sealed record AuditScope(bool Nothing, AssociationId? Within)
{
    static readonly AuditScope Whole = new(false, null);
    static readonly AuditScope None = new(true, null);

    public static AuditScope Of(Caller caller) => caller.Role switch
    {
        CallerRole.System or CallerRole.Operator => Whole,
        CallerRole.Auditor when AssociationId.TryParse(caller.Scope, out var own) => own.Layer == AssociationLayer.National ? Whole : new(false, own),
        _ => None,
    };
}
