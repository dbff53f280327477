using JmaActors.Web.Access;
using JmaActors.Web.Http;
using JmaActors.Web.Files;

namespace JmaActors.Web.Sessions;

/// <summary><c>/api/v1/sessions/{id}/web-log</c>: the log of the video system.</summary>
public static class WebLogEndpoints
{
    public static void Map(IEndpointRouteBuilder session) => session.MapPost("/web-log", Take)
        .Accepts<string>("text/csv", FileBody.XlsxType, "multipart/form-data")
        .WithMetadata(new BodyLimit(WebLimits.WebLogBody))
        .Command<WebLogReport>(
            "Take a web log",
            "A CSV as `text/csv`, a workbook (XLSX), or either as the first file of `multipart/form-data`; UTF-8 or Shift_JIS; columns as in docs/web-log-csv.md, in any order, under their usual Japanese or "
            + "English headings. With `dryRun=true` nothing changes and the answer says what would. The same file again changes nothing. Lines that cannot be taken are in `errors`, with "
            + "line and column, and spoil no other.",
            "not-open", "full", "too-many-lines");

    static async Task<IResult> Take(string id, bool? dryRun, WebLogUpload upload, HttpContext http, CancellationToken ct)
    {
        var session = Input.Session(id);
        var file = await FileBody.Open(http.Request, ct).ConfigureAwait(false);
        return AnswerResults.ToHttp(await upload.Take(session, file.Reader, dryRun ?? false, CallerOf.Api(http), null, ct).ConfigureAwait(false));
    }
}
