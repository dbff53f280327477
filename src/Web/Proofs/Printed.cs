using System.Globalization;
using JmaActors.Design;

namespace JmaActors.Web.Proofs;

/// <summary>Dates, times and figures as documents print them, in whatever language the site is shown.</summary>
static class Printed
{
    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    /// <summary>令和8年11月23日.</summary>
    public static string Date(DateOnly day) => Wareki.JapaneseDate(day);

    public static string Date(DateTimeOffset at) => Date(DateOnly.FromDateTime(at.ToOffset(Tokyo).DateTime));

    /// <summary>令和8年11月23日（2026-11-23）.</summary>
    public static string Both(DateOnly day) => $"{Date(day)}（{Short(day)}）";

    public static string Short(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset at) => at.ToOffset(Tokyo).ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Number(decimal value) => value.ToString("#,0.#", CultureInfo.InvariantCulture);

    public static string Units(Units units) => units.ToString();

    public static string Yen(long yen) => $"¥{yen.ToString("#,0", CultureInfo.InvariantCulture)}";
}
