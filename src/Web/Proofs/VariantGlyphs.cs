using System.Buffers.Binary;
using System.Text;

namespace JmaActors.Web.Proofs;

/// <summary>
/// Variant forms of characters (異体字): a base character followed by a variation selector has a glyph of its own in the font (cmap format 14).
/// PDFsharp does not look there and would print a box; names are printed as they are written.
/// </summary>
sealed class VariantGlyphs
{
    const ushort Format = 14;
    const int FirstSelector = 0xFE00, LastSelector = 0xFE0F, FirstSupplement = 0xE0100, LastSupplement = 0xE01EF;

    readonly Dictionary<(int Base, int Selector), ushort> glyphs = [];

    /// <param name="font">A TrueType file.</param>
    public VariantGlyphs(ReadOnlySpan<byte> font)
    {
        var cmap = font[Table(font, "cmap"u8)..];
        for (var i = 0; i < U16(cmap[2..]); i++)
        {
            var table = cmap[(int)U32(cmap[(4 + (i * 8) + 4)..])..];
            if (U16(table) == Format) Read(table);
        }
    }

    /// <summary>The text without its selectors, and which of its characters (counted in code points) have a glyph of their own.</summary>
    public (string Text, IReadOnlyList<(int At, ushort Glyph)> Glyphs) Resolve(string text)
    {
        if (!text.EnumerateRunes().Any(static r => IsSelector(r.Value))) return (text, []);
        var plain = new StringBuilder(text.Length);
        var found = new List<(int, ushort)>();
        var (count, last) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsSelector(rune.Value))
            {
                if (count > 0 && glyphs.TryGetValue((last, rune.Value), out var glyph)) found.Add((count - 1, glyph));
                continue;
            }
            plain.Append(rune);
            (count, last) = (count + 1, rune.Value);
        }
        return (plain.ToString(), found);
    }

    static bool IsSelector(int c) => c is (>= FirstSelector and <= LastSelector) or (>= FirstSupplement and <= LastSupplement);

    void Read(ReadOnlySpan<byte> table)
    {
        for (var i = 0; i < U32(table[6..]); i++)
        {
            var record = table[(10 + (i * 11))..];
            var (selector, at) = (U24(record), (int)U32(record[7..]));
            if (at == 0) continue;
            for (var k = 0; k < U32(table[at..]); k++)
            {
                var mapping = table[(at + 4 + (k * 5))..];
                glyphs[(U24(mapping), selector)] = U16(mapping[3..]);
            }
        }
    }

    static int Table(ReadOnlySpan<byte> font, ReadOnlySpan<byte> tag)
    {
        for (var i = 0; i < U16(font[4..]); i++)
        {
            var entry = font[(12 + (i * 16))..];
            if (entry[..4].SequenceEqual(tag)) return (int)U32(entry[8..]);
        }
        throw new InvalidDataException("The font has no such table.");
    }

    static ushort U16(ReadOnlySpan<byte> b) => BinaryPrimitives.ReadUInt16BigEndian(b);

    static int U24(ReadOnlySpan<byte> b) => (b[0] << 16) | (b[1] << 8) | b[2];

    static uint U32(ReadOnlySpan<byte> b) => BinaryPrimitives.ReadUInt32BigEndian(b);
}
