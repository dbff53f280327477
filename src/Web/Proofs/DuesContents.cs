namespace JmaActors.Web.Proofs;

/// <summary>Everything a statement of dues (会費納入のご案内 兼 請求書) says: one, with three creditors.</summary>
/// <param name="PayerNumber">振込依頼人番号, as printed; null for a member who has none.</param>
/// <param name="Year">Fiscal year.</param>
/// <param name="Issued">The day the statement was sent.</param>
/// <param name="Issuer">The association it is collected through.</param>
/// <param name="Accounts">Accounts of the issuer to be paid to, one a line.</param>
/// <param name="Demonstration">The member is made up: printed across the page.</param>
public sealed record DuesInvoiceContent(
    string Member, string? PayerNumber, string Name, int Year, DateOnly Issued, string Issuer, IReadOnlyList<string> Accounts, IReadOnlyList<DuesInvoiceCreditor> Creditors, bool Demonstration)
{
    public long Billed => Creditors.Sum(c => c.Lines.Sum(l => l.Billed));

    public long Paid => Creditors.Sum(c => c.Lines.Sum(l => l.Paid));

    public long Open => Creditors.Sum(c => c.Lines.Sum(l => l.Open));

    /// <summary>The next date something is to be paid by; null when nothing is open.</summary>
    public DateOnly? Due => Creditors.SelectMany(c => c.Lines).Where(l => l.Open > 0).Select(l => (DateOnly?)l.Due).Min();
}

public sealed record DuesInvoiceCreditor(string Name, IReadOnlyList<DuesInvoiceLine> Lines);

/// <param name="What">The term's dues, or an entry fee.</param>
/// <param name="Why">Category, cover, day judged on, and what the table asks for a year.</param>
/// <param name="Open">What is left to pay, in yen: of what is billed less what is paid and given up.</param>
public sealed record DuesInvoiceLine(string What, string Why, DateOnly Due, long Billed, long Paid, long Open);

/// <summary>Everything a receipt for a payment of dues says. Dues are outside consumption tax: it has no fields for it.</summary>
/// <param name="Number">Of the payment, within the member's.</param>
/// <param name="Way">How it was paid.</param>
/// <param name="Recorded">The day of the payment, which is the paper's own.</param>
public sealed record DuesReceiptContent(string Number, string Member, string Name, long Yen, DateOnly Recorded, string Way, string Issuer, bool Demonstration);
