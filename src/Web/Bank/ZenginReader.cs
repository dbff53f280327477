using JmaActors.Bank;

namespace JmaActors.Web.Bank;

/// <summary>Reads 振込入金通知 and 入出金取引明細: header, lines, trailer for each account, an end. Counts and sums of each trailer must be those of its lines.</summary>
public static class ZenginReader
{
    public const string Transfers = "01", Statement = "03";

    /// <exception cref="BankFileException">The file is not whole or not right.</exception>
    public static IReadOnlyList<BankFile> Read(ReadOnlySpan<byte> file, DateOnly today)
    {
        var records = ZenginRecords.Read(file, BankLayouts.Transfer.Length);
        // An account may come several times, once for each day: its lines are counted as one.
        var lines = new Dictionary<(BankAccountId, BankFileKind), BankLines>();
        List<BankFile> files = [];
        var at = 0;
        while (at < records.Count && records[at].Kind == '1') files.Add(Account(records, ref at, today, lines));
        if (files.Count == 0) throw Order(records, at, "A file begins with a header (1).");
        if (at >= records.Count || records[at].Kind != '9') throw Order(records, at, "The end (9) is missing: the file is not whole.");
        if (at + 1 < records.Count) throw Order(records, at + 1, "Something stands behind the end (9).");
        return [.. files.GroupBy(f => (f.Account, f.Kind)).Select(g => g.First() with { Passed = g.Sum(f => f.Passed) })];
    }

    static BankFile Account(IReadOnlyList<ZenginRecord> records, ref int at, DateOnly today, Dictionary<(BankAccountId, BankFileKind), BankLines> known)
    {
        var header = records[at++];
        var kind = BankLayouts.TransferHeader.Text(header, "type") switch
        {
            Transfers => BankFileKind.Transfers,
            Statement => BankFileKind.Statement,
            _ => throw BankLayouts.TransferHeader.Bad(header, "type", "bank-kind", "Taken are 01 (transfers received) and 03 (statement of account)."),
        };
        if (BankLayouts.TransferHeader.Text(header, "code") == "1") throw BankLayouts.TransferHeader.Bad(header, "code", "bank-characters", "EBCDIC is not read: have the file made in JIS.");
        var (account, holder) = Named(header, kind);
        if (!known.TryGetValue((account, kind), out var lines)) known[(account, kind)] = lines = new BankLines();
        var (passed, sum) = (0, new Sum());
        for (; at < records.Count && records[at].Kind == '2'; at++)
        {
            var line = kind == BankFileKind.Transfers ? Transfer(records[at], today, sum) : Deposit(records[at], today, sum);
            if (line is null) passed++;
            else lines.Add(line);
        }
        if (at >= records.Count || records[at].Kind != '8') throw Order(records, at, "A line (2) or the trailer (8) is wanted here.");
        sum.Check(records[at++], kind);
        return new BankFile(account, kind, holder, lines.All, passed);
    }

    static (BankAccountId Account, string Holder) Named(ZenginRecord header, BankFileKind kind)
    {
        var layout = kind == BankFileKind.Transfers ? BankLayouts.TransferHeader : BankLayouts.StatementHeader;
        var number = layout.Digits(header, "number");
        if (number.Length > 7 && !number.StartsWith("000", StringComparison.Ordinal)) throw layout.Bad(header, "number", "bank-number", "An account has 7 digits.");
        return (new BankAccountId($"{layout.Digits(header, "bank")}-{layout.Digits(header, "branch")}-{layout.Digits(header, "sort")}-{number[^7..]}"), layout.Text(header, "holder"));
    }

    static BankLine? Transfer(ZenginRecord record, DateOnly today, Sum sum)
    {
        var layout = BankLayouts.Transfer;
        var (amount, cancels) = (layout.Number(record, "amount"), layout.Text(record, "cancels") == "1");
        sum.Add(cancels ? 1 : 0, amount);
        return amount == 0 ? null : Line(layout, record, today, amount, cancels, BankFileKind.Transfers);
    }

    /// <summary>Null for money that went.</summary>
    static BankLine? Deposit(ZenginRecord record, DateOnly today, Sum sum)
    {
        var layout = BankLayouts.Statement;
        var (amount, way) = (layout.Number(record, "amount"), layout.Text(record, "way"));
        if (way is not ("1" or "2")) throw layout.Bad(record, "way", "bank-number", "1 (in) or 2 (out) is wanted here.");
        sum.Add(way == "1" ? 0 : 1, amount);
        return way == "2" || amount == 0 ? null : Line(layout, record, today, amount, false, BankFileKind.Statement);
    }

    static BankLine Line(ZenginLayout layout, ZenginRecord record, DateOnly today, long amount, bool cancels, BankFileKind kind)
    {
        if (amount > BankText.LargestAmount) throw layout.Bad(record, "amount", "bad-amount", $"An amount is at most {BankText.LargestAmount} yen.");
        var inquiry = layout.Text(record, "inquiry");
        var day = layout.Day(record, "day", today);
        if (!BankText.Recent(day, today)) throw layout.Bad(record, "day", "bank-day", $"A line is of the last {BankLimits.OldestDays} days.");
        var payer = layout.Text(record, "payer").Trim('0').Length == 0 ? "" : layout.Text(record, "payer");
        return new BankLine(record.Line, day, inquiry.Trim('0').Length == 0 ? "" : inquiry, 1, new Yen(amount), payer, layout.Text(record, "name"), cancels, kind);
    }

    static BankFileException Order(IReadOnlyList<ZenginRecord> records, int at, string wanted) => new("bank-order", at < records.Count ? records[at].Line : records.Count + 1, 1, wanted);

    /// <summary>Counts and sums of two columns: transfers and cancellations, or in and out.</summary>
    sealed class Sum
    {
        readonly long[] counts = new long[2], amounts = new long[2];

        public void Add(int column, long amount)
        {
            counts[column]++;
            amounts[column] += amount;
        }

        public void Check(ZenginRecord trailer, BankFileKind kind)
        {
            var layout = kind == BankFileKind.Transfers ? BankLayouts.TransferTrailer : BankLayouts.StatementTrailer;
            string[] names = kind == BankFileKind.Transfers ? ["count", "amount", "cancelled", "cancelledAmount"] : ["in", "inAmount", "out", "outAmount"];
            for (var i = 0; i < 2; i++)
            {
                Same(names[2 * i], counts[i]);
                Same(names[(2 * i) + 1], amounts[i]);
            }
            if (kind == BankFileKind.Statement) Same("records", counts.Sum());

            void Same(string field, long found)
            {
                var said = layout.Number(trailer, field);
                if (said != found) throw layout.Bad(trailer, field, "bank-total", $"The trailer says {said}, the lines come to {found}: the file is not whole.");
            }
        }
    }
}
