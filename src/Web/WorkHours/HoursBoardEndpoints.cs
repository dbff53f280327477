using JmaActors.Web.Access;
using JmaActors.Web.Http;
using JmaActors.WorkHours;

namespace JmaActors.Web.WorkHours;

/// <summary><c>/api/v1/work-hours</c>: how institutions of the country or of a prefecture keep to the limits.</summary>
public static class HoursBoardEndpoints
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/work-hours/{region}", Read).WithTags("Working hours").Question<HoursPicture>(
        "Working hours of a region",
        "Institutions by level, physicians near and over the limits of month and year, by level, by prefecture or institution, and by month. `JMA` or two digits. Numbers of people so small that they might tell of one are left out (null). Live as topic `work-hours/{region}`.");

    static async Task<IResult> Read(string region, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        var id = Input.Association(region, "region");
        if (id.Layer == AssociationLayer.Local) throw new InvalidInputException("region", "A region is JMA or two digits (01 to 47).");
        return (await gateway.RegionHours(id, CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
    }
}
