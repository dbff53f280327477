using JmaActors.Associations;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Associations;

/// <summary><c>/api/v1/associations</c>: the three layers and their figures.</summary>
public static class AssociationEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/associations", Find).WithTags("Associations").Question<IReadOnlyList<FoundAssociation>>(
            "Find an association to join", "`at` is the address of a workplace or a home, a university hospital, or a name. The surest first, each with the prefectural association that knows.");
        var associations = api.MapGroup("/associations/{id}").WithTags("Associations");
        associations.MapGet("", Read).Question<AssociationView>("One association", "`JMA`, `26`, `26-007` or `26-U01`.");
        associations.MapGet("/figures", Figures).Question<AssociationFigures>(
            "Figures of an association", "Members of the three layers kept apart, categories, units, and how many reached the certificate condition.");
        associations.MapPost("/recount", Recount).Operation<Recount>("Count again", "Counts from the views, says whether the figures held were right, and heals them when not.");
    }

    static async Task<IResult> Find(string at, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.FindAssociations(Input.Text(at, "at", 200), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Read(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.ReadAssociation(Input.Association(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Figures(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.AssociationFigures(Input.Association(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Recount(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.Recount(Input.Association(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
}
