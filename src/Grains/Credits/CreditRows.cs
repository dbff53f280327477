namespace JmaActors.Credits;

/// <summary>
/// Where a person stands in 日医生涯教育: a row of <c>credit_standing</c>. Computed from the ledger, never incremented. Every 1 April the window moves on
/// although nobody writes: the row says beforehand where the person stands then.
/// </summary>
/// <param name="FiscalYear">The fiscal year judged; the window is this one and the two before.</param>
/// <param name="PostedTenths">Units posted in the window, in tenths.</param>
/// <param name="PendingTenths">Units pending in the window, in tenths.</param>
/// <param name="YearPostedTenths">Units posted in <paramref name="FiscalYear"/> itself, in tenths.</param>
/// <param name="YearPendingTenths">Units pending in <paramref name="FiscalYear"/> itself, in tenths.</param>
/// <param name="Codes">Distinct curriculum codes posted in the window.</param>
/// <param name="TotalTenths">Units + codes, in tenths.</param>
/// <param name="Reached">The certificate condition is reached.</param>
/// <param name="NextTotalTenths">Units + codes in the window one fiscal year on, if nothing is added, in tenths.</param>
/// <param name="NextReached">The condition is reached in it.</param>
/// <param name="LastTotalTenths">The same two fiscal years on: the last window that holds anything of today's.</param>
/// <param name="LastReached">The condition is reached in it.</param>
/// <param name="NextPostedTenths">Of <paramref name="NextTotalTenths"/>, what is units; null in rows older than this column.</param>
/// <param name="LastPostedTenths">Of <paramref name="LastTotalTenths"/>, what is units; null in rows older than this column.</param>
public sealed record CreditStandingRow(
    long MemberId,
    int FiscalYear,
    int PostedTenths,
    int PendingTenths,
    int YearPostedTenths,
    int YearPendingTenths,
    int Codes,
    int TotalTenths,
    bool Reached,
    int NextTotalTenths,
    bool NextReached,
    int LastTotalTenths,
    bool LastReached,
    int? NextPostedTenths = null,
    int? LastPostedTenths = null);

/// <summary>A document that an entry names: a row of <c>credit_document</c>.</summary>
/// <param name="Entry">Natural key of the entry.</param>
public sealed record CreditDocumentRow(long MemberId, string Entry, string Sha256);

/// <summary>What a person reported and no office has decided on: a row of <c>credit_report</c>, there only as long as it waits.</summary>
/// <param name="Entry">Natural key of the entry; with another record's number and a slash before it when it is kept there.</param>
/// <param name="State"><see cref="CreditState.Pending"/> as a number.</param>
/// <param name="Since">When it was last reported or reopened.</param>
public sealed record CreditReportRow(long MemberId, string Entry, int State, DateTimeOffset Since);
