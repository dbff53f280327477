using JmaActors.Members;

namespace JmaActors.Web.Access;

public abstract partial record Target
{
    /// <summary>Who has a function of this scope.</summary>
    public sealed record SeeFunctions(string Scope) : Target;

    /// <summary>Give a function, or take it away.</summary>
    /// <param name="Host">Of a door: the host of its session. Null otherwise.</param>
    /// <param name="Membership">Of a member: where she belongs. Null otherwise.</param>
    /// <param name="Replaces">Of a member: another account has or had the function, or it is taken away.</param>
    /// <param name="Governed">Of an office: it has an approver, who gives what is given there.</param>
    public sealed record GrantFunction(CallerRole Role, string Scope, OfficeDuties Duties, AssociationId? Host, Membership? Membership, bool Replaces = false, bool Governed = false) : Target;

    /// <summary>Help somebody who cannot sign in any more to a new password.</summary>
    public sealed record HelpRecover(MemberId Id, Membership Membership) : Target;
}
