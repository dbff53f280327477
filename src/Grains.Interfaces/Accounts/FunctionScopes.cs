namespace JmaActors.Accounts;

/// <summary>What a role's scope is written as.</summary>
public static class FunctionScopes
{
    const int WorkplaceMost = 20;

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

    /// <summary>Workplaces come with the benefit that keeps them; until then their code is only a word.</summary>
    public static bool IsWorkplace(string scope) =>
        scope is { Length: >= 1 and <= WorkplaceMost } && scope.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-');
}
