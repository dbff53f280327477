using JmaActors.Operations;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Operations;

/// <summary>Which sender's parked parcels to try again.</summary>
public sealed record RetryBody(string Sender);

/// <summary>Which chains to walk: one ledger by its name, or the next ledgers after a cursor.</summary>
public sealed record VerifyBody(string? Ledger = null, string? After = null);

/// <summary><c>/api/v1/operations</c>: for operators.</summary>
public static class OperationsEndpoints
{
    /// <summary>Characters of a ledger's name.</summary>
    const int NameLength = 100;

    public static void Map(IEndpointRouteBuilder api)
    {
        var operations = api.MapGroup("/operations").WithTags("Operations");
        operations.MapGet("/parked", Parked).Question<IReadOnlyList<ParkedParcel>>(
            "Parked parcels", $"What one ledger owes another and could not be delivered, with the reason; at most {OperationsLimits.ParkedPage}.");
        operations.MapPost("/retry", Retry).WithSummary("Try again").WithDescription("Delivers the parked parcels of one sender again.").Produces(StatusCodes.Status204NoContent);
        operations.MapPost("/verify", Verify).Operation<VerifyReport>(
            "Walk hash chains", $"Of one ledger, or of the next {OperationsLimits.VerifyPage} after the cursor; `next` is null at the end.");
        operations.MapGet("/seals", Seals).Question<IReadOnlyList<HeadSeal>>("Daily seals", "Signatures over all heads, newest first.");
        operations.MapPost("/seal", Seal).Operation<HeadSeal>("Seal now", "Signs all heads under today's date.");
    }

    static async Task<IResult> Parked(Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.Parked(CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Retry(RetryBody body, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        await gateway.Retry(Input.Text(body.Sender, "sender", NameLength), CallerOf.Api(http), ct).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    static async Task<IResult> Verify(VerifyBody body, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        var ledger = string.IsNullOrEmpty(body.Ledger) ? null : Input.Text(body.Ledger, "ledger", NameLength);
        return (await gateway.Verify(ledger, Input.Cursor(body.After), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
    }

    static async Task<IResult> Seals(Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.Seals(CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Seal(Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.Seal(CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
}
