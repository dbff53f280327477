namespace JmaActors.Design;

/// <summary>Japanese eras (元号), as offices write dates and fiscal years. Eras by the cabinet orders on era names (元号を改める政令).</summary>
public static class Wareki
{
    static readonly (DateOnly From, string Ja, string En)[] Eras =
    [
        (new DateOnly(2019, 5, 1), "令和", "R"),
        (new DateOnly(1989, 1, 8), "平成", "H"),
        (new DateOnly(1926, 12, 25), "昭和", "S"),
        (new DateOnly(1912, 7, 30), "大正", "T"),
    ];

    /// <summary>令和8年11月23日; in English R8-11-23. Before 1912 the Western date.</summary>
    public static string Date(DateOnly day)
    {
        var (era, year) = EraOf(day);
        if (era is null) return Show.Day(day);
        return Show.English ? FormattableString.Invariant($"{era.Value.En}{year}-{day.Month:D2}-{day.Day:D2}") : JapaneseDate(day);
    }

    /// <summary>令和8年11月23日 whatever language is shown: what is printed on a document. Before 1912 the Western year.</summary>
    public static string JapaneseDate(DateOnly day)
    {
        var (era, year) = EraOf(day);
        return FormattableString.Invariant($"{era?.Ja}{(era is null ? $"{day.Year}" : YearText(year))}年{day.Month}月{day.Day}日");
    }

    /// <summary>令和8年度 for the fiscal year that begins on 1 April 2026; FY2026 in English.</summary>
    public static string FiscalYear(int year)
    {
        return Show.English ? FormattableString.Invariant($"FY{year}") : JapaneseFiscalYear(year);
    }

    /// <summary>令和8年度 whatever language is shown.</summary>
    public static string JapaneseFiscalYear(int year)
    {
        // A fiscal year is named by its last day's era only in the year the era changed: 2019 is 令和元年度.
        var (era, eraYear) = EraOf(year == 2019 ? new DateOnly(2019, 5, 1) : new DateOnly(year, 4, 1));
        return era is null ? $"{year}年度" : $"{era.Value.Ja}{YearText(eraYear)}年度";
    }

    static string YearText(int year) => year == 1 ? "元" : year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    static ((DateOnly From, string Ja, string En)? Era, int Year) EraOf(DateOnly day)
    {
        foreach (var era in Eras)
        {
            if (day >= era.From) return (era, day.Year - era.From.Year + 1);
        }

        return (null, day.Year);
    }
}
