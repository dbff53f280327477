using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace JmaActors.Web.Sessions;

/// <summary>Reads times and marks as video systems and spreadsheets write them. Pure.</summary>
public static partial class WebLogValues
{
    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    static readonly string[] Local =
    [
        "yyyy/M/d H:m", "yyyy/M/d H:m:s", "yyyy-M-d H:m", "yyyy-M-d H:m:s", "yyyy-M-d H:m:s.FFFFFFF", "yyyy-M-dTH:m", "yyyy-M-dTH:m:s", "yyyy-M-dTH:m:s.FFFFFFF",
        "yyyy年M月d日 H:m", "yyyy年M月d日 H:m:s", "yyyy年M月d日 H時m分", "yyyy年M月d日 H時m分s秒", "M/d/yyyy h:m tt", "M/d/yyyy h:m:s tt", "yyyy/M/d h:m:s tt",
    ];

    static readonly string[] Zoned = ["yyyy-M-dTH:mK", "yyyy-M-dTH:m:sK", "yyyy-M-dTH:m:s.FFFFFFFK", "yyyy-M-d H:m:sK", "yyyy-M-d H:m:s.FFFFFFFK", "yyyy-M-d H:m:s K"];

    static readonly string[] OfDay = ["H:m", "H:m:s", "H時m分", "H時m分s秒"];

    static readonly FrozenSet<string> Yes = FrozenSet.ToFrozenSet(
        ["1", "y", "yes", "true", "t", "ok", "○", "〇", "◯", "●", "◎", "✓", "✔", "有", "有り", "あり", "済", "済み", "はい", "可", "正", "正解", "一致", "確認済", "確認済み", "入力済", "入力済み"], StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string> No = FrozenSet.ToFrozenSet(
        ["", "0", "n", "no", "false", "f", "ng", "×", "✕", "✗", "✖", "x", "-", "－", "ー", "無", "無し", "なし", "未", "いいえ", "不可", "誤", "不正解", "不一致", "未確認", "未入力"], StringComparer.OrdinalIgnoreCase);

    /// <summary>An instant; without an offset it is Tokyo's, without a date it is of <paramref name="day"/>. Null when it cannot be read.</summary>
    public static DateTimeOffset? Time(string text, DateOnly day)
    {
        var plain = Spaces().Replace(text.Trim(), " ");
        const DateTimeStyles exactly = DateTimeStyles.None;
        if (DateTime.TryParseExact(plain, Local, CultureInfo.InvariantCulture, exactly, out var local)) return new DateTimeOffset(local, Tokyo);
        if (DateTimeOffset.TryParseExact(plain, Zoned, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var zoned)) return zoned;
        if (TimeOnly.TryParseExact(plain, OfDay, CultureInfo.InvariantCulture, exactly, out var time)) return new DateTimeOffset(day.ToDateTime(time), Tokyo);
        return null;
    }

    /// <summary>Yes or no; nothing is no. Null when it is neither.</summary>
    public static bool? Mark(string text) => Yes.Contains(text) ? true : No.Contains(text) ? false : null;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
