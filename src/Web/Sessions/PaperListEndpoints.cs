using JmaActors.Web.Access;
using JmaActors.Web.Files;
using JmaActors.Web.Http;
using JmaActors.Web.Rosters;

namespace JmaActors.Web.Sessions;

/// <summary><c>/api/v1/sessions/{id}/paper-list</c>: attendance from a list that was kept by hand at a door.</summary>
public static class PaperListEndpoints
{
    public static void Map(IEndpointRouteBuilder session) => session.MapPost("/paper-list", Take)
        .Accepts<string>("text/csv", FileBody.XlsxType, "multipart/form-data")
        .WithMetadata(new BodyLimit(WebLimits.WebLogBody))
        .Operation<PaperListReport>(
            "Take a paper list",
            "A CSV as `text/csv`, a workbook (XLSX), or either as the first file of `multipart/form-data`; UTF-8 or Shift_JIS; columns as in docs/paper-list-csv.md. Each coming and going is a tap of "
            + "somebody picked by hand: the rules of the door decide, and whoever confirms the roll sees it. With `dryRun=true` nothing changes and the answer says what would, as things stand. "
            + "The same file again changes nothing. What is not taken is in `errors`, with line and column.");

    static async Task<IResult> Take(string id, bool? dryRun, string? columns, PaperListUpload upload, HttpContext http, CancellationToken ct)
    {
        var session = Input.Session(id);
        var file = await FileBody.Open(http.Request, ct).ConfigureAwait(false);
        return (await upload.Take(session, file.Reader, dryRun ?? false, ImportInput.Columns(columns), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
    }
}
