using JmaActors.Directory;
using JmaActors.Web.Access;
using JmaActors.Web.Http;
using JmaActors.Works;

namespace JmaActors.Web.Directory;

/// <summary><c>/api/v1/directory</c>: the office's search over all people.</summary>
public static class DirectoryEndpoints
{
    const string Terms =
        " Besides `text`, every term of `/directory/shapes` is a parameter of its own: choices separated by commas, ranges as `from..to`, e.g. `credits=near&category=a1,a2B&total=55..59.9`. All must hold.";

    public static void Map(IEndpointRouteBuilder api)
    {
        var directory = api.MapGroup("/directory").WithTags("Directory");
        directory.MapGet("/members", Find).Question<FoundPage>(
            "Search all people",
            "Within the caller's scope. `text` is the beginning of a name, reading or given name in any kana and old or new characters, or a registry, card or member number. "
            + "`sort` is one of those of `/directory/shapes`, with a minus sign to turn it round. `next` and `previous` are cursors." + Terms);
        directory.MapGet("/facets", Facets).Question<FoundFacets>(
            "Count what a search means", "How many in all, and how many by each choice of each facet if that facet's own choices were not made." + Terms);
        directory.MapGet("/filters", Saved).Question<IReadOnlyList<SavedFilter>>("Kept filters", "The caller's own, and those its office shares.");
        directory.MapPut("/filters/{id}", Save).Command<SavedFilter>(
            "Keep a filter", "Under an id of the sender's, for oneself or, with `shared`, for everybody of the office. `text` is not kept: it may be what somebody is called.",
            "bad-key", "bad-name", "not-yours", "too-many-filters");
        directory.MapDelete("/filters/{id}", Delete).Command<string>("Take a kept filter away", "Only its owner can.", "not-yours");
        directory.MapGet("/shapes", Shapes).Question<SearchShapes>("What there is to search by", "Terms with their choices, sorts, and columns of exports, as there are for the caller.");
    }

    static async Task<IResult> Find(string? text, string? sort, string? cursor, int? size, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        _ = Input.Text(text, "text", WebLimits.SearchText, shortest: 0);
        var find = new MemberFind(FilterQuery.Read(http.Request.Query), Input.Text(sort ?? "kana", "sort", WebLimits.SortName), Input.Cursor(cursor, "cursor"), Input.Size(size));
        return (await gateway.FindMembers(find, CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
    }

    static async Task<IResult> Facets(string? text, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        _ = Input.Text(text, "text", WebLimits.SearchText, shortest: 0);
        return (await gateway.MemberFacets(FilterQuery.Read(http.Request.Query), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
    }

    static async Task<IResult> Shapes(Gateway gateway, HttpContext http, CancellationToken ct) => (await gateway.SearchShapes(CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Saved(Gateway gateway, HttpContext http, CancellationToken ct) => (await gateway.SavedFilterList(CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Save(string id, SaveFilterBody body, Gateway gateway, HttpContext http, CancellationToken ct) => AnswerResults.ToHttp(
        await gateway.SaveFilter(body.ToCommand(Input.Text(id, "id", WorkIds.KeyLength), CallerOf.Api(http)), body.Shared, ct).ConfigureAwait(false));

    static async Task<IResult> Delete(string id, bool? shared, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.DeleteFilter(Input.Text(id, "id", WorkIds.KeyLength), shared ?? false, CallerOf.Api(http), ct).ConfigureAwait(false));
}

/// <summary>Keeps a filter.</summary>
/// <param name="Name">What it is called, 1 to 60 characters.</param>
/// <param name="Filter">As in the address of a search, without the question mark.</param>
/// <param name="Shared">For everybody of the office; for oneself when left out.</param>
public sealed record SaveFilterBody(string Name, string Filter, string? Sort = null, bool Shared = false)
{
    public SaveFilter ToCommand(string id, Caller caller) => new(
        id, Input.Text(Name, "name", SavedFilters.NameLength), FilterQuery.Read(Input.Text(Filter, "filter", WebLimits.FilterText, shortest: 0)),
        Input.Text(Sort ?? "kana", "sort", WebLimits.SortName), caller);
}
