using System.Text;

namespace JmaActors.Proofs;

/// <summary>
/// Names a certificate: 15 characters that cannot be guessed and a check character, in groups of four: <c>7KQ2-M9XA-40PT-RW6E</c>.
/// The alphabet is Crockford's base 32 (no I, L, O, U); whoever types O or I is understood.
/// </summary>
[GenerateSerializer, Immutable, Alias("certificate-code"), JsonConverter(typeof(CertificateCodeJson))]
public readonly record struct CertificateCode([property: Id(0)] string Text)
{
    /// <summary>Characters without hyphens, the check character last.</summary>
    public const int Characters = 16;

    /// <summary>Bytes the code is made from: 15 characters of 5 bits need 75 of their 80 bits.</summary>
    public const int SeedBytes = 10;

    /// <summary>Characters as shown, hyphens included.</summary>
    public const int Shown = Characters + (Characters / Group) - 1;

    const int Group = 4;
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The code made from the first 75 bits of at least <see cref="SeedBytes"/> bytes.</summary>
    public static CertificateCode From(ReadOnlySpan<byte> seed)
    {
        Span<int> digits = stackalloc int[Characters];
        for (var i = 0; i < Characters - 1; i++)
        {
            for (var bit = i * 5; bit < (i * 5) + 5; bit++) digits[i] = (digits[i] << 1) | ((seed[bit / 8] >> (7 - (bit % 8))) & 1);
        }
        digits[^1] = Check(digits[..^1]);
        return new CertificateCode(Write(digits));
    }

    /// <summary>Reads what somebody typed: small or wide letters, with or without hyphens and spaces. False when a character is missing or mistyped.</summary>
    public static bool TryParse(string? text, out CertificateCode code)
    {
        code = default;
        if (text is not { Length: >= Characters and <= 64 }) return false;
        Span<int> digits = stackalloc int[Characters];
        var read = 0;
        foreach (var c in text)
        {
            if (c is '-' or ' ' or '\u3000' or '－' or 'ー' or '‐' or '−') continue;
            var digit = Digit(c);
            if (digit < 0 || read == Characters) return false;
            digits[read++] = digit;
        }
        if (read != Characters || Check(digits[..^1]) != digits[^1]) return false;
        code = new CertificateCode(Write(digits));
        return true;
    }

    public override string ToString() => Text;

    static int Digit(char c)
    {
        // Wide forms (Ａ, ０) stand at a fixed distance from the plain ones.
        var plain = char.ToUpperInvariant(c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c);
        return plain switch
        {
            'O' => 0,
            'I' or 'L' => 1,
            _ => Alphabet.IndexOf(plain, StringComparison.Ordinal),
        };
    }

    /// <summary>A polynomial over the field of 32 elements: any one wrong character, and any two exchanged, change it.</summary>
    static int Check(ReadOnlySpan<int> digits)
    {
        var sum = 0;
        foreach (var digit in digits) sum = Times2(sum) ^ digit;
        return Times2(sum);
    }

    /// <summary>Times x modulo x⁵ + x² + 1.</summary>
    static int Times2(int element) => (element << 1) >= 32 ? (element << 1) ^ 0b100101 : element << 1;

    static string Write(ReadOnlySpan<int> digits)
    {
        var text = new StringBuilder(Shown);
        for (var i = 0; i < digits.Length; i++)
        {
            if (i > 0 && i % Group == 0) text.Append('-');
            text.Append(Alphabet[digits[i]]);
        }
        return text.ToString();
    }
}

/// <summary>The code as shown, in a string.</summary>
public sealed class CertificateCodeJson : Live.TextValueJson<CertificateCode>
{
    protected override string Wanted => "A certificate code has 16 characters in groups of four, like 7KQ2-M9XA-40PT-RW6E.";

    protected override bool TryParse(string text, out CertificateCode value) => CertificateCode.TryParse(text, out value);

    protected override string Format(CertificateCode value) => value.Text;
}
