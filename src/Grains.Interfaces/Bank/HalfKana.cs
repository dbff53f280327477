using System.Text;

namespace JmaActors.Bank;

/// <summary>Half-width katakana (JIS X 0201) as banks write names: capital letters, large kana, a hyphen for the long sound. By a table of our own: the answer must not change with a machine's Unicode data.</summary>
public static class HalfKana
{
    const char First = '\uFF66';

    /// <summary>Full-width forms of U+FF66 to U+FF9D in order; U+FF70, the long sound, is a hyphen here.</summary>
    const string Full = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    const string Small = "ァィゥェォャュョッヮヵヶヰヱ", Large = "アイウエオヤユヨツワカケイエ";
    const string Voiced = "ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ", Unvoiced = "カキクケコサシスセソタチツテトハヒフヘホウ";
    const string Round = "パピプペポ", Unround = "ハヒフヘホ";

    /// <summary>Signs that bank files may have beside letters, digits and kana.</summary>
    const string Signs = " ().-/\\｢｣,";

    /// <summary>The text as banks write it; null where it has a character they do not have.</summary>
    public static string? Of(string text)
    {
        var half = new StringBuilder(text.Length + 8);
        foreach (var raw in text)
        {
            if (!Append(half, raw)) return null;
        }
        return half.ToString();
    }

    /// <summary>The same without spaces, and without what banks do not have: by which names are compared.</summary>
    public static string Fold(string text)
    {
        var half = new StringBuilder(text.Length + 8);
        foreach (var raw in text) Append(half, raw);
        return half.Replace(" ", "").ToString();
    }

    static bool Append(StringBuilder half, char raw)
    {
        var c = raw switch
        {
            >= '\uFF01' and <= '\uFF5E' => (char)(raw - 0xFEE0),
            '\u3000' => ' ',
            '「' => '｢',
            '」' => '｣',
            'ー' or '\uFF70' or '\u2212' or (>= '\u2010' and <= '\u2015') => '-',
            '・' or '\uFF65' => '.',
            >= 'ぁ' and <= 'ゖ' => (char)(raw + 0x60),
            >= First and <= '\uFF9D' => Full[raw - First],
            _ => raw,
        };
        if (char.IsAsciiLetterOrDigit(c) || Signs.Contains(c, StringComparison.Ordinal))
        {
            half.Append(char.ToUpperInvariant(c));
            return true;
        }
        if (c is 'ﾞ' or 'ﾟ' or '゛' or '゜')
        {
            half.Append(c is 'ﾞ' or '゛' ? 'ﾞ' : 'ﾟ');
            return true;
        }
        if (Kana(half, c, Voiced, Unvoiced, "ﾞ") || Kana(half, c, Round, Unround, "ﾟ") || Kana(half, c, Small, Large, "")) return true;
        return Kana(half, c, Full, Full, "");
    }

    static bool Kana(StringBuilder half, char c, string of, string plain, string mark)
    {
        var at = of.IndexOf(c, StringComparison.Ordinal);
        if (at < 0) return false;
        half.Append((char)(First + Full.IndexOf(plain[at], StringComparison.Ordinal))).Append(mark);
        return true;
    }
}
