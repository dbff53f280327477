using System.Text;

namespace JmaActors.Members;

/// <summary>
/// One form of a reading (フリガナ): full-width katakana. Half-width katakana and hiragana fold to it, so that what is typed finds what is kept.
/// Folded by a table of our own: the answer must not change with the Unicode data of a machine.
/// </summary>
public static class KanaRules
{
    /// <summary>Full-width forms of U+FF61 to U+FF9F, in order; the last two are the voicing marks.</summary>
    const string HalfWidth = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";
    const string Unvoiced = "ウカキクケコサシスセソタチツテトハヒフヘホワヲ";
    const string Voiced = "ヴガギグゲゴザジズゼゾダヂヅデドバビブベボヷヺ";
    const string HalfUnvoiced = "ハヒフヘホ";
    const string HalfVoiced = "パピプペポ";

    /// <summary>Folds kana, full-width Latin letters and spaces to one form; anything else stays as it is. Runs of spaces become one.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var raw in text)
        {
            var c = One(raw);
            if (c == ' ' && (folded.Length == 0 || folded[^1] == ' ')) continue;
            if (folded.Length > 0 && Mark(folded[^1], c) is { } joined) folded[^1] = joined;
            else folded.Append(IsDash(c) && folded.Length > 0 && IsKatakana(folded[^1]) ? 'ー' : c);
        }
        if (folded.Length > 0 && folded[^1] == ' ') folded.Length--;
        return folded.ToString();
    }

    /// <summary>True when a folded text can be a reading: katakana, Latin letters (people of other languages), the middle dot, hyphens and spaces.</summary>
    public static bool IsReading(string folded)
    {
        if (folded.Length == 0) return false;
        foreach (var c in folded)
        {
            if (!IsKatakana(c) && !char.IsAsciiLetter(c) && c is not (' ' or '-' or '\'' or '.')) return false;
        }
        return true;
    }

    static char One(char c) => c switch
    {
        '\u3000' or '\t' => ' ',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        >= '\uFF61' and <= '\uFF9F' => HalfWidth[c - '\uFF61'],
        >= 'ぁ' and <= 'ゖ' or 'ゝ' or 'ゞ' => (char)(c + 0x60),
        '\u3099' => '゛',
        '\u309A' => '゜',
        _ => c,
    };

    /// <summary>A letter and the voicing mark after it as one letter; null when they do not join.</summary>
    static char? Mark(char before, char mark)
    {
        var (from, to) = mark switch
        {
            '゛' => (Unvoiced, Voiced),
            '゜' => (HalfUnvoiced, HalfVoiced),
            _ => ("", ""),
        };
        var at = from.IndexOf(before, StringComparison.Ordinal);
        return at < 0 ? null : to[at];
    }

    static bool IsKatakana(char c) => c is >= 'ァ' and <= 'ヾ';

    static bool IsDash(char c) => c is '-' or (>= '\u2010' and <= '\u2015') or '\u2212';
}
