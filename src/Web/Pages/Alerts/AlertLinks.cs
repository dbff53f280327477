using JmaActors.Alerts;

namespace JmaActors.Pages.Alerts;

/// <summary>Where what an alert is about is seen.</summary>
public static class AlertLinks
{
    public static string Of(AlertBoxId? box, AlertLine alert) => (box?.Role, alert.Kind) switch
    {
        _ when alert.Application is { } application => $"/applications/{application}",
        (CallerRole.Member, AlertKind.DuesReminded) => $"/members/{alert.Member}/dues",
        (CallerRole.Member, AlertKind.InterviewDue) => $"/members/{alert.Member}/interviews",
        (CallerRole.Member, _) => $"/members/{alert.Member}/hours",
        (CallerRole.Workplace, AlertKind.InterviewDue) => $"/workplaces/{box!.Value.Scope}/interviews",
        (CallerRole.Workplace, _) => $"/workplaces/{box!.Value.Scope}",
        (CallerRole.Interviewer, _) => "/interviews",
        _ => "/alerts",
    };
}
