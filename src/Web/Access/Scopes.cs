using JmaActors.Members;
using JmaActors.Training;

namespace JmaActors.Web.Access;

/// <summary>
/// Who may see and do what: the one place that decides. Pure. A layer sees the members of that layer only, so a person who belongs to a local
/// association alone is not visible above it; figures that name nobody are visible for the own layer and those below.
/// </summary>
public static class Scopes
{
    public static bool Allows(Caller caller, Target target) => target is Target.VerifyCertificate || caller.Role switch
    {
        CallerRole.System => true,
        // A pass says that its holder is here: nobody else has it shown, also not who may do everything else.
        CallerRole.Operator => target is not Target.ShowPass,
        CallerRole.Office => AssociationId.TryParse(caller.Scope, out var own) && Office(own, target),
        CallerRole.Host => Host(caller.Scope, target),
        CallerRole.Member => MemberId.TryParse(caller.Scope, out var self) && Oneself(self, target),
        CallerRole.Door => target switch
        {
            Target.TapAt t => t.Session.Code == caller.Scope,
            Target.SeeSession t => t.Session.Code == caller.Scope,
            Target.FindAtDoor t => t.Session.Code == caller.Scope && t.Status == SessionStatus.Open,
            Target.TakeDown t => t.Session.Code == caller.Scope && Admits(t.Status),
            _ => false,
        },
        _ => false,
    };

    /// <summary>While people are let in, and until the roll is confirmed: a desk may have been offline.</summary>
    static bool Admits(SessionStatus status) => status is SessionStatus.Open or SessionStatus.Closed;

    static bool Office(AssociationId own, Target target) => target switch
    {
        Target.SeeMember t => Sees(own, t.Membership),
        Target.ChangeMember t => Sees(own, t.Membership),
        Target.RevokePasses t => Sees(own, t.Membership),
        Target.ReportCredit t => Sees(own, t.Membership),
        Target.SettleCredit t => Sees(own, t.Membership),
        Target.SearchMembers or Target.SeePublic => true,
        Target.SeeAssociation t => Covers(own, t.Association),
        Target.RecountAssociation t => Covers(own, t.Association),
        Target.SeeSession t => Covers(own, t.Host),
        Target.SteerProgram t => t.Host == own,
        Target.SeeDraft t => t.Host == own || t.Approvers.Contains(own),
        Target.ApproveProgram t => t.Approver == own,
        Target.SeeRoll t => t.Host == own,
        Target.Enrol t => t.Host == own,
        Target.SeeAttendees t => t.Host == own,
        Target.TapAt t => t.Host == own,
        Target.FindAtDoor t => t.Host == own && Admits(t.Status),
        Target.TakeDown t => t.Host == own && Admits(t.Status),
        Target.RevokeCertificate t => Sees(own, t.Membership) || t.Host == own,
        _ => false,
    };

    static bool Host(string scope, Target target) => target switch
    {
        Target.SeePublic => true,
        Target.SteerProgram t => t.Host.Code == scope,
        Target.SeeDraft t => t.Host.Code == scope,
        Target.SeeSession t => t.Host.Code == scope,
        Target.SeeRoll t => t.Host.Code == scope,
        Target.RevokeCertificate t => t.Host?.Code == scope,
        Target.Enrol t => t.Host.Code == scope,
        Target.SeeAttendees t => t.Host.Code == scope,
        Target.TapAt t => t.Host.Code == scope,
        Target.FindAtDoor t => t.Host.Code == scope && Admits(t.Status),
        Target.TakeDown t => t.Host.Code == scope && Admits(t.Status),
        _ => false,
    };

    static bool Oneself(MemberId self, Target target) => target switch
    {
        Target.SeeMember t => t.Id == self,
        Target.ShowPass t => t.Id == self,
        Target.RevokePasses t => t.Id == self,
        Target.ReportCredit t => t.Id == self && !t.Post,
        Target.Enrol t => t.Id == self,
        Target.SeeEnrolmentsOf t => t.Id == self,
        Target.SeePublic => true,
        _ => false,
    };

    /// <summary>True when the association is the own one or stands below it.</summary>
    static bool Covers(AssociationId own, AssociationId other) =>
        own == other || own.Layer == AssociationLayer.National || other.Parent == own;

    /// <summary>True when a person of this membership belongs to the office's own layer, in its own area.</summary>
    static bool Sees(AssociationId own, Membership membership) => own.Layer switch
    {
        AssociationLayer.National => membership.Layers.HasFlag(MembershipLayers.Jma),
        AssociationLayer.Prefecture => membership.Layers.HasFlag(MembershipLayers.Prefecture) && membership.Local?.Parent == own,
        _ => membership.Layers.HasFlag(MembershipLayers.Local) && membership.Local == own,
    };
}
