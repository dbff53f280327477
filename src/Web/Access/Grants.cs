using JmaActors.Accounts;
using JmaActors.Members;

namespace JmaActors.Web.Access;

/// <summary>
/// Who may give whom which function; part of <see cref="Scopes"/>. 日本医師会 gives those of prefectural associations, they those of local ones, an office's
/// approver those within its own office. Once an office has an approver, it alone gives its functions. Nobody gives more than one has, nor as a deputy, while acting for a member, or by a
/// token; nor to oneself, which whoever asks here sees to.
/// </summary>
static class Grants
{
    public static bool Allows(Caller caller, Target target) => target switch
    {
        Target.SeeFunctions t => Sees(caller, t.Scope),
        Target.GrantFunction t => Own(caller) && (caller.Role switch
        {
            CallerRole.System or CallerRole.Operator => t.Role != CallerRole.System,
            CallerRole.Office => AssociationId.TryParse(caller.Scope, out var own) && Gives(own, caller.Duties, t),
            _ => false,
        }),
        Target.HelpRecover t => Own(caller) && (caller.Role is CallerRole.System or CallerRole.Operator || (IsApprover(caller, out var own) && Belongs(own, t.Membership))),
        _ => false,
    };

    static bool Own(Caller caller) => caller is { Deputy: null, For: null } && !AccountSubject.IsToken(caller.Subject);

    static bool IsApprover(Caller caller, out AssociationId own) =>
        AssociationId.TryParse(caller.Scope, out own) && caller.Role == CallerRole.Office && caller.Duties.HasFlag(OfficeDuties.Approver);

    static bool Gives(AssociationId own, OfficeDuties duties, Target.GrantFunction t)
    {
        // Who she was signed in as until now is another's word than who she is: that takes an approver.
        if (t.Membership is { } membership) return (duties & (t.Replaces ? OfficeDuties.Approver : OfficeDuties.Clerk | OfficeDuties.Approver)) != 0 && Belongs(own, membership);
        if (!duties.HasFlag(OfficeDuties.Approver)) return false;
        return t.Role switch
        {
            CallerRole.Office => AssociationId.TryParse(t.Scope, out var office) && (office == own || BeginsAt(own, office, t)) && (t.Duties & ~duties) == 0,
            // A host does what all three duties do.
            CallerRole.Host => t.Scope == own.Code && duties == OfficeDuties.All,
            CallerRole.Auditor => t.Scope == own.Code,
            CallerRole.Door => t.Host == own,
            CallerRole.Surveyor or CallerRole.Workplace or CallerRole.Interviewer => own.Layer == AssociationLayer.National,
            _ => false,
        };
    }

    /// <summary>Those of an association are seen by its office, its auditor and the office above; others by who may give them.</summary>
    static bool Sees(Caller caller, string scope)
    {
        if (caller.Role is CallerRole.System or CallerRole.Operator) return true;
        if (caller.For is not null || caller.Role is not (CallerRole.Office or CallerRole.Auditor) || !AssociationId.TryParse(caller.Scope, out var own)) return false;
        return AssociationId.TryParse(scope, out var association) ? IsOwnOrNext(own, association) : own.Layer == AssociationLayer.National && !MemberId.TryParse(scope, out _) && scope != "*";
    }

    /// <summary>The first approver of an office right below, who gives what else is given there.</summary>
    static bool BeginsAt(AssociationId own, AssociationId office, Target.GrantFunction t) => office.Parent == own && !t.Governed && t.Duties.HasFlag(OfficeDuties.Approver);

    /// <summary>The own association, or one right below it.</summary>
    static bool IsOwnOrNext(AssociationId own, AssociationId other) => own == other || other.Parent == own;

    static bool Belongs(AssociationId own, Membership membership) => own.Sees(membership);
}
