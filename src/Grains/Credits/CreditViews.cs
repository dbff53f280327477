using JmaActors.Journal;
using E = JmaActors.Journal.Columns<JmaActors.Credits.CreditEntryRow>;
using S = JmaActors.Journal.Columns<JmaActors.Credits.CreditStandingRow>;

namespace JmaActors.Credits;

/// <summary>View tables written by credit ledgers.</summary>
public static class CreditViews
{
    /// <summary>Keys: <c>new ViewKey(memberId, entryKey)</c>.</summary>
    public static readonly ViewTable<CreditEntryRow> Entries = new(
        "credit_entry",
        2,
        [
            E.Big("member_id", r => r.MemberId),
            E.Text("entry_key", r => r.EntryKey),
            E.Int("state", r => r.State),
            E.Int("method", r => r.Method),
            E.Int("code", r => r.Code),
            E.Int("tenths", r => r.Tenths),
            E.Date("date", r => r.Date),
            E.Int("fiscal_year", r => r.FiscalYear),
            E.Text("title", r => r.Title),
            E.TextOrNull("session", r => r.Session),
            E.Int("talk", r => r.Talk),
            E.TextOrNull("reason", r => r.Reason),
            E.Big("version", r => r.Version),
        ]);

    /// <summary>Keys: <c>new ViewKey(memberId)</c>.</summary>
    public static readonly ViewTable<CreditStandingRow> Standings = new(
        "credit_standing",
        1,
        [
            S.Big("member_id", r => r.MemberId),
            S.Int("fiscal_year", r => r.FiscalYear),
            S.Int("posted_tenths", r => r.PostedTenths),
            S.Int("pending_tenths", r => r.PendingTenths),
            S.Int("year_posted_tenths", r => r.YearPostedTenths),
            S.Int("year_pending_tenths", r => r.YearPendingTenths),
            S.Int("codes", r => r.Codes),
            S.Int("total_tenths", r => r.TotalTenths),
            S.Bool("reached", r => r.Reached),
        ]);

    public static readonly IReadOnlyList<ViewTable> All = [Entries, Standings];
}
