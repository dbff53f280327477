using JmaActors.Journal;
using A = JmaActors.Journal.Columns<JmaActors.Dues.DuesAccountRow>;
using B = JmaActors.Journal.Columns<JmaActors.Dues.DuesBehindRow>;
using F = JmaActors.Journal.Columns<JmaActors.Dues.DuesFreeRow>;

namespace JmaActors.Dues;

/// <summary>What a person owes one creditor for one year through one local association, and what of it is paid: one row of <c>dues_account</c>. Boards and lists are sums of these.</summary>
/// <param name="Account">Year, creditor and local association, e.g. <c>2026/JMA/26-007</c>.</param>
/// <param name="Layer"><see cref="AssociationLayer"/> of the creditor as a number.</param>
/// <param name="Via">Code of the local association it is collected through.</param>
/// <param name="NextDue">The earliest date on which something open is due; null when nothing is.</param>
public sealed record DuesAccountRow(
    long MemberId, string Account, int Year, string Creditor, int Layer, string Via, bool Posted, long Assessed, long Credited, long WrittenOff, long Paid, DateOnly? NextDue);

/// <summary>Money of a person that is used for nothing: one row of <c>dues_free</c>.</summary>
public sealed record DuesFreeRow(long MemberId, string Via, long Free);

/// <summary>Whose dues may no longer agree with the record: one row of <c>dues_behind</c>.</summary>
public sealed record DuesBehindRow(long MemberId, long Moved);

/// <summary>View tables written by dues. Keys: <c>new ViewKey(member, account)</c>.</summary>
public static class DuesViews
{
    public static readonly ViewTable<DuesAccountRow> Accounts = new(
        "dues_account",
        2,
        [
            A.Big("member_id", r => r.MemberId),
            A.Text("account", r => r.Account),
            A.Int("fiscal_year", r => r.Year),
            A.Text("creditor", r => r.Creditor),
            A.Int("layer", r => r.Layer),
            A.Text("via", r => r.Via),
            A.Bool("posted", r => r.Posted),
            A.Big("assessed", r => r.Assessed),
            A.Big("credited", r => r.Credited),
            A.Big("written_off", r => r.WrittenOff),
            A.Big("paid", r => r.Paid),
            A.DateOrNull("next_due", r => r.NextDue),
        ],
        new ViewIndex("dues_account_via", "fiscal_year", "via", "layer"));

    public static readonly ViewTable<DuesFreeRow> Free = new("dues_free", 1, [F.Big("member_id", r => r.MemberId), F.Text("via", r => r.Via), F.Big("free", r => r.Free)], new ViewIndex("dues_free_via", "via"));

    public static readonly ViewTable<DuesBehindRow> Behind = new("dues_behind", 1, [B.Big("member_id", r => r.MemberId), B.Big("moved", r => r.Moved)]);

    public static readonly IReadOnlyList<ViewTable> All = [Accounts, Free, Behind];
}
