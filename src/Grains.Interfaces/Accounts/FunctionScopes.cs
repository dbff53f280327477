namespace JmaActors.Accounts;

/// <summary>What a role's scope is written as.</summary>
public static class FunctionScopes
{
    /// <summary>True when this is a scope of this role. Nobody has the system's.</summary>
    public static bool Fits(CallerRole role, string scope) => role switch
    {
        CallerRole.Operator => scope == "*",
        CallerRole.Office or CallerRole.Host or CallerRole.Auditor or CallerRole.Surveyor => AssociationId.TryParse(scope, out var association) && association.Code == scope,
        CallerRole.Member => MemberId.TryParse(scope, out var member) && member.ToString() == scope,
        CallerRole.Door => SessionId.TryParse(scope, out var session) && session.Code == scope,
        CallerRole.Workplace or CallerRole.Interviewer => IsWorkplace(scope),
        _ => false,
    };

    /// <summary>Whether this is the code of a workplace; not whether there is one of it.</summary>
    public static bool IsWorkplace(string scope) => WorkplaceId.TryParse(scope, out _);
}
