using JmaActors.Alerts;

namespace JmaActors.Pages.Alerts;

/// <summary>Where what an alert is about is seen.</summary>
public static class AlertLinks
{
    public static string Of(AlertBoxId? box, AlertLine alert) => box is { Role: CallerRole.Member } ? $"/members/{alert.Member}" : "/alerts";
}
