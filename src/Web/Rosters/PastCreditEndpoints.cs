using System.Text;
using JmaActors.Rosters;
using JmaActors.Web.Access;
using JmaActors.Web.Files;
using JmaActors.Web.Http;

namespace JmaActors.Web.Rosters;

/// <summary><c>/api/v1/past-credits</c>: taking credits over that were earned before they were kept here, or elsewhere.</summary>
public static class PastCreditEndpoints
{
    const string Example = ",123456,,見本 太郎,2024-10-20,cme,12,1.5,秋季学術講演会,京都府医師会,booklet,3";

    public static void Map(IEndpointRouteBuilder api)
    {
        var credits = api.MapGroup("/past-credits").WithTags("Credits");
        credits.MapPost("/{key}", Upload)
            .Accepts<string>("text/csv", FileBody.XlsxType, "multipart/form-data")
            .WithMetadata(new BodyLimit(WebLimits.RosterBody))
            .Command<ImportProgress>(
                "Import past credits",
                "A CSV as `text/csv`, a workbook (XLSX), or either as the first file of `multipart/form-data`; UTF-8 or Shift_JIS; columns as in the template, or as `columns` says. "
                + "`post=true` counts them at once, which an approver may; otherwise they wait to be posted. `dryRun=true` asks every ledger and changes nothing. The same row of any file is "
                + "recorded once. `key` as for rosters; watch `import/{key}` on the hub meanwhile. Rows that a rule refuses are in `errors`, with line and column, and spoil no other.",
                "not-started", "already-started", "finished", "other-file", "other-terms", "too-many-rows");
        credits.MapGet("/{key}", Progress).Question<ImportProgress>("How far an import of past credits is", "Counts and the first errors by line and column.");
        credits.MapGet("/template.csv", Template).WithSummary("Template").WithDescription("The columns with one made-up row. UTF-8 with a byte order mark.").Produces<string>(StatusCodes.Status200OK, "text/csv");
    }

    static async Task<IResult> Upload(string key, int? rows, bool? post, bool? dryRun, string? columns, ImportUpload upload, HttpContext http, CancellationToken ct)
    {
        var file = await FileBody.Open(http.Request, ct).ConfigureAwait(false);
        var terms = new ImportTerms(ImportKind.Credits, ImportMode.CreateAndUpdate, post ?? false, dryRun ?? false, ImportInput.Rows(rows), false, ImportInput.Columns(columns));
        return AnswerResults.ToHttp(await upload.Import(ImportInput.Key(key), file, terms, CallerOf.Api(http), ct).ConfigureAwait(false));
    }

    static async Task<IResult> Progress(string key, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.ImportProgress(ImportInput.Key(key), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static IResult Template() => Results.File(
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"{string.Join(',', PastCreditColumns.English)}\r\n{Example}\r\n")], "text/csv; charset=utf-8", "past-credits-template.csv");
}
