using System.Buffers;

namespace JmaActors;

/// <summary>What a text from outside may be made of. Asked on every request, so without a call for each character.</summary>
public static class TextForms
{
    static readonly SearchValues<char> Controls = Of(char.IsControl);
    static readonly SearchValues<char> Blanks = Of(static c => char.IsControl(c) || char.IsWhiteSpace(c));
    static readonly SearchValues<char> Unstorable = Of(static c => char.IsControl(c) || char.IsSurrogate(c));
    static readonly SearchValues<char> LowerHex = Of(char.IsAsciiHexDigitLower);
    static readonly SearchValues<char> KeyCharacters = Of(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    /// <summary>Has a control character, line breaks included.</summary>
    public static bool HasControls(this string text) => text.AsSpan().ContainsAny(Controls);

    /// <summary>Has a space of any kind or a control character.</summary>
    public static bool HasBlanks(this string text) => text.AsSpan().ContainsAny(Blanks);

    /// <summary>Has a control character or part of a character outside the basic plane, whole or half: to be looked at closely before it is stored.</summary>
    public static bool HasControlsOrSurrogates(this string text) => text.AsSpan().ContainsAny(Unstorable);

    /// <summary>Nothing but 0–9 and a–f.</summary>
    public static bool IsLowerHex(this string text) => !text.AsSpan().ContainsAnyExcept(LowerHex);

    /// <summary>Nothing but ASCII letters, digits, dots, hyphens and underscores.</summary>
    public static bool IsKeyText(this string text) => !text.AsSpan().ContainsAnyExcept(KeyCharacters);

    static SearchValues<char> Of(Func<char, bool> has) => SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(static c => (char)c).Where(has)]);
}
