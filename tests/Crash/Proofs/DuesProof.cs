using JmaActors.Crash.Journal;
using JmaActors.Crash.Load;

namespace JmaActors.Crash.Proofs;

/// <summary>The books of dues close: what was acknowledged is there once, views are what the events say, what the bank booked is what was paid, and each layer is the sum of the one below.</summary>
static class DuesProof
{
    const string Billed = "jma_billed + prefecture_billed + local_billed", Paid = "jma_paid + prefecture_paid + local_paid", WrittenOff = "jma_written_off + prefecture_written_off + local_written_off";

    public static string Hold(IReadOnlyCollection<Order> orders, History history, Database database, Complaints complaints)
    {
        var payments = orders.OfType<PayOrder>().ToList();
        foreach (var order in payments) complaints.Same($"payment {order.Key} of {order.Member}", order.Yen, history.Dues.GetValueOrDefault(order.Member)?.Payments.GetValueOrDefault(order.Key) ?? 0);
        complaints.Same("people whose dues follow a record that is newer", 0, database.Number("SELECT count(*) FROM dues_behind"));
        Books(history, database, complaints);
        var lines = Banks(orders.OfType<BankOrder>().ToLookup(o => o.Till.Account), history, database, complaints);
        return $"{payments.Count} payments and {lines} bank lines, each there once; the books of {history.Dues.Count} people close";
    }

    /// <summary>What the board of an association is to show: sums of the rows of what is collected through it and those below.</summary>
    public static string Count(Database database, string association, int year)
    {
        var of = association == "JMA" ? "" : $" AND via LIKE '{association}-%'";
        return database.Rows(
            $"SELECT coalesce(sum({Billed}), 0), coalesce(sum({Paid}), 0), coalesce(sum({WrittenOff}), 0) FROM dues_term WHERE posted AND fiscal_year = {year}{of}",
            r => $"{Database.Number(r, 0)} billed, {Database.Number(r, 1)} paid, {Database.Number(r, 2)} written off").Single();
    }

    static void Books(History history, Database database, Complaints complaints)
    {
        var rows = database.Rows($"SELECT member_id, sum({Billed}), sum({Paid}), sum({WrittenOff}) FROM dues_term GROUP BY member_id", r => (Member: Database.Number(r, 0), Billed: Database.Number(r, 1), Paid: Database.Number(r, 2), WrittenOff: Database.Number(r, 3))).ToDictionary(r => r.Member);
        var free = database.Rows("SELECT member_id, free FROM dues_free", r => (Member: Database.Number(r, 0), Yen: Database.Number(r, 1))).ToDictionary(r => r.Member, r => r.Yen);
        var paid = database.Rows("SELECT member_id, payment, yen FROM dues_payment WHERE NOT reversed", r => (Member: Database.Number(r, 0), Key: r.GetString(1), Yen: Database.Number(r, 2))).ToHashSet();
        foreach (var (member, story) in history.Dues)
        {
            var row = rows.GetValueOrDefault(member);
            if (story.Lines - row.Billed + row.WrittenOff is var less && (less < 0 || less > story.Lessened)) complaints.Add($"{member} was reckoned {story.Lines} yen, less {story.Lessened} by hand, and is billed {row.Billed}");
            complaints.Same($"money of {member}", story.Payments.Values.Sum() - story.Refunded, row.Paid + free.GetValueOrDefault(member));
        }
        complaints.Same("payments in the view", history.Dues.Sum(d => d.Value.Payments.Count(p => p.Value > 0)), paid.Count);
        foreach (var (member, story) in history.Dues)
        {
            foreach (var (key, yen) in story.Payments.Where(p => p.Value > 0)) if (!paid.Contains((member, key, yen))) complaints.Add($"payment {key} of {member} is not in the view");
        }
    }

    static int Banks(ILookup<string, BankOrder> sent, History history, Database database, Complaints complaints)
    {
        var paid = history.Dues.SelectMany(d => d.Value.Payments.Where(p => p.Value > 0 && p.Key.StartsWith("bank/0", StringComparison.Ordinal)).Select(p => (d.Key, p.Key, p.Value))).ToHashSet();
        var booked = history.Banks.Values.SelectMany(b => b.Booked).ToHashSet();
        complaints.Same("booked lines that are no payment, and payments that are no line", 0, paid.Count + booked.Count - (2 * paid.Intersect(booked).Count()));
        complaints.Same("yen of booked lines in the view", booked.Sum(b => b.Yen), database.Number("SELECT coalesce(sum(yen), 0) FROM bank_line WHERE status = 2"));
        foreach (var files in sent)
        {
            // Each amount is one line's: those that came are those that were sent, once.
            var (wanted, found) = (files.SelectMany(f => f.Amounts).Order().ToList(), history.Banks.GetValueOrDefault(files.Key)?.Amounts.Order().ToList() ?? []);
            if (!wanted.SequenceEqual(found)) complaints.Add($"{files.Key}: {wanted.Count} lines were sent, {found.Count} are there");
        }
        return sent.Sum(f => f.Sum(o => o.Amounts.Count));
    }
}
