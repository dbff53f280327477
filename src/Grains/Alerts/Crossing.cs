using System.Globalization;

namespace JmaActors.Alerts;

/// <summary>A threshold that was crossed, or an application that moved.</summary>
/// <param name="On">First day of the month or year, the day the work began whose rest it is about, or the day an application is for.</param>
/// <param name="Threshold">Minutes; 0 for kinds without one.</param>
/// <param name="Place">Code of the workplace it is about, empty when about all of them; of an application, its id.</param>
/// <param name="Minutes">What was found.</param>
/// <param name="Due">By when something is to be done.</param>
public sealed record Crossing(AlertKind Kind, DateOnly On, int Threshold, string Place, int Minutes, DateOnly? Due = null)
{
    /// <summary>What makes two of one physician the same, whatever their figures.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{(int)Kind}.{On:yyyyMMdd}.{Threshold}.{Place}");
}
