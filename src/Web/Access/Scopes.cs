using JmaActors.Alerts;
using JmaActors.Members;
using JmaActors.Training;

namespace JmaActors.Web.Access;

/// <summary>
/// Who may see and do what: the one place that decides. Pure. A layer sees the members of that layer only, so a person who belongs to a local
/// association alone is not visible above it; figures that name nobody are visible for the own layer and those below. What an office may <i>do</i>
/// depends on the duty as well (docs/rights.md).
/// </summary>
public static class Scopes
{
    // What the people of a function are told is theirs alone: also who may do everything else has an inbox of one's own.
    public static bool Allows(Caller caller, Target target) => target is Target.SeeAlerts alerts ? alerts.Box is not null && alerts.Box == AlertBoxId.Of(caller) : target is Target.VerifyCertificate || Grants.Allows(caller, target) || caller.Role switch
    {
        CallerRole.System => true,
        // A pass says that its holder is here, and what a physician tells an interviewer is for the two of them, and surveyors judge by themselves: nobody else has it, also not who may do everything else.
        CallerRole.Operator => target is not (Target.ShowPass or Target.KeepFeeds or Target.GrantFunction or Target.SeeFunctions or Target.HelpRecover or Target.HoldInterview or Target.FillCheck or Target.JudgeEvaluation),
        CallerRole.Office => AssociationId.TryParse(caller.Scope, out var own)
            && (caller.For is null ? Reads(own, target) || Does(own, caller.Duties, target) : ActsFor(own, caller, target)),
        CallerRole.Auditor => AssociationId.TryParse(caller.Scope, out var own) && (Reads(own, target) || Audits(own, target)),
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
        CallerRole.Workplace or CallerRole.Interviewer => target is Target.SeePublic || HoursScopes.Allows(caller, target) || InterviewScopes.Allows(caller, target) || EvaluationScopes.Allows(caller, target),
        CallerRole.Surveyor => target is Target.SeePublic || EvaluationScopes.Allows(caller, target)
            || (target is Target.SeeRegionHours region && AssociationId.TryParse(caller.Scope, out var centre) && Covers(centre, region.Region)),
        _ => false,
    };

    /// <summary>While people are let in, and until the roll is confirmed: a desk may have been offline.</summary>
    static bool Admits(SessionStatus status) => status is SessionStatus.Open or SessionStatus.Closed;

    /// <summary>What everybody of an office sees, whatever the duty, and its auditor too.</summary>
    static bool Reads(AssociationId own, Target target) => target switch
    {
        Target.SeeMember t => Sees(own, t.Membership),
        Target.SeeHistory t => Sees(own, t.Membership),
        Target.SearchMembers or Target.SeePublic or Target.SeeDuplicates or Target.WorkOnMembers { Kind: JmaActors.Works.WorkKind.Export } => true,
        Target.SeePair t => SeesPair(own, t.One, t.Other, t.Proposed),
        Target.SeeDispute t => t.Office == own,
        Target.SeeAssociation t => Covers(own, t.Association),
        Target.SeeOffice t => t.Office == own,
        Target.SeeRegionHours t => own.Layer != AssociationLayer.Local && Covers(own, t.Region),
        Target.SeeSession t => Covers(own, t.Host),
        Target.SeeDraft t => t.Host == own || t.Approvers.Contains(own),
        Target.SeeApprovals t => t.Approver == own,
        Target.SeeRoll t => t.Host == own,
        Target.SeePlace t => t.Host == own,
        Target.SeeAttendees t => t.Host == own,
        Target.SeeCertificate t => Sees(own, t.Membership) || t.Host == own,
        Target.SeeImport t => t.Owner == own,
        _ => ApplicationScopes.Reads(own, target) || DuesScopes.Reads(own, target) || EvaluationScopes.Reads(own, target),
    };

    /// <summary>What an office does, each by whose duty it is.</summary>
    static bool Does(AssociationId own, OfficeDuties duties, Target target) => target switch
    {
        Target.ChangeMember t => duties.HasFlag(OfficeDuties.Clerk) && Sees(own, t.Membership),
        Target.RevokePasses t => duties.HasFlag(OfficeDuties.Clerk) && Sees(own, t.Membership),
        Target.WorkOnMembers => duties.HasFlag(OfficeDuties.Clerk),
        Target.ActFor t => duties.HasFlag(OfficeDuties.Clerk) && Sees(own, t.Membership),
        Target.ReportCredit t => duties.HasFlag(t.Post ? OfficeDuties.Approver : OfficeDuties.Clerk) && Sees(own, t.Membership),
        Target.SettleCredit t => duties.HasFlag(OfficeDuties.Approver) && Sees(own, t.Membership),
        Target.AnswerDispute t => duties.HasFlag(OfficeDuties.Clerk) && t.Office == own,
        Target.DecideDispute t => duties.HasFlag(OfficeDuties.Approver) && t.Office == own,
        Target.EraseMember t => duties.HasFlag(OfficeDuties.Approver) && (Sees(own, t.Membership) || (IsNowhere(t.Membership) && t.Last == own)),
        Target.DecidePair t => duties.HasFlag(OfficeDuties.Approver) && SeesPair(own, t.One, t.Other, t.Proposed),
        Target.CorrectCredit t => duties.HasFlag(OfficeDuties.Approver) && Sees(own, t.Membership),
        Target.CorrectMember t => duties.HasFlag(OfficeDuties.Clerk) && Sees(own, t.Membership),
        Target.RevokeCertificate t => duties.HasFlag(OfficeDuties.Approver) && (Sees(own, t.Membership) || t.Host == own),
        Target.ApproveProgram t => duties.HasFlag(OfficeDuties.Approver) && t.Approver == own,
        Target.DecideOnRoll t => duties.HasFlag(OfficeDuties.Approver) && t.Host == own,
        Target.TakeMoney t => duties.HasFlag(OfficeDuties.Treasurer) && t.Host == own,
        Target.SteerProgram t => duties.HasFlag(OfficeDuties.Clerk) && t.Host == own,
        Target.Enrol t => duties.HasFlag(OfficeDuties.Clerk) && t.Host == own,
        Target.TapAt t => duties.HasFlag(OfficeDuties.Clerk) && t.Host == own,
        Target.FindAtDoor t => duties.HasFlag(OfficeDuties.Clerk) && t.Host == own && Admits(t.Status),
        Target.TakeDown t => duties.HasFlag(OfficeDuties.Clerk) && t.Host == own && Admits(t.Status),
        Target.AddAtDoor t => duties.HasFlag(OfficeDuties.Clerk) && t.Host == own && Admits(t.Status),
        Target.Import t => duties.HasFlag(OfficeDuties.Clerk) && t.Owner == own,
        Target.ImportCredits t => duties.HasFlag(t.Post ? OfficeDuties.Approver : OfficeDuties.Clerk) && t.Owner == own,
        Target.RecountAssociation t => duties != OfficeDuties.None && Covers(own, t.Association),
        _ => ApplicationScopes.Does(own, duties, target) || DuesScopes.Does(own, duties, target) || EvaluationScopes.Does(own, duties, target),
    };

    /// <summary>代行: what the member may do herself and a clerk of her association may see. A pass is not shown: it says that she is here.</summary>
    static bool ActsFor(AssociationId own, Caller caller, Target target) =>
        caller.Duties.HasFlag(OfficeDuties.Clerk)
        && MemberId.TryParse(caller.For, out var member)
        && target is not Target.ShowPass
        && Oneself(member, target)
        && (MembershipIn(target) is not { } membership ? target is Target.SeePublic : Sees(own, membership));

    /// <summary>Whose right depends on a membership says so; null where it is not known or not asked.</summary>
    static Membership? MembershipIn(Target target) => target switch
    {
        Target.SeeMember t => t.Membership,
        Target.SeeHistory t => t.Membership,
        Target.RevokePasses t => t.Membership,
        Target.ReportCredit t => t.Membership,
        Target.SeeWhoSaw t => t.Membership,
        Target.OpenDispute t => t.Membership,
        Target.SeeDispute t => t.Of,
        Target.Enrol t => t.Of,
        Target.SeePlace t => t.Of,
        Target.SeeEnrolmentsOf t => t.Of,
        Target.SeeDues t => t.Membership,
        Target.KeepDebit t => t.Membership,
        Target.Apply t => t.Membership,
        Target.SeeApplication t => t.Of,
        _ => null,
    };

    /// <summary>監査: who did what, in the own association and those below; of persons the association may see.</summary>
    static bool Audits(AssociationId own, Target target) => target switch
    {
        Target.SeeAudit t => Covers(own, t.Office),
        Target.SeeAuditOf t => Sees(own, t.Membership),
        Target.SeeWholeAudit => own.Layer == AssociationLayer.National,
        _ => false,
    };

    static bool Host(string scope, Target target) => target switch
    {
        Target.SeePublic => true,
        Target.SteerProgram t => t.Host.Code == scope,
        Target.DecideOnRoll t => t.Host.Code == scope,
        Target.TakeMoney t => t.Host.Code == scope,
        Target.SeeDraft t => t.Host.Code == scope,
        Target.SeeSession t => t.Host.Code == scope,
        Target.SeeRoll t => t.Host.Code == scope,
        Target.SeeDispute t => t.Office.Code == scope,
        Target.AnswerDispute t => t.Office.Code == scope,
        Target.DecideDispute t => t.Office.Code == scope,
        Target.SeeCertificate t => t.Host?.Code == scope,
        Target.RevokeCertificate t => t.Host?.Code == scope,
        Target.Enrol t => t.Host.Code == scope,
        Target.SeePlace t => t.Host.Code == scope,
        Target.SeeAttendees t => t.Host.Code == scope,
        Target.TapAt t => t.Host.Code == scope,
        Target.FindAtDoor t => t.Host.Code == scope && Admits(t.Status),
        Target.TakeDown t => t.Host.Code == scope && Admits(t.Status),
        Target.AddAtDoor t => t.Host.Code == scope && Admits(t.Status),
        _ => false,
    };

    static bool Oneself(MemberId self, Target target) => target switch
    {
        Target.SeeMember t => t.Id == self,
        Target.SeeHistory t => t.Id == self,
        Target.ShowPass t => t.Id == self,
        Target.RevokePasses t => t.Id == self,
        Target.ReportCredit t => t.Id == self && !t.Post,
        Target.Enrol t => t.Id == self,
        Target.SeePlace t => t.Id == self,
        Target.SeeEnrolmentsOf t => t.Id == self,
        Target.SeeWhoSaw t => t.Id == self,
        Target.OpenDispute t => t.Id == self,
        Target.SeeDispute t => t.Id == self,
        Target.SeeHours t => t.Id == self,
        Target.RecordHours t => t.Id == self,
        Target.ReportEmployment t => t.Id == self,
        Target.SeeInterview t => t.Id.Member == self,
        Target.FillCheck t => t.Id == self,
        Target.SeeOwnInterviews t => t.Id == self,
        Target.KeepFeeds t => t.Id == self,
        Target.SeePublic => true,
        _ => ApplicationScopes.Oneself(self, target) || DuesScopes.Oneself(self, target),
    };

    /// <summary>True when the association is the own one or stands below it.</summary>
    internal static bool Covers(AssociationId own, AssociationId other) =>
        own == other || own.Layer == AssociationLayer.National || other.Parent == own;

    /// <summary>True when both are seen, or one is and the other belongs nowhere; see <see cref="Target.SeePair"/>.</summary>
    static bool SeesPair(AssociationId own, Membership one, Membership? other, bool proposed) =>
        (Sees(own, one) && (other is null || Sees(own, other) || (proposed && IsNowhere(other))))
        || (other is not null && Sees(own, other) && proposed && IsNowhere(one));

    static bool IsNowhere(Membership membership) => membership.Layers == MembershipLayers.None;

    static bool Sees(AssociationId own, Membership membership) => own.Sees(membership);
}
