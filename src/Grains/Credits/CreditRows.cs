namespace JmaActors.Credits;

/// <summary>One credit entry as searches see it: a row of <c>credit_entry</c>.</summary>
/// <param name="EntryKey">Natural key of the entry within its person.</param>
/// <param name="State"><see cref="CreditState"/> as a number.</param>
/// <param name="Tenths">Units in tenths.</param>
/// <param name="FiscalYear">Fiscal year (April) of <paramref name="Date"/>.</param>
/// <param name="Session">Where it was earned; null when not at a session.</param>
/// <param name="Version">The credit ledger's version that last changed it.</param>
public sealed record CreditEntryRow(
    long MemberId,
    string EntryKey,
    int State,
    int Method,
    int Code,
    int Tenths,
    DateOnly Date,
    int FiscalYear,
    string Title,
    string? Session,
    int Talk,
    string? Reason,
    long Version);

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
