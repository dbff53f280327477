using JmaActors.Directory;
using JmaActors.Web.Access;
using JmaActors.Web.Directory;
using JmaActors.Web.Http;
using JmaActors.Works;

namespace JmaActors.Web.Works;

/// <summary><c>/api/v1/works</c>: exports, and what is done to all people a filter means.</summary>
public static class WorkEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var works = api.MapGroup("/works").WithTags("Works");
        works.MapPost("", Start).Command<WorkProgress>(
            "Begin long work",
            "An export of what is filtered, or something done to everybody it means. It goes on by itself and can be left; watch `work/{id}` on the hub. `key` is the sender's own: the "
            + "same again is the same work. It belongs to who began it and expires.",
            "bad-key", "bad-column", "no-reason", "reason-too-long", "too-many-works", "too-many-chosen");
        works.MapGet("", Mine).Question<IReadOnlyList<WorkLine>>("Long work of one's own", $"Newest first, at most {WorkIds.Listed}.");
        works.MapGet("/{id}", Progress).Question<WorkProgress>("How far long work is", "For who began it, in the same function; nobody else learns that it is there.");
        works.MapPost("/{id}/cancel", Cancel).Command<WorkProgress>("Stop long work", "What was done stays done.");
        works.MapGet("/{id}/file", File)
            .WithSummary("Fetch an export").WithDescription("As often as wanted until it expires. Headings in the language of `Accept-Language`. CSV or XLSX as begun; 409 `not-ready` until it is done.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv", ExportFile.XlsxType).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    /// <summary>The link of the pages, for the eyes of the page.</summary>
    public static void MapPages(IEndpointRouteBuilder pages) => pages.MapGet("/show/works/{id}/file", PageFile).ExcludeFromDescription();

    static async Task<IResult> Start(StartWorkBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.StartWork(body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Mine(Gateway gateway, HttpContext http, CancellationToken ct) => (await gateway.MyWorks(CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Progress(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        WorkIds.IsId(id) ? (await gateway.WorkProgress(id, CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp() : Problem.NotFound;

    static async Task<IResult> Cancel(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        WorkIds.IsId(id) ? AnswerResults.ToHttp(await gateway.CancelWork(id, CallerOf.Api(http), ct).ConfigureAwait(false)) : Problem.NotFound;

    static Task<IResult> File(string id, ExportFile file, HttpContext http, CancellationToken ct) => file.Send(id, CallerOf.Api(http), Language.Of(http.Request), ct);

    static async Task<IResult> PageFile(string id, ExportFile file, HttpContext http, CancellationToken ct)
    {
        try
        {
            return await file.Send(id, CallerOf.Page(http), System.Globalization.CultureInfo.CurrentUICulture, ct).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is OutOfScopeException or InvalidInputException or TryAgainException)
        {
            return Faults.Of(fault);
        }
    }
}

/// <summary>Begins long work.</summary>
/// <param name="Key">The sender's own: the same again is the same work.</param>
/// <param name="Filter">As in the address of a search, without the question mark: <c>credits=near&amp;category=a1</c>. Empty for everybody in scope.</param>
/// <param name="Chosen">Only these of them; left out for all that match.</param>
/// <param name="Columns">Of an export, in order; see <c>/directory/shapes</c>.</param>
/// <param name="Reason">Why something is done to people; not wanted of an export.</param>
public sealed record StartWorkBody(
    string Key, WorkKind Kind, string? Filter = null, string? Sort = null, IReadOnlyList<MemberId>? Chosen = null, IReadOnlyList<string>? Columns = null,
    ExportFormat Format = ExportFormat.Csv, string? Reason = null)
{
    public StartWork ToCommand(Caller caller) => new(
        Input.Text(Key, "key", WorkIds.KeyLength), Kind, FilterQuery.Read(Input.Text(Filter, "filter", WebLimits.FilterText, shortest: 0)), Input.Text(Sort ?? "kana", "sort", WebLimits.SortName),
        Chosen is { Count: > WorkIds.Chosen } ? throw new InvalidInputException("chosen", $"At most {WorkIds.Chosen} people; choose all that match instead.") : Chosen,
        Columns is { Count: > SearchLimits.Columns } ? throw new InvalidInputException("columns", $"At most {SearchLimits.Columns} columns.") : Columns ?? [],
        Format, Input.Text(Reason, "reason", WebLimits.Reason, shortest: 0), caller);
}
