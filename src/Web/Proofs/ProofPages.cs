using JmaActors.Applications;
using JmaActors.Credits;
using JmaActors.Pages.Proofs;
using JmaActors.Proofs;
using JmaActors.Web.Access;
using JmaActors.Web.Accounts;
using JmaActors.Web.Credits;
using JmaActors.Web.Enrolments;
using JmaActors.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JmaActors.Web.Proofs;

/// <summary>
/// <c>/verify</c>: a light page for whoever holds a paper, without sign-in, script or circuit. <c>/documents</c>: downloads from the pages, for the person
/// whose eyes the pages look through.
/// </summary>
public static class ProofPages
{
    public static void Map(IEndpointRouteBuilder site)
    {
        var verify = site.MapGroup("/verify").ExcludeFromDescription().AllowAnonymous().RequireRateLimiting(SignInRates.Verify);
        verify.MapGet("", (string? code) => string.IsNullOrWhiteSpace(code) ? Show(null, null, null) : Typed(code));
        verify.MapGet("/{code}", ByCode);
        verify.MapPost("", ByFile).WithMetadata(ProofUpload.Limit).DisableAntiforgery().RequireRateLimiting(SignInRates.VerifyFile);
        var documents = site.MapGroup("/documents").ExcludeFromDescription().AddEndpointFilter(Faults.Told);
        documents.MapGet("/{id}/attendance/{session}", Attendance);
        documents.MapGet("/{id}/transcript", Transcript);
        documents.MapGet("/{id}/receipts/{program}/{no:int}", Receipt);
        documents.MapGet("/{id}/evidence", Evidence);
        documents.MapGet("/applications/{id}/{sha256}", Applied);
    }

    static async Task<IResult> ByCode(string code, Gateway gateway, CancellationToken ct)
    {
        if (!CertificateCode.TryParse(code, out var read)) return Show(null, code, "Mistyped");
        try
        {
            return Show(await gateway.VerifyCertificate(read, null, ct).ConfigureAwait(false), read.Text, null);
        }
        catch (TryAgainException)
        {
            return Show(null, read.Text, "Away");
        }
    }

    static async Task<IResult> ByFile(Documents documents, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        try
        {
            return Show(await documents.Verify(await ProofUpload.Read(http.Request, ct).ConfigureAwait(false), clock, ct).ConfigureAwait(false), null, null);
        }
        catch (BadHttpRequestException fault)
        {
            return Show(null, null, fault.StatusCode == StatusCodes.Status413PayloadTooLarge ? "TooLarge" : "NoFile");
        }
        catch (InvalidInputException)
        {
            return Show(null, null, "NoFile");
        }
        catch (TryAgainException)
        {
            return Show(null, null, "Away");
        }
    }

    static async Task<IResult> Attendance(string id, string session, Documents documents, HttpContext http, CancellationToken ct) =>
        MemberId.TryParse(id, out var member) && SessionId.TryParse(session, out var sitting)
            ? Handed(await documents.Attendance(member, sitting, CallerOf.Page(http), ct).ConfigureAwait(false), member)
            : TypedResults.NotFound();

    static async Task<IResult> Transcript(string id, Documents documents, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        MemberId.TryParse(id, out var member)
            ? Handed(await documents.Transcript(member, CertificateEndpoints.Day(null, clock), CallerOf.Page(http), ct).ConfigureAwait(false), member)
            : TypedResults.NotFound();

    static async Task<IResult> Receipt(string id, string program, int no, Gateway gateway, ProofPrinter printer, HttpContext http, CancellationToken ct) =>
        MemberId.TryParse(id, out var member) && ProgramId.TryParse(program, out var read)
            ? await ReceiptPaper.Print(await gateway.EnrolmentReceipt(read, member, no, CallerOf.Page(http), ct).ConfigureAwait(false), printer, ct).ConfigureAwait(false)
            : TypedResults.NotFound();

    static async Task<IResult> Evidence(string id, string? entry, Gateway gateway, HttpContext http, CancellationToken ct) =>
        MemberId.TryParse(id, out var member) && entry is { Length: > 0 and <= CreditLimits.KeyLength }
            ? EvidenceEndpoints.Handed(await gateway.ReadEvidence(member, entry, CallerOf.Page(http), ct).ConfigureAwait(false), http)
            : TypedResults.NotFound();

    static async Task<IResult> Applied(string id, string sha256, Gateway gateway, HttpContext http, CancellationToken ct) => ApplicationRef.TryParse(id, out var application)
        ? EvidenceEndpoints.Handed(await gateway.ApplicationDocument(application, sha256, CallerOf.Page(http), ct).ConfigureAwait(false), http)
        : TypedResults.NotFound();

    /// <summary>The file; a refusal is told on the page the person came from.</summary>
    static IResult Handed(Answer<PrintedFile>? answer, MemberId member) => answer switch
    {
        { Value: { } file } => TypedResults.File(file.Bytes, "application/pdf", file.Name),
        { Refusal: { } refusal } => TypedResults.LocalRedirect($"/members/{member}/credits?refused={refusal.Reason}"),
        _ => TypedResults.NotFound(),
    };

    static IResult Typed(string code) => CertificateCode.TryParse(code, out var read) ? TypedResults.LocalRedirect($"/verify/{read}") : Show(null, code, "Mistyped");

    static RazorComponentResult<VerifyPage> Show(Verification? answer, string? typed, string? trouble) => new(new Dictionary<string, object?>
    {
        [nameof(VerifyPage.Answer)] = answer, [nameof(VerifyPage.Typed)] = typed, [nameof(VerifyPage.Trouble)] = trouble,
    });
}
