using CsCheck;
using JmaActors.Bank;

namespace JmaActors.Tests.Rules.Bank;

/// <summary>A payer's number says whose dues are paid, and a slip of the pen says nobody's.</summary>
public sealed class PayerNumberTests
{
    static readonly Gen<MemberId> Members = Gen.Long[MemberId.First, MemberId.First + 99_999_998].Select(n => new MemberId(n));

    [Fact]
    public void Each_member_has_one_of_ten_digits_and_it_is_read_back() => Members.Sample(member =>
    {
        var number = PayerNumber.Of(member)!;
        Assert.Equal(PayerNumber.Digits, number.Length);
        Assert.True(PayerNumber.TryRead(number, out var read) && read == member);
    });

    [Fact]
    public void Any_digit_mistyped_and_any_two_neighbours_exchanged_are_noticed() => Gen.Select(Members, Gen.Int[0, 9], Gen.Int[1, 9]).Sample((member, at, by) =>
    {
        var digits = PayerNumber.Of(member)!.ToCharArray();
        var wrong = (char[])digits.Clone();
        wrong[at] = (char)('0' + ((wrong[at] - '0' + by) % 10));
        Assert.False(PayerNumber.TryRead(new string(wrong), out _));
        if (at == 9 || digits[at] == digits[at + 1]) return;
        (digits[at], digits[at + 1]) = (digits[at + 1], digits[at]);
        Assert.False(PayerNumber.TryRead(new string(digits), out _));
    });

    [Theory]
    [InlineData("0000000195", "", true)]
    [InlineData("", "0000000195 ﾐﾎﾝ ﾀﾛｳ", true)]
    [InlineData("", "00000001-95ﾐﾎﾝ", true)]
    [InlineData("0000000000", "ﾐﾎﾝ ﾀﾛｳ", false)]
    [InlineData("1000000001", "ﾐﾎﾝ", false)]
    [InlineData("", "", false)]
    public void It_is_found_as_the_code_of_the_line_or_before_the_name(string code, string name, bool found) => Assert.Equal(found ? new MemberId(MemberId.First) : null, PayerNumber.Find(code, name));

    [Fact]
    public void Beyond_eight_digits_there_is_none()
    {
        Assert.Null(PayerNumber.Of(new MemberId(MemberId.Last)));
        Assert.Equal("99999999", PayerNumber.Of(new MemberId(MemberId.First + 99_999_998))![..8]);
    }

    [Theory]
    [InlineData("見本", null)]
    [InlineData("ミホン　ハナコ", "ﾐﾎﾝ ﾊﾅｺ")]
    [InlineData("ヴォーグ・ジャン", "ｳﾞｵ-ｸﾞ.ｼﾞﾔﾝ")]
    [InlineData("ぱんだ １２", "ﾊﾟﾝﾀﾞ 12")]
    [InlineData("ﾀﾞｲｷﾁ", "ﾀﾞｲｷﾁ")]
    public void Names_are_written_as_banks_write_them(string name, string? written) => Assert.Equal(written, HalfKana.Of(name));
}
