using System.Globalization;
using JmaActors.WorkHours;

namespace JmaActors.Storage.Views;

/// <summary>Months of agreements as SQL.</summary>
static class MonthSql
{
    /// <summary>The month that began on the date in a column runs on a day. A row whose month is over tells nothing of the new one.</summary>
    public static string Runs(string column, DateOnly on) => $"{column} > '{AgreementPeriods.LastOver(on).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'";
}
