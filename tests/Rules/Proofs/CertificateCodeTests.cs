using System.Security.Cryptography;
using CsCheck;
using JmaActors.Proofs;

namespace JmaActors.Tests.Rules.Proofs;

public sealed class CertificateCodeTests
{
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    static readonly Gen<CertificateCode> Codes = Gen.Byte.Array[CertificateCode.SeedBytes].Select(seed => CertificateCode.From(seed));

    [Fact]
    public void A_code_has_four_groups_of_four_and_reads_back() => Codes.Sample(code =>
        code.Text.Length == CertificateCode.Shown && code.Text.Split('-') is { Length: 4 } groups && groups.All(g => g.Length == 4)
        && CertificateCode.TryParse(code.Text, out var read) && read == code);

    [Fact]
    public void Any_one_wrong_character_is_noticed() => Gen.Select(Codes, Gen.Int[0, CertificateCode.Characters - 1], Gen.Int[1, 31]).Sample((code, at, by) =>
    {
        var plain = code.Text.Replace("-", "", StringComparison.Ordinal).ToCharArray();
        plain[at] = Alphabet[(Alphabet.IndexOf(plain[at], StringComparison.Ordinal) + by) % Alphabet.Length];
        return !CertificateCode.TryParse(new string(plain), out _);
    });

    [Fact]
    public void Any_two_exchanged_characters_are_noticed() => Gen.Select(Codes, Gen.Int[0, CertificateCode.Characters - 1], Gen.Int[0, CertificateCode.Characters - 1]).Sample((code, a, b) =>
    {
        var plain = code.Text.Replace("-", "", StringComparison.Ordinal).ToCharArray();
        if (plain[a] == plain[b]) return true;
        (plain[a], plain[b]) = (plain[b], plain[a]);
        return !CertificateCode.TryParse(new string(plain), out _);
    });

    [Fact]
    public void Small_wide_spaced_and_confused_letters_are_understood()
    {
        var code = CertificateCode.From(SHA256.HashData("x"u8.ToArray()));
        var wide = new string([.. code.Text.Select(c => c == '-' ? '－' : (char)(c - '!' + '！'))]);
        Assert.All(
            [code.Text.ToLowerInvariant(), code.Text.Replace("-", "", StringComparison.Ordinal), code.Text.Replace('-', ' '), wide, code.Text.Replace('0', 'O').Replace('1', 'l')],
            typed => Assert.True(CertificateCode.TryParse(typed, out var read) && read == code, typed));
    }

    [Theory, InlineData(null), InlineData(""), InlineData("0000"), InlineData("UUUU-UUUU-UUUU-UUUU"), InlineData("0000-0000-0000-0001"), InlineData("00000-0000-0000-00000")]
    public void What_is_no_code_is_not_read(string? text) => Assert.False(CertificateCode.TryParse(text, out _));
}
