using JmaActors.Benefits;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Benefits;

/// <summary><c>/api/v1/members/{id}/benefits</c>: the three questions to every registered benefit.</summary>
public static class BenefitEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/members/{id}/entitlements", Open).WithTags("Benefits").Question<IReadOnlyList<Entitlement>>(
            "What the membership opens", "Every benefit as of `on` (yyyy-MM-dd, today when left out): whether it is open to the person, at which price where one is known, and by which rule.");
        api.MapGet("/members/{id}/benefits", Read).WithTags("Benefits").Question<IReadOnlyList<BenefitCard>>(
            "My benefits",
            "Of every benefit as of `on` (yyyy-MM-dd, today when left out): may I, where do I stand, what next; each with its verdict.");
    }

    static async Task<IResult> Open(string id, string? on, Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        (await gateway.Entitlements(Input.Member(id), Input.Date(on, "on", clock), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Read(string id, string? on, Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        (await gateway.Benefits(Input.Member(id), Input.Date(on, "on", clock), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
}
