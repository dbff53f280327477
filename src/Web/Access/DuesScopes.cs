using JmaActors.Members;

namespace JmaActors.Web.Access;

/// <summary>Who may see and do what of dues. Pure; part of <see cref="Scopes"/>.</summary>
static class DuesScopes
{
    public static bool Oneself(MemberId self, Target target) => target switch
    {
        Target.SeeDues t => t.Id == self,
        Target.KeepDebit t => t.Id == self,
        _ => false,
    };

    /// <summary>Of a member an office sees the one statement with all its creditors: it is collected through the layers.</summary>
    public static bool Reads(AssociationId own, Target target) => target switch
    {
        Target.SeeDues t => own.Sees(t.Membership),
        Target.SeeDuesRun t => t.Association == own,
        Target.SeeBank t => t.Association == own,
        Target.ListDues t => t.Association == own,
        Target.SeeDuesBoard t => Scopes.Covers(own, t.Association),
        _ => false,
    };

    public static bool Does(AssociationId own, OfficeDuties duties, Target target) => target switch
    {
        Target.TakeDues t => duties.HasFlag(OfficeDuties.Treasurer) && own.Sees(t.Membership),
        Target.LessenDues t => duties.HasFlag(OfficeDuties.Treasurer) && own.Sees(t.Membership) && t.Creditor == own,
        Target.ReduceDues t => duties.HasFlag(OfficeDuties.Approver) && own.Sees(t.Membership) && t.Layers == own.MembersOf(),
        Target.KeepDebit t => duties.HasFlag(OfficeDuties.Treasurer) && own.Sees(t.Membership),
        Target.KeepBank t => duties.HasFlag(OfficeDuties.Treasurer) && t.Association == own,
        Target.KeepDuesTariff t => duties.HasFlag(OfficeDuties.Treasurer) && t.Association == own,
        Target.RunDues t => duties.HasFlag(OfficeDuties.Treasurer) && t.Association == own,
        _ => false,
    };
}
