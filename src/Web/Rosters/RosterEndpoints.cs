using System.Text;
using JmaActors.Rosters;
using JmaActors.Web.Access;
using JmaActors.Web.Files;
using JmaActors.Web.Http;

namespace JmaActors.Web.Rosters;

/// <summary><c>/api/v1/rosters</c>: importing rosters.</summary>
public static class RosterEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var rosters = api.MapGroup("/rosters").WithTags("Rosters");
        rosters.MapPost("/{key}", Upload)
            .Accepts<string>("text/csv", FileBody.XlsxType, "multipart/form-data")
            .WithMetadata(new BodyLimit(WebLimits.RosterBody))
            .Command<ImportProgress>(
                "Import a roster",
                "A CSV as `text/csv`, a workbook (XLSX), or either as the first file of `multipart/form-data`; UTF-8 or Shift_JIS; columns as in the template, or as `columns` says: a name for "
                + "each column of the file, `-` for one that is not read. `dryRun=true` looks at the whole file and changes nothing: `trial` says what the import would do, and what is "
                + "imported then under the key must be the same. `mode`: `createAndUpdate`, `createOnly` or `updateOnly`; the other rows are skipped. `key` is the sender's own, an "
                + "office's begins with its code and a dot: the same key and file again goes on where it was cut off and doubles nobody; another file under it is refused. `rows` is the "
                + "number of rows expected, for the progress. Watch `import/{key}` on the hub meanwhile. Rows that cannot be imported are in `errors`, with line and column.",
                "not-started", "already-started", "finished", "other-file", "other-terms", "too-many-rows");
        rosters.MapGet("/{key}", Progress).Question<ImportProgress>("How far an import is", "Counts and the first errors by line and column.");
        rosters.MapGet("/template.csv", Template).WithSummary("Template").WithDescription("The columns with one made-up row. UTF-8 with a byte order mark.").Produces<string>(StatusCodes.Status200OK, "text/csv");
    }

    static async Task<IResult> Upload(
        string key, int? rows, bool? demonstration, bool? dryRun, string? mode, string? columns, ImportUpload upload, HttpContext http, CancellationToken ct)
    {
        var file = await FileBody.Open(http.Request, ct).ConfigureAwait(false);
        var terms = new ImportTerms(ImportKind.Roster, ImportInput.Mode(mode), false, dryRun ?? false, ImportInput.Rows(rows), demonstration ?? false, ImportInput.Columns(columns));
        return AnswerResults.ToHttp(await upload.Import(ImportInput.Key(key), file, terms, CallerOf.Api(http), ct).ConfigureAwait(false));
    }

    static async Task<IResult> Progress(string key, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.ImportProgress(ImportInput.Key(key), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static IResult Template()
    {
        var text = $"{string.Join(',', RosterColumns.English)}\r\nK-0001,見本 太郎,ミホン タロウ,1975-04-01,123456,2000-05-01,DEMO0001,26-003,local+prefecture+jma,A1\r\n";
        return Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], "text/csv; charset=utf-8", "roster-template.csv");
    }
}
