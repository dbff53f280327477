using System.Globalization;
using JmaActors.Bank;

namespace JmaActors.Web.Bank;

/// <summary>A line of what is drawn: whose, from where, and what the bank said; null before it has.</summary>
public sealed record DebitFileLine(MemberId Member, DebitAccount Account, Yen Amount, char? Result);

/// <summary>The file of a batch (預金口座振替, 種別 91) as it is sent to the bank, and as the bank gives it back with a result in each line.</summary>
public static class DebitFile
{
    public const string Kind = "91";

    const string Results = "0123489";

    /// <param name="name">委託者名 as banks write it.</param>
    public static byte[] Write(DebitBatch batch, string name, IReadOnlyList<DebitFileLine> lines)
    {
        var own = batch.Account.Split('-');
        var sum = $"{lines.Sum(l => l.Amount.Amount)}";
        List<string> records =
        [
            BankLayouts.DebitHeader.Write(
                ("record", "1"), ("type", Kind), ("code", "0"), ("client", batch.Client), ("clientName", name), ("day", batch.Day.ToString("MMdd", CultureInfo.InvariantCulture)), ("bank", own[0]), ("branch", own[1]), ("sort", own[2]), ("number", own[3])),
        ];
        records.AddRange(lines.Select(Line));
        var (paid, failed) = (lines.Where(l => l.Result == '0').ToList(), lines.Where(l => l.Result is { } r && r != '0').ToList());
        records.Add(BankLayouts.DebitTrailer.Write(
            ("record", "8"), ("count", $"{lines.Count}"), ("amount", sum), ("paid", $"{paid.Count}"), ("paidAmount", $"{paid.Sum(l => l.Amount.Amount)}"), ("failed", $"{failed.Count}"), ("failedAmount", $"{failed.Sum(l => l.Amount.Amount)}")));
        records.Add(BankLayouts.ShortEnd.Write(("record", "9")));
        return ZenginRecords.Write(records);
    }

    /// <summary>The results of a file the bank gave back.</summary>
    /// <exception cref="BankFileException">It is not whole, not the batch's, or has a line without a result.</exception>
    public static IReadOnlyList<DebitResult> Read(ReadOnlySpan<byte> file, DebitBatch batch)
    {
        var records = ZenginRecords.Read(file, BankLayouts.Debit.Length);
        if (records.Count < 3 || records[0].Kind != '1' || records[^1].Kind != '9' || records[^2].Kind != '8') throw new BankFileException("bank-order", Math.Max(1, records.Count), 1, "A header (1), lines (2), a trailer (8) and an end (9) are wanted.");
        var header = BankLayouts.DebitHeader;
        if (header.Text(records[0], "type") != Kind) throw header.Bad(records[0], "type", "bank-kind", "91 (direct debit) is wanted.");
        if (header.Digits(records[0], "client") != batch.Client) throw header.Bad(records[0], "client", "bank-batch", "The client is not the batch's.");
        if (header.Digits(records[0], "day") != batch.Day.ToString("MMdd", CultureInfo.InvariantCulture)) throw header.Bad(records[0], "day", "bank-batch", "The day is not the batch's.");
        List<DebitResult> results = [];
        for (var i = 1; i < records.Count - 2; i++) results.Add(Result(records[i]));
        Check(records[^2], results);
        return results;
    }

    static string Line(DebitFileLine line)
    {
        var from = line.Account.Account.Split('-');
        return BankLayouts.Debit.Write(
            ("record", "2"), ("bank", from[0]), ("branch", from[1]), ("sort", from[2]), ("number", from[3]), ("holder", line.Account.Holder), ("amount", $"{line.Amount}"), ("customer", line.Member.ToString()), ("result", $"{line.Result ?? '0'}"));
    }

    static DebitResult Result(ZenginRecord record)
    {
        var layout = BankLayouts.Debit;
        if (record.Kind != '2') throw layout.Bad(record, "record", "bank-order", "A line (2) is wanted here.");
        if (!MemberId.TryParse(layout.Text(record, "customer").TrimStart('0'), out var member)) throw layout.Bad(record, "customer", "bank-number", "The member's number is wanted here, as it was sent.");
        var result = layout.Text(record, "result");
        if (result.Length != 1 || (!Results.Contains(result[0], StringComparison.Ordinal) && result != "E")) throw layout.Bad(record, "result", "bank-number", "A result is one of 0, 1, 2, 3, 4, 8, 9, E.");
        return new DebitResult(member, new Yen(layout.Number(record, "amount")), result[0]);
    }

    static void Check(ZenginRecord trailer, List<DebitResult> results)
    {
        Same("count", results.Count);
        Same("amount", results.Sum(r => r.Amount.Amount));
        Same("paid", results.Count(r => r.Result == '0'));
        Same("paidAmount", results.Where(r => r.Result == '0').Sum(r => r.Amount.Amount));

        void Same(string field, long found)
        {
            var said = BankLayouts.DebitTrailer.Number(trailer, field);
            if (said != found) throw BankLayouts.DebitTrailer.Bad(trailer, field, "bank-total", $"The trailer says {said}, the lines come to {found}: the file is not whole, or is none the bank has answered.");
        }
    }
}
