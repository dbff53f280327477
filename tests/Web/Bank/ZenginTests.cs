using System.Globalization;
using System.Text;
using CsCheck;
using JmaActors.Bank;
using JmaActors.Web.Access;
using JmaActors.Web.Bank;

namespace JmaActors.Tests.Web.Bank;

/// <summary>Files of banks: what is written is read, what is not whole is refused with line and column, and nothing else ever comes of them.</summary>
public sealed class ZenginTests
{
    static readonly DateOnly Today = new(2026, 11, 26);

    static readonly Gen<BankLine> Line = Gen.Select(Gen.Int[0, 300], Gen.Long[1, 99_999_999], Gen.Int[0, 999_999], Gen.Bool, Gen.OneOf(Gen.Const("ﾐﾎﾝ ﾀﾛｳ"), Gen.Const("ｶ)ﾐﾎﾝ"), Gen.Const("DOE JOHN"), Gen.Const("")), Gen.Bool)
        .Select((days, yen, inquiry, numbered, name, cancels) => new BankLine(
            0, Today.AddDays(-days), inquiry == 0 ? "" : inquiry.ToString("D6", CultureInfo.InvariantCulture), 1, new Yen(yen), numbered ? PayerNumber.Of(new MemberId(1_000_000_001 + inquiry))! : "", name, cancels, BankFileKind.Transfers));

    internal static byte[] Transfers(params IReadOnlyList<BankLine> lines)
    {
        var (sent, back) = (lines.Where(l => !l.Cancels).ToList(), lines.Where(l => l.Cancels).ToList());
        List<string> records = [BankLayouts.TransferHeader.Write(("record", "1"), ("type", "01"), ("code", "0"), ("bank", "0158"), ("branch", "100"), ("sort", "1"), ("number", "12345"), ("holder", "ｷﾖｳﾄｲｼｶｲ"))];
        records.AddRange(lines.Select(l => BankLayouts.Transfer.Write(
            ("record", "2"), ("inquiry", l.Inquiry), ("day", ZenginLayout.Day(l.On)), ("value", ZenginLayout.Day(l.On)), ("amount", $"{l.Amount}"), ("payer", l.Code), ("name", l.Name), ("cancels", l.Cancels ? "1" : "0"))));
        records.Add(BankLayouts.TransferTrailer.Write(("record", "8"), ("count", $"{sent.Count}"), ("amount", $"{sent.Sum(l => l.Amount.Amount)}"), ("cancelled", $"{back.Count}"), ("cancelledAmount", $"{back.Sum(l => l.Amount.Amount)}")));
        records.Add(BankLayouts.LongEnd.Write(("record", "9")));
        return ZenginRecords.Write(records);
    }

    static byte[] Statement(params (char Way, long Yen, string Name)[] lines)
    {
        List<string> records = [BankLayouts.StatementHeader.Write(("record", "1"), ("type", "03"), ("code", "0"), ("bank", "0158"), ("branch", "100"), ("sort", "1"), ("number", "12345"))];
        records.AddRange(lines.Select((l, i) => BankLayouts.Statement.Write(("record", "2"), ("inquiry", $"{i + 1:D8}"), ("day", "081120"), ("way", $"{l.Way}"), ("deal", "11"), ("amount", $"{l.Yen}"), ("name", l.Name))));
        string Sum(char way) => $"{lines.Where(l => l.Way == way).Sum(l => l.Yen)}";
        records.Add(BankLayouts.StatementTrailer.Write(
            ("record", "8"), ("in", $"{lines.Count(l => l.Way == '1')}"), ("inAmount", Sum('1')), ("out", $"{lines.Count(l => l.Way == '2')}"), ("outAmount", Sum('2')), ("records", $"{lines.Length}")));
        records.Add(BankLayouts.LongEnd.Write(("record", "9")));
        return ZenginRecords.Write(records);
    }

    static BankFileException Refused(byte[] file) => Assert.Throws<BankFileException>(() => ZenginReader.Read(file, Today));

    [Fact]
    public void Records_are_as_long_as_banks_say()
    {
        Assert.All([BankLayouts.TransferHeader, BankLayouts.Transfer, BankLayouts.TransferTrailer, BankLayouts.StatementHeader, BankLayouts.Statement, BankLayouts.StatementTrailer, BankLayouts.LongEnd], l => Assert.Equal(200, l.Length));
        Assert.All([BankLayouts.DebitHeader, BankLayouts.Debit, BankLayouts.DebitTrailer, BankLayouts.ShortEnd], l => Assert.Equal(120, l.Length));
    }

    [Fact]
    public void What_is_written_is_read_with_line_ends_and_without() => Line.Array[0, 40].Sample(lines =>
    {
        var file = Transfers(lines);
        var bare = file.Where(b => b is not ((byte)'\r' or (byte)'\n')).ToArray();
        foreach (var bytes in (byte[][])[file, bare, [.. file, 0x1A]])
        {
            var read = Assert.Single(ZenginReader.Read(bytes, Today));
            Assert.Equal("0158-100-1-0012345", read.Account.Text);
            Assert.Equal(lines.Select((l, i) => l with { Line = i + 2 }), read.Lines.Select(l => l with { Nth = 1 }));
            // No two lines of a file are taken for one.
            Assert.Equal(lines.Length, read.Lines.Select(l => (l.Base, l.Nth)).Distinct().Count());
        }
    });

    [Fact]
    public void An_account_that_comes_once_for_each_day_is_one()
    {
        var one = new BankLine(0, Today, "", 1, new Yen(5), "", "ﾐﾎﾝ", false, BankFileKind.Transfers);
        var twice = Encoding.Latin1.GetString(Transfers(one)).Split("\r\n");

        var read = Assert.Single(ZenginReader.Read(Encoding.Latin1.GetBytes(string.Join("\r\n", twice[..3].Concat(twice))), Today));

        Assert.Equal([1, 2], read.Lines.Select(l => l.Nth));
    }

    [Fact]
    public void Of_a_statement_what_came_is_taken_and_what_went_is_only_checked()
    {
        var read = Assert.Single(ZenginReader.Read(Statement(('1', 94_000, "ﾐﾎﾝ ﾀﾛｳ"), ('2', 330, ""), ('1', 94_000, "ﾐﾎﾝ ﾀﾛｳ")), Today));

        Assert.Equal((2, 1), (read.Lines.Count, read.Passed));
        Assert.Equal(new DateOnly(2026, 11, 20), read.Lines[0].On);
    }

    [Theory]
    [InlineData("count", "bank-total", 2)]
    [InlineData("amount", "bank-total", 8)]
    public void A_trailer_that_says_otherwise_refuses_the_file(string field, string reason, int column)
    {
        var lines = Encoding.Latin1.GetString(Transfers(new BankLine(0, Today, "000001", 1, new Yen(5), "", "A", false, BankFileKind.Transfers))).Split("\r\n");
        lines[2] = BankLayouts.TransferTrailer.Write(("record", "8"), ("count", "1"), ("amount", "5"), (field, "6"));

        var fault = Refused(Encoding.Latin1.GetBytes(string.Join("\r\n", lines)));

        Assert.Equal((reason, 3, column), (fault.Reason, fault.Line, fault.Column));
    }

    [Theory]
    [InlineData(1, 8, "X", "bank-day")]
    [InlineData(1, 19, "X", "bank-number")]
    [InlineData(1, 60, "あ", "bank-characters")]
    [InlineData(0, 1, "21", "bank-kind")]
    [InlineData(0, 3, "1", "bank-characters")]
    [InlineData(0, 22, "X", "bank-number")]
    [InlineData(1, 0, "7", "bank-order")]
    [InlineData(3, 0, "2", "bank-order")]
    public void A_fault_is_told_with_its_place(int line, int at, string text, string reason)
    {
        var shiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932)!;
        var file = Transfers(new BankLine(0, Today, "000001", 1, new Yen(5), "", "A", false, BankFileKind.Transfers));
        shiftJis.GetBytes(text).CopyTo(file, (line * 202) + at);

        var fault = Refused(file);

        Assert.Equal((reason, line + 1), (fault.Reason, fault.Line));
        Assert.Contains($"Line {line + 1}", fault.Refusal.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_cut_off_is_refused_wherever_it_was()
    {
        var whole = Transfers([.. Enumerable.Range(1, 3).Select(i => new BankLine(0, Today, $"{i:D6}", 1, new Yen(i), "", "A", false, BankFileKind.Transfers))]);

        for (var length = 0; length < whole.Length - 201; length += 7) Refused(whole[..length]);
    }

    [Fact]
    public void Whatever_the_bytes_nothing_but_a_refusal_comes_of_them()
    {
        var bytes = Gen.Byte.Array[0, 900];
        var spoilt = Gen.Select(Line.Array[0, 5], Gen.Int[0, 2_000], Gen.Byte).Select((lines, at, with) =>
        {
            var file = Transfers(lines);
            file[at % file.Length] = with;
            return file;
        });
        Gen.OneOf(bytes, bytes.Select(b => (byte[])[.. "1010"u8, .. b]), spoilt).Sample(file =>
        {
            try
            {
                ZenginReader.Read(file, Today);
            }
            catch (BankFileException fault)
            {
                Assert.True(fault.Line > 0 && fault.Column > 0);
            }
        });
    }

    [Theory]
    [InlineData("日付,お取引内容,お支払金額,お預り金額,残高\r\n2026/11/20,ﾐﾎﾝ ﾀﾛｳ,,\"94,000\",1\r\n2026/11/21,手数料,330,,1\r\n")]
    [InlineData("取引日,摘要,出金額,入金額\n令和8年11月20日,ミホン　タロウ,,94000円\nR8.11.21,手数料,330,\n")]
    public async Task A_banks_csv_is_read_by_its_headings(string csv)
    {
        var shiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932)!;
        foreach (var file in (byte[][])[Encoding.UTF8.GetBytes(csv), shiftJis.GetBytes(csv)])
        {
            var read = await BankCsv.Read(file, new BankAccountId("0158-100-1-0012345"), null, Today, TestContext.Current.CancellationToken);
            Assert.Equal((1, new DateOnly(2026, 11, 20), 94_000), (read.Passed, read.Lines[0].On, read.Lines[0].Amount.Amount));
        }
    }

    [Fact]
    public async Task A_payment_looks_the_same_in_every_kind_of_file()
    {
        var csv = await BankCsv.Read("日付,入金額,摘要\n2026/11/20,94000,ミホン タロウ\n"u8.ToArray(), new BankAccountId("0158-100-1-0012345"), null, Today, TestContext.Current.CancellationToken);

        Assert.Equal(ZenginReader.Read(Statement(('1', 94_000, "ﾐﾎﾝ ﾀﾛｳ")), Today)[0].Lines[0].Like, csv.Lines[0].Like);
    }

    [Theory]
    [InlineData("日付,入金額,摘要\n2026/11/20,9.5,A\n", 2, 2)]
    [InlineData("日付,入金額,摘要\n2026/11/20,5,A\n昨日,5,A\n", 3, 1)]
    [InlineData("日付,入金額,摘要\n2024/11/20,5,A\n", 2, 1)]
    public async Task A_fault_of_a_csv_is_told_with_its_place(string csv, int line, int column)
    {
        var fault = await Assert.ThrowsAsync<BankFileException>(() => BankCsv.Read(Encoding.UTF8.GetBytes(csv), new BankAccountId("0158-100-1-0012345"), null, Today, TestContext.Current.CancellationToken));

        Assert.Equal((line, column), (fault.Line, fault.Column));
    }

    [Fact]
    public Task Whatever_the_text_a_csv_is_read_or_refused() => Gen.String[Gen.Char["日付入金額摘,\"\n\r 0123456789/-あA"], 0, 200].SampleAsync(async text =>
    {
        try
        {
            await BankCsv.Read(Encoding.UTF8.GetBytes("日付,入金額,摘要\n" + text), new BankAccountId("0158-100-1-0012345"), null, Today, CancellationToken.None);
        }
        catch (Exception fault) when (fault is BankFileException or InvalidInputException)
        {
            Assert.NotEqual("", fault.Message);
        }
    }, iter: 500);
}
