using JmaActors.Members;
using JmaActors.Web.Access;
using JmaActors.Web.Http;
using JmaActors.Web.Merges;

namespace JmaActors.Web.Members;

/// <summary><c>/api/v1/members/{id}/erasure</c>: making a person's attributes unreadable for good.</summary>
public static class ErasureEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var erasure = api.MapGroup("/members/{id}/erasure").WithTags("Members");
        erasure.MapGet("", Read).Question<ErasureView>("How an erasure stands", "When it can be done, what stands against it, and when it was done.");
        erasure.MapPost("/ask", Ask).Command<ErasureView>(
            "Ask for an erasure", "With a reason; it can be done after a waiting time (`due`) and stopped until then.",
            "not-registered", "erased", "already-merged", "kept-for-members", "kept-by-law", "dues-open", "no-reason", "reason-too-long");
        erasure.MapPost("/stop", Stop).Command<ErasureView>("Stop an erasure", "With a reason.", "not-asked", "erased", "no-reason", "reason-too-long");
        erasure.MapPost("/do", Do).Command<ErasureView>(
            "Erase a person", "The key of the attributes is destroyed. Counts, units and the history stay, without a name. Nothing undoes it.",
            "not-asked", "too-early", "already-merged", "kept-for-members", "kept-by-law", "dues-open");
    }

    static async Task<IResult> Read(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.ReadErasure(Input.Member(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Ask(string id, ReasonBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.AskErasure(Input.Member(id), Command(body, http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Stop(string id, ReasonBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.StopErasure(Input.Member(id), Command(body, http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Do(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.Erase(Input.Member(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static AskErasure Command(ReasonBody body, HttpContext http) => new(Input.Text(body.Reason, "reason", ErasureLimits.ReasonLength), CallerOf.Api(http));
}
