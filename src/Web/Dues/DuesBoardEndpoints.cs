using JmaActors.Dues;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Dues;

/// <summary><c>/api/v1/associations/{id}/dues/{year}</c>: what of a year is received, and who owes what.</summary>
public static class DuesBoardEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var dues = api.MapGroup("/associations/{id}/dues/{year:int}").WithTags("Dues");
        dues.MapGet("", Read).Question<DuesPicture>(
            "What of a year is received", "Billed, paid, written off, overdue and not sent yet, by layer of the creditor, people by how their statement stands, the same of what stands below, and whether it agrees with the books. Live as topic `dues/{association}.{year}`.");
        dues.MapPost("/check", Check).Question<DuesPicture>("Compare with the books", "Adds up the books anew; a difference is said and mended.");
        dues.MapGet("/people", People).Question<DuesPage>(
            "Who owes what", "People of the association who are billed anything for the year, at most 50 after `after`. `status`: pending, posted, partly, paid, overdue or writtenOff; `order`: number, open (most first) or due (earliest first); `step`: only whom this step of reminders reached last, 0 for whom none did.");
    }

    static async Task<IResult> Read(string id, int year, Gateway gateway, HttpContext http, CancellationToken ct) =>
        TypedResults.Ok(await gateway.DuesBoard(Id(id, year), CallerOf.Api(http), ct).ConfigureAwait(false));

    static async Task<IResult> Check(string id, int year, Gateway gateway, HttpContext http, CancellationToken ct) =>
        TypedResults.Ok(await gateway.CheckDues(Id(id, year), CallerOf.Api(http), ct).ConfigureAwait(false));

    static async Task<IResult> People(string id, int year, string? status, string? order, int? step, string? after, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        var query = new DuesQuery(Input.Association(id), DuesText.Year(year), DuesText.Word<DuesStatus>(status, "status"), DuesText.Word<DuesOrder>(order, "order") ?? DuesOrder.Number, Input.Cursor(after), Step: step);
        return TypedResults.Ok(await gateway.DuesPeople(query, CallerOf.Api(http), ct).ConfigureAwait(false));
    }

    static DuesRunId Id(string association, int year) => new(Input.Association(association), DuesText.Year(year));
}
