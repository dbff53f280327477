using JmaActors.Offices;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Offices;

/// <summary><c>/api/v1/offices</c>: what waits in an association's office.</summary>
public static class OfficeEndpoints
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/offices/{id}/waiting", Waiting).WithTags("Offices").Question<OfficePicture>(
        "What waits in an office",
        "How much of each kind of work: programs to approve, rolls to confirm, members whose own reports wait, cases, records that may be one person's. Live as topic `office/{id}`.");

    static async Task<IResult> Waiting(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.OfficeWork(Input.Association(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
}
