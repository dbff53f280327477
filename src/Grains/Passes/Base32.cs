namespace JmaActors.Passes;

/// <summary>
/// Bytes as capital letters and the digits 2 to 7 (RFC 4648): what a QR code packs tightly (alphanumeric mode) and what a keyboard-wedge reader types alike
/// on every keyboard. Whole groups of five bytes only, so that each text stands for its own bytes and no padding bit could be changed unseen.
/// </summary>
static class Base32
{
    const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const int GroupBytes = 5;
    const int GroupChars = 8;
    const int CharBits = 5;

    public static string Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % GroupBytes != 0) throw new ArgumentException($"Give groups of {GroupBytes} bytes.", nameof(bytes));
        Span<char> text = stackalloc char[bytes.Length / GroupBytes * GroupChars];
        for (var at = 0; at < text.Length; at++)
        {
            var group = bytes.Slice(at / GroupChars * GroupBytes, GroupBytes);
            text[at] = Alphabet[(int)(Bits(group) >> (GroupChars - 1 - at % GroupChars) * CharBits) & 31];
        }
        return new string(text);
    }

    /// <summary>False when the text is not what <see cref="Write"/> makes of so many bytes. Small letters count as capitals: a reader may have its shift lock on.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        if (text.Length * GroupBytes != bytes.Length * GroupChars) return false;
        for (var group = 0; group * GroupChars < text.Length; group++)
        {
            var bits = 0UL;
            foreach (var c in text.Slice(group * GroupChars, GroupChars))
            {
                var value = Value(c);
                if (value < 0) return false;
                bits = bits << CharBits | (uint)value;
            }
            for (var i = 0; i < GroupBytes; i++) bytes[group * GroupBytes + i] = (byte)(bits >> (GroupBytes - 1 - i) * 8);
        }
        return true;
    }

    static ulong Bits(ReadOnlySpan<byte> group)
    {
        var bits = 0UL;
        foreach (var b in group) bits = bits << 8 | b;
        return bits;
    }

    static int Value(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a',
        >= '2' and <= '7' => c - '2' + 26,
        _ => -1,
    };
}
