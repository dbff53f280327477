using JmaActors.Credits;
using JmaActors.Web.Access;
using JmaActors.Web.Http;
using Microsoft.Net.Http.Headers;

namespace JmaActors.Web.Credits;

/// <summary>A document that was taken and may now be named by a report.</summary>
/// <param name="Sha256">What the report names: SHA-256 in 64 lower-case hexadecimal digits.</param>
/// <param name="Kind">What it was found to be.</param>
public sealed record EvidenceBody(string Sha256, EvidenceKind Kind, int Bytes);

/// <summary><c>/api/v1/members/{id}/evidence</c> and the document of an entry: brought by who reports, opened by who sees the record.</summary>
public static class EvidenceEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var members = api.MapGroup("/members/{id}").WithTags("Credits");
        members.MapPost("/evidence", Bring).Accepts<byte[]>("application/pdf", "image/jpeg", "image/png", "application/octet-stream").WithMetadata(EvidenceUpload.Limit).Command<EvidenceBody>(
            "Upload a document",
            $"A PDF, JPEG or PNG of at most {EvidenceLimits.Bytes / 1024 / 1024} MB, told by its bytes whatever it is called. A report of credit names it by `sha256` within "
            + $"{EvidenceLimits.AttachWithin.TotalHours:0} hours; attached to nothing, it goes. The same document again is kept once.",
            "evidence-kind", "evidence-cut", "evidence-too-many");
        members.MapGet("/credits/{key}/evidence", Open)
            .WithSummary("The document of an entry")
            .WithDescription("As it was uploaded, for whoever sees the person's record; always as an attachment. A slash in the key is written `%2F`.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    static async Task<IResult> Bring(string id, EvidenceUpload upload, HttpContext http, CancellationToken ct)
    {
        var taken = await upload.Take(Input.Member(id), http.Request.Body, CallerOf.Api(http), ct).ConfigureAwait(false);
        var answer = taken is null ? null : new Answer<EvidenceBody>(taken.Value is { } file ? new EvidenceBody(file.Sha256, file.Kind, file.Content.Length) : null, taken.Refusal, 0, taken.Repeat);
        return AnswerResults.ToHttp(answer);
    }

    static async Task<IResult> Open(string id, string key, Gateway gateway, HttpContext http, CancellationToken ct) =>
        Handed(await gateway.ReadEvidence(Input.Member(id), Input.Key(key, "key", CreditLimits.KeyLength), CallerOf.Api(http), ct).ConfigureAwait(false), http);

    /// <summary>The file as an attachment that a browser neither shows nor runs nor keeps.</summary>
    internal static IResult Handed(EvidenceFile? file, HttpContext http)
    {
        if (file is null) return Problem.NotFound;
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"evidence-{file.Sha256[..8]}.{EvidenceShape.Extension(file.Kind)}" }.ToString();
        return TypedResults.Bytes(file.Content, EvidenceShape.MediaType(file.Kind));
    }
}
