using JmaActors.Members;

namespace JmaActors.Web.Access;

/// <summary>Who may see and do what of applications. Pure; part of <see cref="Scopes"/>.</summary>
static class ApplicationScopes
{
    public static bool Oneself(MemberId self, Target target) => target switch
    {
        Target.Apply t => t.Id == self,
        Target.SeeApplication t => t.Id == self,
        _ => false,
    };

    /// <summary>Every association on the way sees the whole of it, from when it is handed in: who waits for whom is no secret among them.</summary>
    public static bool Reads(AssociationId own, Target target) => target is Target.SeeApplication t && t.Offices.Contains(own);

    public static bool Does(AssociationId own, OfficeDuties duties, Target target) => target switch
    {
        // What she began herself is hers; what an office began is that office's.
        Target.Apply t => duties.HasFlag(OfficeDuties.Clerk) && own.Sees(t.Membership) && (t.BegunBy is null || t.BegunBy == own.Code),
        Target.TellDeath t => duties.HasFlag(OfficeDuties.Clerk) && own.Sees(t.Membership),
        Target.ReturnApplication t => (duties & (OfficeDuties.Clerk | OfficeDuties.Approver)) != 0 && t.Office == own,
        Target.DecideApplication t => duties.HasFlag(OfficeDuties.Approver) && t.Office == own,
        _ => false,
    };
}
