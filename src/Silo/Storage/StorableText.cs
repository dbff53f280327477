using System.Text;
using JmaActors.Journal;

namespace JmaActors.Storage;

/// <summary>Text both databases keep exactly as given: no NUL, and no half of a surrogate pair.</summary>
static class StorableText
{
    /// <exception cref="GroupFaultException">The text cannot be stored; the message names the column, never the text.</exception>
    public static void Check(string text, string column)
    {
        if (text.Contains('\0')) throw new GroupFaultException($"A text for {column} holds a NUL character.");
        if (text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !IsPaired(text)) throw new GroupFaultException($"A text for {column} holds half a surrogate pair.");
    }

    static bool IsPaired(string text)
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var used) != System.Buffers.OperationStatus.Done) return false;
            rest = rest[used..];
        }
        return true;
    }
}
