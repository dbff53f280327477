using JmaActors.Journal;
using D = JmaActors.Journal.Columns<JmaActors.Dues.DuesDebitRow>;

namespace JmaActors.Dues;

/// <summary>Who lets her dues be drawn: one row of <c>dues_debit</c>. From which account stands sealed in the ledger alone.</summary>
public sealed record DuesDebitRow(long MemberId);

/// <summary>Keys: <c>new ViewKey(member)</c>.</summary>
public static class DuesDebitViews
{
    public static readonly ViewTable<DuesDebitRow> Debits = new("dues_debit", 1, [D.Big("member_id", r => r.MemberId)]);

    internal static void Show(long member, DuesEvent e, ViewSink views)
    {
        if (e is DuesDebitAgreed) views.Put(Debits, new ViewKey(member), new DuesDebitRow(member));
        if (e is DuesDebitEnded) views.Remove(Debits, new ViewKey(member), new DuesDebitRow(member));
    }
}
