using CsCheck;
using JmaActors.Bank;
using JmaActors.Web.Bank;

namespace JmaActors.Tests.Web.Bank;

/// <summary>Direct debits: what is written for the bank is read from what it gives back, and what is not the batch's is refused.</summary>
public sealed class DebitFileTests
{
    static readonly DebitBatch Batch = new("b1", new DateOnly(2026, 12, 28), "0000012345", "0158-100-1-0012345", 0, Yen.Zero, 0, Yen.Zero, 0, false);

    static readonly Gen<DebitFileLine> Line = Gen.Select(Gen.Long[MemberId.First, MemberId.Last], Gen.Long[1, 9_999_999], Gen.Char["0123489"])
        .Select((member, yen, result) => new DebitFileLine(new MemberId(member), new DebitAccount("0009-001-1-7654321", "ﾐﾎﾝ ﾀﾛｳ"), new Yen(yen), result));

    [Fact]
    public void What_the_bank_gives_back_is_what_was_sent_with_results() => Line.Array[1, 40].Sample(lines =>
    {
        var read = DebitFile.Read(DebitFile.Write(Batch, "ﾐﾎﾝｲｼｶｲ", lines), Batch);

        Assert.Equal(lines.Select(l => new DebitResult(l.Member, l.Amount, l.Result!.Value)), read);
    });

    [Fact]
    public void A_file_the_bank_has_not_answered_books_nothing()
    {
        var sent = DebitFile.Write(Batch, "ﾐﾎﾝ", [new DebitFileLine(new MemberId(1_000_000_001), new DebitAccount("0009-001-1-7654321", "ﾐﾎﾝ"), new Yen(5), null)]);

        Assert.Equal("bank-total", Assert.Throws<BankFileException>(() => DebitFile.Read(sent, Batch)).Reason);
    }

    [Fact]
    public void Results_of_another_day_or_client_are_refused()
    {
        var file = DebitFile.Write(Batch, "ﾐﾎﾝ", []);

        Assert.Equal("bank-batch", Assert.Throws<BankFileException>(() => DebitFile.Read(file, Batch with { Client = "0000012346" })).Reason);
        Assert.Equal("bank-batch", Assert.Throws<BankFileException>(() => DebitFile.Read(file, Batch with { Day = new DateOnly(2026, 12, 29) })).Reason);
    }

    [Fact]
    public void Whatever_is_spoilt_nothing_but_a_refusal_comes_of_it() => Gen.Select(Line.Array[0, 5], Gen.Int[0, 1_000], Gen.Byte).Sample((lines, at, with) =>
    {
        var file = DebitFile.Write(Batch, "ﾐﾎﾝ", lines);
        file[at % file.Length] = with;
        try
        {
            DebitFile.Read(file, Batch);
        }
        catch (BankFileException fault)
        {
            Assert.True(fault.Line > 0 && fault.Column > 0);
        }
    });
}
