using JmaActors.Proofs;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Proofs;

/// <summary>Withdraws a certificate.</summary>
/// <param name="Reason">Why; kept in its ledger, not shown to whoever verifies.</param>
public sealed record RevokeBody(string Reason);

/// <summary>Lets a revoked certificate be issued again.</summary>
/// <param name="Reason">Why, e.g. that it was revoked by mistake.</param>
public sealed record ReissueBody(string Reason);

/// <summary>Certificates and transcripts as files, their revocation, and issuing them again.</summary>
public static class CertificateEndpoints
{
    const string Pdf = "application/pdf";

    public static void Map(IEndpointRouteBuilder api)
    {
        var members = api.MapGroup("/members/{id}").WithTags("Certificates");
        members.MapGet("/certificates/attendance/{session}", Attendance).File(
            "Certificate of attendance (受講証明書)",
            "A PDF of the person's posted units at a session whose roll is confirmed. The same certificate, and the same file, as long as the ledger says the same.\n\n"
            + "Refused with `not-confirmed`, `credits-underway`, `not-attended`, `nothing-posted`, `erased`, `certificate-revoked`.");
        members.MapGet("/certificates", Issued).Question<IReadOnlyList<IssuedCertificate>>(
            "Certificates of attendance that were issued",
            "One per session, newest first, and how each stands: current, changed (the ledger was corrected since), revoked, reissuable, gone. Of one `session` also for its host.");
        members.MapGet("/transcript", Transcript).File(
            "Transcript (単位取得明細)",
            "A PDF of every posted entry dated up to `on` (yyyy-MM-dd, today when left out), by scheme and fiscal year.\n\nRefused with `nothing-posted`, `erased`, `certificate-revoked`.");
        var certificates = api.MapGroup("/certificates/{code}").WithTags("Certificates");
        certificates.MapGet("", Read).Question<CertificateView>("A certificate", "As recorded, with the digests of its files and why it was revoked; for who may revoke it.");
        certificates.MapPost("/revoke", Revoke).Command<CertificateView>(
            "Revoke a certificate", "For ever, with a reason, and every other wording of the same. For the host of the program and the offices that see the member.", "no-reason", "reason-too-long");
        certificates.MapPost("/reissue", Reissue).Command<CertificateSubjectView>(
            "Let a revoked certificate be issued again", "With a reason; the next one has another code and the next revision. For who may revoke it.",
            "not-revoked", "no-reason", "reason-too-long", "too-many-revisions");
    }

    static async Task<IResult> Attendance(string id, string session, Documents documents, HttpContext http, CancellationToken ct) =>
        ToHttp(await documents.Attendance(Input.Member(id), Input.Session(session), CallerOf.Api(http), ct).ConfigureAwait(false));

    static async Task<IResult> Issued(string id, string? session, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.IssuedCertificates(Input.Member(id), string.IsNullOrEmpty(session) ? null : Input.Session(session), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Transcript(string id, string? on, Documents documents, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        ToHttp(await documents.Transcript(Input.Member(id), Day(on, clock), CallerOf.Api(http), ct).ConfigureAwait(false));

    static async Task<IResult> Read(string code, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.ReadCertificate(Input.Certificate(code), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Revoke(string code, RevokeBody body, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        var command = new RevokeCertificate(Input.Text(body.Reason, "reason", CertificateLimits.ReasonLength), CallerOf.Api(http));
        return AnswerResults.ToHttp(await gateway.RevokeCertificate(Input.Certificate(code), command, ct).ConfigureAwait(false));
    }

    static async Task<IResult> Reissue(string code, ReissueBody body, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        var reason = Input.Text(body.Reason, "reason", CertificateLimits.ReasonLength);
        return AnswerResults.ToHttp(await gateway.ReissueCertificate(Input.Certificate(code), reason, CallerOf.Api(http), ct).ConfigureAwait(false));
    }

    /// <summary>A transcript is of today or a day before: the ledger of a day to come is not written yet.</summary>
    internal static DateOnly Day(string? on, TimeProvider clock)
    {
        var (day, today) = (Input.Date(on, "on", clock), Input.Date(null, "on", clock));
        return day <= today ? day : throw new InvalidInputException("on", "A transcript is of today or of a day before.");
    }

    internal static IResult ToHttp(Answer<PrintedFile>? answer) => answer switch
    {
        null => Problem.NotFound,
        { Refusal: { } refusal } => Problem.Of(refusal),
        { Value: { } file } => TypedResults.File(file.Bytes, Pdf, file.Name),
        _ => Problem.NotFound,
    };

    static RouteHandlerBuilder File(this RouteHandlerBuilder endpoint, string summary, string description) => endpoint
        .WithSummary(summary)
        .WithDescription(description)
        .Produces(StatusCodes.Status200OK, contentType: Pdf)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);
}
