namespace JmaActors.Credits;

/// <summary>Where a person stands in 日医生涯教育: a row of <c>credit_standing</c>. Computed from the ledger, never incremented.</summary>
/// <param name="FiscalYear">The fiscal year judged; the window is this one and the two before.</param>
/// <param name="PostedTenths">Units posted in the window, in tenths.</param>
/// <param name="PendingTenths">Units pending in the window, in tenths.</param>
/// <param name="YearPostedTenths">Units posted in <paramref name="FiscalYear"/> itself, in tenths.</param>
/// <param name="YearPendingTenths">Units pending in <paramref name="FiscalYear"/> itself, in tenths.</param>
/// <param name="Codes">Distinct curriculum codes posted in the window.</param>
/// <param name="TotalTenths">Units + codes, in tenths.</param>
/// <param name="Reached">The certificate condition is reached.</param>
public sealed record CreditStandingRow(
    long MemberId,
    int FiscalYear,
    int PostedTenths,
    int PendingTenths,
    int YearPostedTenths,
    int YearPendingTenths,
    int Codes,
    int TotalTenths,
    bool Reached);
