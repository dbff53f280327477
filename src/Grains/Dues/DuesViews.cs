using JmaActors.Journal;
using A = JmaActors.Journal.Columns<JmaActors.Dues.DuesTermRow>;
using B = JmaActors.Journal.Columns<JmaActors.Dues.DuesBehindRow>;
using F = JmaActors.Journal.Columns<JmaActors.Dues.DuesFreeRow>;

namespace JmaActors.Dues;

/// <summary>What a person owes by one date through one local association, creditor by creditor, and what of it is paid: one row of <c>dues_term</c>. Boards and lists are sums of these.</summary>
/// <param name="Account">Year, local association and term, e.g. <c>2026/26-007/0</c>; an entry fee ends with <c>e</c>.</param>
/// <param name="Via">Code of the local association it is collected through: the creditors are this one, its prefecture and 日本医師会.</param>
/// <param name="NextDue">The earliest date on which something open is due; null when nothing is.</param>
/// <param name="Gap">Of the year something is asked that no table says.</param>
/// <param name="Reminded">The last step of reminders; 0 for none.</param>
/// <param name="HeldUntil">Reminders are, or were, held back until this day.</param>
public sealed record DuesTermRow(
    long MemberId, string Account, int Year, string Via, bool Posted, DuesShareOf Jma, DuesShareOf Prefecture, DuesShareOf Local, DateOnly? NextDue, bool Gap = false, int Reminded = 0, DateOnly? RemindedOn = null, DateOnly? HeldUntil = null);

/// <summary>One creditor's part of a <see cref="DuesTermRow"/>, in yen.</summary>
/// <param name="Billed">What was reckoned, without what was credited.</param>
public sealed record DuesShareOf(long Billed, long WrittenOff, long Paid, DateOnly? Due)
{
    public static readonly DuesShareOf None = new(0, 0, 0, null);

    internal static DuesShareOf Of(DuesAccount? account) => account is null ? None : new DuesShareOf(account.Assessed - account.Credited, account.WrittenOff, account.Paid, account.Due);
}

/// <summary>Money of a person that is used for nothing: one row of <c>dues_free</c>.</summary>
public sealed record DuesFreeRow(long MemberId, string Via, long Free);

/// <summary>Whose dues may no longer agree with the record: one row of <c>dues_behind</c>.</summary>
public sealed record DuesBehindRow(long MemberId, long Moved);

/// <summary>View tables written by dues. Keys: <c>new ViewKey(member, account)</c>.</summary>
public static class DuesViews
{
    public static readonly ViewTable<DuesTermRow> Terms = new(
        "dues_term",
        2,
        [
            A.Big("member_id", r => r.MemberId),
            A.Text("account", r => r.Account),
            A.Int("fiscal_year", r => r.Year),
            A.Text("via", r => r.Via),
            A.Bool("posted", r => r.Posted),
            A.Big("jma_billed", r => r.Jma.Billed),
            A.Big("jma_written_off", r => r.Jma.WrittenOff),
            A.Big("jma_paid", r => r.Jma.Paid),
            A.DateOrNull("jma_due", r => r.Jma.Due),
            A.Big("prefecture_billed", r => r.Prefecture.Billed),
            A.Big("prefecture_written_off", r => r.Prefecture.WrittenOff),
            A.Big("prefecture_paid", r => r.Prefecture.Paid),
            A.DateOrNull("prefecture_due", r => r.Prefecture.Due),
            A.Big("local_billed", r => r.Local.Billed),
            A.Big("local_written_off", r => r.Local.WrittenOff),
            A.Big("local_paid", r => r.Local.Paid),
            A.DateOrNull("local_due", r => r.Local.Due),
            A.DateOrNull("next_due", r => r.NextDue),
            A.Bool("gap", r => r.Gap),
            A.Int("reminded", r => r.Reminded),
            A.DateOrNull("reminded_on", r => r.RemindedOn),
            A.DateOrNull("held_until", r => r.HeldUntil),
        ],
        new ViewIndex("dues_term_via", "fiscal_year", "via"),
        new ViewIndex("dues_term_due", "next_due"));

    public static readonly ViewTable<DuesFreeRow> Free = new("dues_free", 1, [F.Big("member_id", r => r.MemberId), F.Text("via", r => r.Via), F.Big("free", r => r.Free)], new ViewIndex("dues_free_via", "via"));

    public static readonly ViewTable<DuesBehindRow> Behind = new("dues_behind", 1, [B.Big("member_id", r => r.MemberId), B.Big("moved", r => r.Moved)]);

    public static readonly IReadOnlyList<ViewTable> All = [Terms, Free, Behind];
}
