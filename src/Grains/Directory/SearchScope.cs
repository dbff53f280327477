namespace JmaActors.Directory;

/// <summary>
/// What a caller may find. A layer sees the members of that layer only: a member of a local association alone is not visible above it.
/// </summary>
/// <param name="Nobody">Finds no person at all.</param>
/// <param name="Self">Finds this person only; null when not a member's eyes.</param>
/// <param name="SeenFrom">Finds members of this association's own layer; null finds everybody.</param>
public sealed record SearchScope(bool Nobody, MemberId? Self, AssociationId? SeenFrom)
{
    /// <summary>Finds everybody.</summary>
    public bool Everyone => this is { Nobody: false, Self: null, SeenFrom: null };

    static readonly SearchScope Everybody = new(false, null, null);
    static readonly SearchScope NobodyAtAll = new(true, null, null);

    /// <summary>The scope of a caller; one whose scope cannot be read finds nobody.</summary>
    public static SearchScope Of(Caller caller) => caller.Role switch
    {
        CallerRole.System or CallerRole.Operator => Everybody,
        CallerRole.Office when caller.For is not null => MemberId.TryParse(caller.For, out var represented) ? new(false, represented, null) : NobodyAtAll,
        CallerRole.Office or CallerRole.Auditor or CallerRole.Host when AssociationId.TryParse(caller.Scope, out var association) => new(false, null, association),
        CallerRole.Member when MemberId.TryParse(caller.Scope, out var member) => new(false, member, null),
        _ => NobodyAtAll,
    };
}
