namespace JmaActors.Web.Proofs;

/// <summary>Everything a receipt (領収書) for a course fee says. Fees carry consumption tax; dues do not and have no such receipt.</summary>
/// <param name="Number">Number of the receipt within its issuer.</param>
/// <param name="Purpose">What was paid for, as printed after 但し: title of the program.</param>
/// <param name="Yen">Amount received, tax included.</param>
/// <param name="TaxYen">Consumption tax contained in it.</param>
/// <param name="TaxPercent">Rate by which it was computed, e.g. 10.</param>
/// <param name="IssuerTaxNumber">適格請求書発行事業者登録番号 (T and 13 digits); empty when the issuer has none.</param>
/// <param name="Demonstration">The payer is made up: printed across the page.</param>
public sealed record ReceiptContent(
    string Number,
    string PayerName,
    string Purpose,
    long Yen,
    long TaxYen,
    int TaxPercent,
    DateOnly PaidOn,
    DateTimeOffset Issued,
    string IssuerName,
    string IssuerAddress,
    string IssuerTaxNumber,
    bool Demonstration);

/// <summary>領収書: the upper half of a page.</summary>
static class ReceiptSheet
{
    public static byte[] Draw(ReceiptContent content)
    {
        using var on = new Sheet(new SheetInfo($"receipt {content.Number}", $"領収書 {content.Number}", content.IssuerName, "", content.Issued));
        SheetParts.Sample(on, content.Demonstration);
        SheetParts.Receipt(on, ProofWords.ReceiptNumber, content.Number, content.PayerName, ProofWords.Amount, content.Yen);
        on.Y = 254;
        Purpose(on, content.Purpose);
        SheetParts.Pair(on, ProofWords.Net, Printed.Yen(content.Yen - content.TaxYen));
        SheetParts.Pair(on, new Words($"消費税（{content.TaxPercent}%）", "Tax"), Printed.Yen(content.TaxYen));
        SheetParts.Pair(on, ProofWords.Paid, Printed.Both(content.PaidOn));
        on.Text(ProofWords.Received.Ja, 9.5, Sheet.Left, on.Y + 24);
        on.Text(ProofWords.Received.En, 7, Sheet.Left, on.Y + 36, Sheet.Soft);
        Issuer(on, content, on.Y + 30);
        return on.Finish();
    }

    static void Purpose(Sheet on, string purpose)
    {
        foreach (var line in on.Lines($"但し　「{purpose}」受講料として", 10.5, Sheet.Width, 3))
        {
            on.Text(line, 10.5, Sheet.Left, on.Y + 14);
            on.Y += 16;
        }
        on.Y += 8;
        on.Rule(Sheet.Left, Sheet.Right, on.Y);
    }

    static void Issuer(Sheet on, ReceiptContent content, double y)
    {
        on.Text($"{ProofWords.Issued.Ja}　{Printed.Date(content.Issued)}", 9, Sheet.Right, y + 24, Sheet.Soft, 1);
        on.Fitted(content.IssuerName, 15, Sheet.Right, y + 48, 260, Sheet.Ink, 1);
        on.Fitted(content.IssuerAddress, 8.5, Sheet.Right, y + 63, 300, Sheet.Soft, 1);
        if (content.IssuerTaxNumber.Length > 0) on.Text($"{ProofWords.TaxNumber.Ja}　{content.IssuerTaxNumber}", 8.5, Sheet.Right, y + 77, Sheet.Soft, 1);
    }
}
