using System.Security.Cryptography;
using CsCheck;
using JmaActors.Passes;

namespace JmaActors.Tests.Rules.Passes;

/// <summary>What makes a pass genuine, and for how long it is good.</summary>
public sealed class PassRulesTests
{
    static readonly DateTimeOffset Noon = new(2026, 11, 23, 3, 30, 0, TimeSpan.Zero);
    static readonly MemberId Me = new(1_000_000_001);
    static readonly Signer House = new(1);
    static readonly PassClaim Mine = new(Me, 0, Noon, 77);

    static readonly Gen<PassClaim> Claims =
        from member in Gen.Long[MemberId.First, MemberId.Last]
        from generation in Gen.Int[0, PassLimits.Generations]
        from second in Gen.Long[1_700_000_000, uint.MaxValue]
        from serial in Gen.UInt
        select new PassClaim(new MemberId(member), generation, DateTimeOffset.FromUnixTimeSeconds(second), serial);

    [Fact]
    public void What_was_written_is_read_again_whoever_and_whenever_it_is() =>
        Claims.Sample(claim =>
        {
            var text = PassRules.Write(claim, House);
            Assert.Equal(PassLimits.TokenLength, text.Length);
            Assert.Equal(claim, PassRules.Read(text, House));
        });

    [Fact]
    public void A_pass_is_text_a_small_code_holds_and_no_card_number_can_be()
    {
        var text = PassRules.Write(Mine, House);

        Assert.True(PassRules.IsPass(text));
        Assert.False(CardNumber.TryParse(text, out _));
        Assert.All(text, c => Assert.True(c is '.' or (>= '0' and <= '9') or (>= 'A' and <= 'Z')));
        Assert.False(PassRules.IsPass("DEMO0001"));
        Assert.False(PassRules.IsPass(null));
    }

    [Theory]
    [InlineData(" {0}\r\n")]
    [InlineData("lower:{0}")]
    public void A_reader_may_add_a_line_end_or_type_small_letters(string typed)
    {
        var text = PassRules.Write(Mine, House);
        var read = typed.StartsWith("lower:", StringComparison.Ordinal) ? text.ToLowerInvariant() : string.Format(null, typed, text);

        Assert.Equal(Mine, PassRules.Read(read, House));
    }

    [Fact]
    public void Every_character_changed_to_any_other_is_forged()
    {
        var text = PassRules.Write(Mine, House);
        for (var at = 0; at < text.Length; at++)
        {
            foreach (var other in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567.".Where(c => c != text[at])) Assert.Null(PassRules.Read($"{text[..at]}{other}{text[(at + 1)..]}", House));
        }
    }

    [Fact]
    public void Shortened_lengthened_and_made_up_ones_are_forged()
    {
        var text = PassRules.Write(Mine, House);

        for (var length = 0; length < text.Length; length++) Assert.Null(PassRules.Read(text[..length], House));
        Assert.Null(PassRules.Read(text + "A", House));
        Assert.Null(PassRules.Read(text + text[4..], House));
        Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"].Array[48].Sample(chars => Assert.Null(PassRules.Read(PassRules.Prefix + new string(chars), House)));
        Gen.String.Sample(any => Assert.Null(PassRules.Read(PassRules.Prefix + any, House)));
    }

    [Fact]
    public void Another_houses_signature_is_forged() =>
        Claims.Sample(claim => Assert.Null(PassRules.Read(PassRules.Write(claim, new Signer(2)), House)));

    [Fact]
    public void The_tag_of_one_persons_pass_does_not_fit_another_persons_claim() =>
        Gen.Select(Claims, Claims).Where((a, b) => a != b).Sample((a, b) =>
        {
            var (one, other) = (PassRules.Write(a, House), PassRules.Write(b, House));
            // The claim is 14 bytes: 22 characters say nothing but it.
            Assert.Null(PassRules.Read(one[..26] + other[26..], House));
        });

    [Fact]
    public void A_pass_is_good_from_when_it_was_shown_for_its_life_and_the_skew_of_a_clock_either_way_and_never_else() =>
        Gen.Select(Claims, Gen.Long[-120_000, 120_000]).Sample((claim, off) =>
        {
            var at = claim.Issued.AddMilliseconds(off);
            var refused = PassRules.Refuse(claim, at, claim.Generation);
            var expected = off < -20_000 ? PassRules.NotYetValid : off >= 60_000 ? PassRules.Expired : null;
            Assert.Equal(expected, refused);
        });

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(0, 1, PassRules.Revoked)]
    [InlineData(1, 1, null)]
    [InlineData(1, 3, PassRules.Revoked)]
    [InlineData(2, 1, null)]
    public void Passes_of_an_older_generation_are_revoked_and_of_a_newer_one_than_is_known_good(int generation, int known, string? reason) =>
        Assert.Equal(reason, PassRules.Refuse(Mine with { Generation = generation }, Noon.AddSeconds(10), known));

    [Theory]
    [InlineData(0, 1, 9, PassRules.Revoked)]
    [InlineData(0, 1, 10, PassRules.Revoked)]
    [InlineData(0, 1, 11, null)]
    [InlineData(0, 2, 11, PassRules.Revoked)]
    public void A_tap_that_was_before_the_passes_were_taken_back_is_taken_however_late_it_arrives(int generation, int known, int revokedAfter, string? reason) =>
        Assert.Equal(reason, PassRules.Refuse(Mine with { Generation = generation }, Noon.AddSeconds(10), known, Noon.AddSeconds(revokedAfter)));

    [Fact]
    public void What_is_shown_begins_now_and_is_replaced_before_it_ends()
    {
        var shown = PassRules.Show(Me, 3, Noon.AddMilliseconds(987), 5, House);

        Assert.Equal((Noon, Noon.AddSeconds(40), Noon.AddSeconds(15)), (shown.From, shown.Until, shown.Next));
        Assert.Equal(new PassClaim(Me, 3, Noon, 5), PassRules.Read(shown.Token, House));
    }

    /// <summary>A key made of one byte.</summary>
    sealed class Signer(byte key) : IPassSigner
    {
        public void Sign(ReadOnlySpan<byte> data, Span<byte> tag) => HMACSHA256.HashData([key], data, tag);
    }
}
