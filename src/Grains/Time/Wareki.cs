using System.Globalization;

namespace JmaActors.Time;

/// <summary>和暦: dates by era, as offices write them. Eras from 明治 (used with the Gregorian calendar since 1873) to 令和.</summary>
public static class Wareki
{
    static readonly (DateOnly From, string Name)[] Eras =
    [
        (new(2019, 5, 1), "令和"),
        (new(1989, 1, 8), "平成"),
        (new(1926, 12, 25), "昭和"),
        (new(1912, 7, 30), "大正"),
        (new(1873, 1, 1), "明治"),
    ];

    const int MeijiFirstYear = 1868;

    /// <summary>令和8年5月3日; the first year of an era is 元年; a date before 1873 is given by the Gregorian calendar.</summary>
    public static string Date(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{Year(date)}{date.Month}月{date.Day}日");

    /// <summary>The year of a date: 令和8年.</summary>
    public static string Year(DateOnly date) => Find(date) switch
    {
        null => string.Create(CultureInfo.InvariantCulture, $"{date.Year}年"),
        (var name, var year) => $"{name}{Count(year)}年",
    };

    /// <summary>
    /// 令和8年度: a fiscal year has the era of its first day, except 2019, which the government named 令和元年度
    /// (改元に伴う元号による年表示の取扱い, 2019-04-01).
    /// </summary>
    public static string Of(FiscalYear year) => Year(year.Year == 2019 ? new DateOnly(2019, 5, 1) : year.FirstDay) + "度";

    /// <summary>Reads 令和8年5月3日, also with 元年; false when it is no such date or lies outside its era.</summary>
    public static bool TryParse(string? text, out DateOnly date)
    {
        date = default;
        if (text is not { Length: >= 7 } || !Eras.Any(e => text.StartsWith(e.Name, StringComparison.Ordinal))) return false;
        var name = text[..2];
        if (!Split(text[2..], out var count, out var month, out var day)) return false;
        var first = FirstYear(name);
        if (count < 1 || month is < 1 or > 12 || count > DateOnly.MaxValue.Year - first) return false;
        var year = first + count - 1;
        if (day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        var read = new DateOnly(year, month, day);
        if (Find(read)?.Name != name) return false;
        date = read;
        return true;
    }

    static bool Split(string rest, out int year, out int month, out int day)
    {
        (year, month, day) = (0, 0, 0);
        var y = rest.IndexOf('年');
        var m = rest.IndexOf('月');
        if (y < 1 || m < y + 2 || m + 2 >= rest.Length || rest[^1] != '日') return false;
        return Number(rest[..y], out year) && Number(rest[(y + 1)..m], out month) && Number(rest[(m + 1)..^1], out day);
    }

    static bool Number(string text, out int number)
    {
        if (text == "元")
        {
            number = 1;
            return true;
        }
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < 1_000;
    }

    static (string Name, int Year)? Find(DateOnly date)
    {
        foreach (var (from, name) in Eras)
        {
            if (date >= from) return (name, date.Year - FirstYear(name) + 1);
        }
        return null;
    }

    static int FirstYear(string name) => name == "明治" ? MeijiFirstYear : Array.Find(Eras, e => e.Name == name).From.Year;

    static string Count(int year) => year == 1 ? "元" : year.ToString(CultureInfo.InvariantCulture);
}
