using System.Text;

namespace JmaActors.Members;

/// <summary>
/// The form names and readings are searched by, one for what is kept and what is typed: old and variant characters as their standard ones
/// (<see cref="NameVariants"/>), kana as large full-width katakana (readings kept by old systems have no small ones), no spaces or marks. Never shown.
/// </summary>
public static class NameRules
{
    const string Small = "ァィゥェォッャュョヮヵヶヲヂヅ";
    const string Large = "アイウエオツヤユヨワカケオジズ";

    /// <summary>Folds a name, a reading, or what somebody typed to find either. Empty when nothing of it is searched by.</summary>
    public static string Fold(string text)
    {
        var said = new StringBuilder(text.Length);
        foreach (var c in text.EnumerateRunes())
        {
            if (!IsPassedOver(c)) said.Append(c);
        }
        var folded = new StringBuilder(said.Length);
        var last = default(Rune);
        foreach (var raw in KanaRules.Fold(said.ToString()).EnumerateRunes())
        {
            // What is left of hyphens and voicing marks belongs to no letter.
            if (raw.Value is '-' or '゛' or '゜') continue;
            last = raw.Value == '々' && folded.Length > 0 ? last : One(raw);
            folded.Append(last);
        }
        return folded.ToString();
    }

    /// <summary>Folds what stands after the first space of a name or reading; empty when there is none.</summary>
    public static string FoldGiven(string text)
    {
        var trimmed = text.Trim();
        var space = trimmed.AsSpan().IndexOfAny(' ', '\u3000');
        return space < 0 ? "" : Fold(trimmed[space..]);
    }

    /// <summary>Spaces, dots, apostrophes, and what chooses between drawings of one character (異体字セレクタ).</summary>
    static bool IsPassedOver(Rune c) =>
        Rune.IsWhiteSpace(c) || c.Value is '\'' or '＇' or '’' or '.' or '．' or '・' or '･' or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    static Rune One(Rune c)
    {
        if (c.Value is >= 'a' and <= 'z') return new Rune(c.Value - 'a' + 'A');
        var small = c.IsBmp ? Small.IndexOf((char)c.Value, StringComparison.Ordinal) : -1;
        return small < 0 ? NameVariants.Standard(c) : new Rune(Large[small]);
    }
}
