using JmaActors.Web.Access;
using JmaActors.Web.Http;
using JmaActors.Web.Proofs;

namespace JmaActors.Web.Dues;

/// <summary><c>/api/v1/members/{id}/dues/…/pdf</c>: statements and receipts on paper, for the member and for every office that sees them.</summary>
public static class DuesPaperEndpoints
{
    const string Pdf = "application/pdf";

    public static void Map(IEndpointRouteBuilder api)
    {
        var dues = api.MapGroup("/members/{id}/dues").WithTags("Dues");
        dues.MapGet("/statements/{year:int}/pdf", Invoice).WithSummary("A statement as PDF").WithDescription("会費納入のご案内 (兼 請求書): one for all creditors, with the payer's number and why each line is what it is; 404 before it is sent.")
            .Produces(StatusCodes.Status200OK, contentType: Pdf);
        dues.MapGet("/payments/{no:int}/pdf", Receipt).WithSummary("A receipt of dues as PDF").WithDescription("領収書 of a payment by its number, from 1 in the order they were recorded; 404 for one that was taken back. Dues are outside consumption tax.")
            .Produces(StatusCodes.Status200OK, contentType: Pdf);
    }

    /// <summary>The same files for pages, whose links carry a cookie and no header.</summary>
    public static void MapPages(IEndpointRouteBuilder app)
    {
        var documents = app.MapGroup("/documents").ExcludeFromDescription().AddEndpointFilter(Faults.Told);
        documents.MapGet("/{id}/dues/{year:int}.pdf", (string id, int year, Gateway gateway, ProofPrinter printer, HttpContext http, CancellationToken ct) => Print(id, year, CallerOf.Page(http), gateway, printer, ct));
        documents.MapGet("/{id}/dues-receipt/{no:int}.pdf", (string id, int no, Gateway gateway, ProofPrinter printer, HttpContext http, CancellationToken ct) => PrintReceipt(id, no, CallerOf.Page(http), gateway, printer, ct));
    }

    static Task<IResult> Invoice(string id, int year, Gateway gateway, ProofPrinter printer, HttpContext http, CancellationToken ct) => Print(id, year, CallerOf.Api(http), gateway, printer, ct);

    static Task<IResult> Receipt(string id, int no, Gateway gateway, ProofPrinter printer, HttpContext http, CancellationToken ct) => PrintReceipt(id, no, CallerOf.Api(http), gateway, printer, ct);

    static async Task<IResult> Print(string id, int year, Caller caller, Gateway gateway, ProofPrinter printer, CancellationToken ct)
    {
        var paper = await gateway.DuesOnPaper(Input.Member(id), DuesText.Year(year), caller, ct).ConfigureAwait(false);
        return paper?.Invoice(DuesText.Year(year)) is { } content ? File(await printer.Dues(content, ct).ConfigureAwait(false)) : Problem.NotFound;
    }

    static async Task<IResult> PrintReceipt(string id, int no, Caller caller, Gateway gateway, ProofPrinter printer, CancellationToken ct)
    {
        var paper = await gateway.DuesOnPaper(Input.Member(id), null, caller, ct).ConfigureAwait(false);
        return paper?.Receipt(no) is { } content ? File(await printer.DuesReceipt(content, ct).ConfigureAwait(false)) : Problem.NotFound;
    }

    static IResult File(PrintedFile file) => TypedResults.File(file.Bytes, Pdf, file.Name);
}
