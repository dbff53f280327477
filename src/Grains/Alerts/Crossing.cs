using System.Globalization;
using JmaActors.Dues;

namespace JmaActors.Alerts;

/// <summary>A threshold that was crossed, an application that moved, or dues that are late.</summary>
/// <param name="On">First day of the month or year, the day the work began whose rest it is about, the day an application is for, or the day dues were to be paid by.</param>
/// <param name="Threshold">Minutes; of late dues the step of the reminder; 0 for kinds without one.</param>
/// <param name="Place">Code of the workplace it is about, empty when about all of them; of an application, its id; of dues, the local association.</param>
/// <param name="Minutes">What was found.</param>
/// <param name="Due">By when something is to be done.</param>
/// <param name="Dues">What of dues is late; null for other kinds.</param>
public sealed record Crossing(AlertKind Kind, DateOnly On, int Threshold, string Place, int Minutes, DateOnly? Due = null, CrossedDues? Dues = null)
{
    /// <summary>What makes two of one physician the same, whatever their figures.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{(int)Kind}.{On:yyyyMMdd}.{Threshold}.{Place}");
}

/// <summary>Dues that are late.</summary>
/// <param name="Rule">Id of the row of the reminder's step.</param>
public sealed record CrossedDues(string Rule, long Yen, IReadOnlyList<DuesPart> Parts);
