using System.Globalization;

namespace JmaActors.Web.Proofs;

/// <summary>Breaks text into lines by the habits of Japanese typesetting (禁則): between any two characters, but not inside a Latin word and not where a mark would stand alone.</summary>
public static class LineBreaks
{
    /// <summary>Must not begin a line.</summary>
    const string NotFirst = "、。，．・：；？！）］｝」』】〉》〕”’％‰℃々ゝゞーぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}%";

    /// <summary>Must not end a line.</summary>
    const string NotLast = "（［｛「『【〈《〔“‘([{";

    /// <param name="measure">Width of a text.</param>
    /// <param name="most">Lines at most; the last then ends in an ellipsis.</param>
    public static IReadOnlyList<string> Of(string text, double width, Func<string, double> measure, int most = int.MaxValue)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in Pieces(text))
        {
            if (line.Length == 0 || measure(line + piece.TrimEnd()) <= width)
            {
                line += line.Length == 0 ? piece.TrimStart() : piece;
                continue;
            }
            lines.Add(line.TrimEnd());
            line = piece.TrimStart();
            if (lines.Count == most) return Cut(lines, width, measure);
        }
        if (line.Length > 0 || lines.Count == 0) lines.Add(line.TrimEnd());
        return lines.Count > most ? Cut(lines[..most], width, measure) : lines;
    }

    static List<string> Cut(List<string> lines, double width, Func<string, double> measure)
    {
        var last = lines[^1];
        while (last.Length > 0 && measure(last + "…") > width) last = last[..^StringInfo.GetNextTextElementLength(last.AsSpan(LastElement(last)))];
        lines[^1] = last + "…";
        return lines;
    }

    static int LastElement(string text) => StringInfo.ParseCombiningCharacters(text)[^1];

    /// <summary>The smallest parts that are never broken.</summary>
    static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (pieces.Count > 0 && Joined(pieces[^1], element)) pieces[^1] += element;
            else pieces.Add(element);
        }
        return pieces;
    }

    static bool Joined(string piece, string next) =>
        NotFirst.Contains(next, StringComparison.Ordinal)
        || NotLast.Contains(piece[^1], StringComparison.Ordinal)
        || (IsLatin(piece[^1]) && next.Length == 1 && IsLatin(next[0]) && piece.Length < LongestWord);

    /// <summary>A longer run without a space is broken wherever the line ends.</summary>
    const int LongestWord = 24;

    static bool IsLatin(char c) => c is > ' ' and < '\u2000';
}
