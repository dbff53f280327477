using JmaActors.Proofs;
using JmaActors.Web.Access;
using JmaActors.Web.Accounts;
using JmaActors.Web.Http;

namespace JmaActors.Web.Proofs;

/// <summary><c>/api/v1/verify</c>: whether a certificate holds. Needs no sign-in and says no name in full.</summary>
public static class VerifyEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var verify = api.MapGroup("/verify").WithTags("Certificates").AllowAnonymous().RequireRateLimiting(SignInRates.Verify);
        verify.MapGet("/{code}", ByCode).Question<Verification>(
            "Verify a code",
            "`outcome` is valid, revoked, superseded (the ledger was corrected after the issue) or unknown. Says what was certified, to be compared with the paper.");
        verify.MapPost("", ByFile).Accepts<byte[]>("application/pdf", "multipart/form-data").WithMetadata(ProofUpload.Limit).RequireRateLimiting(SignInRates.VerifyFile).Operation<Verification>(
            "Verify a file",
            $"The PDF as it was handed out, at most {WebLimits.ProofBody / 1024 / 1024} MB. `outcome` is also altered: it carries the code of a certificate and is not its file. One changed byte is enough.");
    }

    static async Task<IResult> ByCode(string code, Gateway gateway, CancellationToken ct) =>
        TypedResults.Ok(await gateway.VerifyCertificate(Input.Certificate(code), null, ct).ConfigureAwait(false));

    static async Task<IResult> ByFile(Documents documents, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        TypedResults.Ok(await documents.Verify(await ProofUpload.Read(http.Request, ct).ConfigureAwait(false), clock, ct).ConfigureAwait(false));
}
