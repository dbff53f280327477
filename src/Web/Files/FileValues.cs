using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace JmaActors.Web.Files;

/// <summary>Reads days and amounts as offices and spreadsheets write them. Pure.</summary>
public static partial class FileValues
{
    const int FirstYear = 1900, LastYear = 2100;

    static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>First years of the eras less one: 昭和1 is 1926.</summary>
    static readonly (string Names, int Before)[] Eras = [("令和R", 2018), ("平成H", 1988), ("昭和S", 1925), ("大正T", 1911), ("明治M", 1867)];

    /// <summary>A day, of the Christian era or a Japanese one (昭和50年4月1日, S50.4.1, 平成元年…); null when it cannot be read.</summary>
    public static DateOnly? Day(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Trim();
        if (DateTime.TryParseExact(plain, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Sound(DateOnly.FromDateTime(day));
        var match = OfEra().Match(plain);
        if (!match.Success) return null;
        var era = Array.Find(Eras, e => match.Groups["era"].Value is { } said && (e.Names[..2] == said || e.Names[2..].Equals(said, StringComparison.OrdinalIgnoreCase)));
        var year = era.Before + (match.Groups["year"].Value == "元" ? 1 : Number(match.Groups["year"]));
        return DateOnly.TryParseExact($"{year}-{match.Groups["month"].Value}-{match.Groups["day"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? Sound(read) : null;
    }

    /// <summary>Units in tenths: <c>1.5</c>, <c>1.5単位</c>; null when they cannot be read or have more decimal places.</summary>
    public static Units? Amount(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Trim().TrimEnd('単', '位').Trim();
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var units) && units is >= 0 and <= 1_000 && units * 10 == decimal.Truncate(units * 10)
            ? new Units((int)(units * 10))
            : null;
    }

    static DateOnly? Sound(DateOnly day) => day.Year is >= FirstYear and <= LastYear ? day : null;

    static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<era>令和|平成|昭和|大正|明治|[RHSTMrhstm])\s*(?<year>元|[0-9]{1,2})\s*[年./-]\s*(?<month>[0-9]{1,2})\s*[月./-]\s*(?<day>[0-9]{1,2})\s*日?$")]
    private static partial Regex OfEra();
}
