using System.Text;

namespace JmaActors.Works;

/// <summary>
/// What Shift_JIS, as offices' spreadsheets write it (CP932), can carry. A character it has none for is never left out in silence: it stands as 〓 (ゲタ, the printers' mark for a
/// missing type), and is named.
/// </summary>
public static class ShiftJisText
{
    /// <summary>Stands for what cannot be written.</summary>
    public const char Missing = '〓';

    /// <summary>Characters that CP932 keeps under another number than everybody else.</summary>
    const string Same = "〜～−－‖∥—―¢￠£￡¬￢";

    /// <summary>Writes; what cannot be carried as <see cref="Missing"/>.</summary>
    public static readonly Encoding Writing = Of(new EncoderReplacementFallback(Missing.ToString()));

    static readonly Encoding Strict = Of(new EncoderExceptionFallback());

    /// <summary>The text with the characters that CP932 knows under its own numbers.</summary>
    public static string Fitting(string text)
    {
        if (text.AsSpan().IndexOfAny(Others) < 0) return text;
        return string.Create(text.Length, text, static (fitting, from) =>
        {
            for (var i = 0; i < from.Length; i++) fitting[i] = Same.IndexOf(from[i], StringComparison.Ordinal) is var at and >= 0 && at % 2 == 0 ? Same[at + 1] : from[i];
        });
    }

    static readonly System.Buffers.SearchValues<char> Others = System.Buffers.SearchValues.Create([.. Same.Where((_, i) => i % 2 == 0)]);

    /// <summary>Adds the characters of a text that cannot be carried. True when there is any.</summary>
    public static bool Missed(string text, ISet<string> missed)
    {
        if (System.Text.Ascii.IsValid(text)) return false;
        var any = false;
        foreach (var rune in Fitting(text).EnumerateRunes())
        {
            if (rune.IsAscii || Carries(rune)) continue;
            missed.Add(rune.ToString());
            any = true;
        }
        return any;
    }

    static readonly System.Collections.Concurrent.ConcurrentDictionary<int, bool> Known = new();

    static bool Carries(Rune rune) => rune.IsBmp && Known.GetOrAdd(rune.Value, static value =>
    {
        try
        {
            return Strict.GetByteCount(new Rune(value).ToString()) > 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    });

    static Encoding Of(EncoderFallback fallback) => CodePagesEncodingProvider.Instance.GetEncoding(932, fallback, DecoderFallback.ReplacementFallback)!;
}
