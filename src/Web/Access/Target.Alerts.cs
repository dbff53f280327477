using JmaActors.Alerts;

namespace JmaActors.Web.Access;

public abstract partial record Target
{
    /// <summary>See an inbox, mark what is in it as read, choose what comes into it.</summary>
    /// <param name="Box">Null where the function has none.</param>
    public sealed record SeeAlerts(AlertBoxId? Box) : Target;
}
