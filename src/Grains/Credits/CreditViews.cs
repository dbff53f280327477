using JmaActors.Journal;
using D = JmaActors.Journal.Columns<JmaActors.Credits.CreditDocumentRow>;
using P = JmaActors.Journal.Columns<JmaActors.Credits.CreditReportRow>;
using S = JmaActors.Journal.Columns<JmaActors.Credits.CreditStandingRow>;

namespace JmaActors.Credits;

/// <summary>View tables written by credit ledgers. Entries have none: they are one person's, and her ledger shows them. Which documents they name, they say: the others go.</summary>
public static class CreditViews
{
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
            S.Int("next_total_tenths", r => r.NextTotalTenths),
            S.Bool("next_reached", r => r.NextReached),
            S.Int("last_total_tenths", r => r.LastTotalTenths),
            S.Bool("last_reached", r => r.LastReached),
            S.IntOrNull("next_posted_tenths", r => r.NextPostedTenths),
            S.IntOrNull("last_posted_tenths", r => r.LastPostedTenths),
        ]);

    /// <summary>Keys: <c>new ViewKey(memberId, entry key)</c>.</summary>
    public static readonly ViewTable<CreditDocumentRow> Documents = new(
        "credit_document", 2, [D.Big("member_id", r => r.MemberId), D.Text("entry", r => r.Entry), D.Text("sha256", r => r.Sha256)]);

    /// <summary>Keys: <c>new ViewKey(memberId, entry key)</c>.</summary>
    public static readonly ViewTable<CreditReportRow> Reports = new(
        "credit_report", 2, [P.Big("member_id", r => r.MemberId), P.Text("entry", r => r.Entry), P.Int("state", r => r.State), P.Instant("since", r => r.Since)]);

    public static readonly IReadOnlyList<ViewTable> All = [Standings, Documents, Reports];
}
