using System.Text;
using JmaActors.Audit;

namespace JmaActors.Web.Access;

/// <summary>How the audit names what somebody wanted and may not.</summary>
static class Attempt
{
    /// <summary>The stable name of what was wanted, of what, and of whom.</summary>
    public static (string What, string Key, MemberId? Person) Of(Target target)
    {
        var person = PersonOf(target);
        return (Name(target), Short(person?.ToString() ?? KeyOf(target)), person);
    }

    static MemberId? PersonOf(Target target) => target switch
    {
        Target.SeeMember t => t.Id,
        Target.ChangeMember t => t.Id,
        Target.ShowPass t => t.Id,
        Target.RevokePasses t => t.Id,
        Target.ReportCredit t => t.Id,
        Target.SettleCredit t => t.Id,
        Target.CorrectCredit t => t.Id,
        Target.CorrectMember t => t.Id,
        Target.SeeHistory t => t.Id,
        Target.Enrol t => t.Id,
        Target.SeePlace t => t.Id,
        Target.SeeEnrolmentsOf t => t.Id,
        Target.ActFor t => t.Id,
        Target.SeeWhoSaw t => t.Id,
        Target.EraseMember t => t.Id,
        Target.OpenDispute t => t.Id,
        Target.SeeDispute t => t.Id,
        Target.Apply t => t.Id,
        Target.TellDeath t => t.Id,
        Target.SeeApplication t => t.Id,
        Target.SeeAuditOf t => t.Id,
        Target.HelpRecover t => t.Id,
        Target.SeeHours t => t.Id,
        Target.RecordHours t => t.Id,
        Target.ReportEmployment t => t.Id,
        Target.SeeInterview t => t.Id.Member,
        Target.KeepInterview t => t.Id.Member,
        Target.HoldInterview t => t.Id.Member,
        Target.FillCheck t => t.Id,
        Target.SeeOwnInterviews t => t.Id,
        Target.KeepFeeds t => t.Id,
        _ => null,
    };

    static string KeyOf(Target target) => target switch
    {
        Target.SeeFunctions t => t.Scope,
        Target.GrantFunction t => t.Scope,
        Target.SeeAssociation t => t.Association.Code,
        Target.RecountAssociation t => t.Association.Code,
        Target.SeeOffice t => t.Office.Code,
        Target.SteerProgram t => t.Host.Code,
        Target.DecideOnRoll t => t.Host.Code,
        Target.TakeMoney t => t.Host.Code,
        Target.SeeDraft t => t.Host.Code,
        Target.SeeApprovals t => t.Approver.Code,
        Target.ApproveProgram t => t.Approver.Code,
        Target.SeeSession t => t.Session.Code,
        Target.SeeRoll t => t.Session.Code,
        Target.FindAtDoor t => t.Session.Code,
        Target.TakeDown t => t.Session.Code,
        Target.AddAtDoor t => t.Session.Code,
        Target.TapAt t => t.Session.Code,
        Target.SeeAttendees t => t.Host.Code,
        Target.SeeCertificate t => t.Host?.Code,
        Target.RevokeCertificate t => t.Host?.Code,
        Target.SeeAudit t => t.Office.Code,
        Target.SeePair t => t.Pair.Key,
        Target.AnswerDispute t => t.Office.Code,
        Target.DecideDispute t => t.Office.Code,
        Target.ReturnApplication t => t.Office.Code,
        Target.DecideApplication t => t.Office.Code,
        Target.DecidePair t => t.Pair.Key,
        Target.WorkOnMembers t => t.Kind.ToString(),
        Target.SeeWork t => t.Id,
        Target.Import t => t.Owner?.Code,
        Target.ImportCredits t => t.Owner?.Code,
        Target.SeeImport t => t.Owner?.Code ?? t.Workplace?.Code,
        Target.ImportAttendance t => t.Id.Code,
        Target.SeeRegionHours t => t.Region.Code,
        Target.SeeWorkplace t => t.Id.Code,
        Target.SteerWorkplace t => t.Id.Code,
        Target.DesignateWorkplace t => t.Id.Code,
        Target.SeeInterviews t => t.Id.Code,
        Target.SeeEvaluations t => t.Workplace?.Code,
        Target.SeeEvaluation t => t.Id.Text,
        Target.SteerEvaluation t => t.Workplace.Code,
        Target.RunEvaluation t => t.Id.Text,
        Target.DecideEvaluation t => t.Id.Text,
        Target.JudgeEvaluation t => t.Id.Text,
        Target.DesignateEvaluation t => t.Id.Text,
        Target.SteerInterviews t => t.Id.Code,
        Target.SeeAlerts t => t.Box?.Text,
        _ => null,
    } ?? "";

    /// <summary><c>SeeMember</c> is <c>see-member</c>.</summary>
    static string Name(Target target)
    {
        var text = new StringBuilder();
        foreach (var c in target.GetType().Name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    static string Short(string key) => key.Length <= AuditLimits.Key ? key : key[..AuditLimits.Key];
}
