using JmaActors.Enrolments;
using JmaActors.Web.Http;
using JmaActors.Web.Proofs;

namespace JmaActors.Web.Enrolments;

/// <summary>The one place where a receipt becomes what is sent: its data, or a sheet of paper (領収書).</summary>
static class ReceiptPaper
{
    public static IResult Of(EnrolmentReceipt? receipt) => receipt.ToHttp();

    /// <summary>The sheet of a payment that counts; there is none of a refund or a voided entry.</summary>
    public static async Task<IResult> Print(EnrolmentReceipt? receipt, ProofPrinter printer, CancellationToken ct)
    {
        if (receipt is null || receipt.Kind != EnrolmentEntryKind.Payment || receipt.Voided is not null) return Problem.NotFound;
        var file = await printer.Receipt(new ReceiptContent(
            $"{receipt.Program}-{receipt.No}", receipt.Name, receipt.Title, receipt.Amount.Amount, receipt.Tax.Amount, receipt.TaxPercent, receipt.PaidOn, receipt.Issued,
            receipt.HostName, "", "", receipt.Demonstration), ct).ConfigureAwait(false);
        return TypedResults.File(file.Bytes, "application/pdf", file.Name);
    }
}
