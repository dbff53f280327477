using System.Text;
using JmaActors.Rosters;
using JmaActors.Web.Access;
using JmaActors.Web.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace JmaActors.Web.Rosters;

/// <summary><c>/api/v1/rosters</c>: importing rosters.</summary>
public static class RosterEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var rosters = api.MapGroup("/rosters").WithTags("Rosters");
        rosters.MapPost("/{key}", Upload)
            .Accepts<string>("text/csv", "multipart/form-data")
            .WithMetadata(new BodyLimit(WebLimits.RosterBody))
            .Command<ImportProgress>(
                "Import a roster",
                "A CSV as `text/csv`, or as the first file of `multipart/form-data`; UTF-8 or Shift_JIS; columns as in the template. `key` is the sender's own: the "
                + "same key and file again goes on where it was cut off and doubles nobody; another file under it is refused. `rows` is the number of rows expected, for the progress. "
                + "Watch `import/{key}` on the hub meanwhile. Rows that cannot be imported are in `errors`, with line and column.",
                "not-started", "finished", "other-file", "too-many-rows");
        rosters.MapGet("/{key}", Progress).Question<ImportProgress>("How far an import is", "Counts and the first errors by line and column.");
        rosters.MapGet("/template.csv", Template).WithSummary("Template").WithDescription("The columns with one made-up row. UTF-8 with a byte order mark.").Produces<string>(StatusCodes.Status200OK, "text/csv");
    }

    static async Task<IResult> Upload(string key, int? rows, bool? demonstration, RosterUpload upload, HttpContext http, CancellationToken ct)
    {
        var file = await RosterBody.Open(http.Request, ct).ConfigureAwait(false);
        if (rows is < 0 or > RosterLimits.Rows) throw new InvalidInputException("rows", $"0 to {RosterLimits.Rows}.");
        return AnswerResults.ToHttp(
            await upload.Import(Key(key), file, rows, demonstration ?? false, CallerOf.Api(http), ct).ConfigureAwait(false));
    }

    static async Task<IResult> Progress(string key, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.ImportProgress(Key(key), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static IResult Template()
    {
        var text = $"{string.Join(',', RosterColumns.English)}\r\nK-0001,見本 太郎,ミホン タロウ,1975-04-01,123456,2000-05-01,DEMO0001,26-003,local+prefecture+jma,A1\r\n";
        return Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], "text/csv; charset=utf-8", "roster-template.csv");
    }

    static string Key(string key) => Topic.IsImportKey(key)
        ? key
        : throw new InvalidInputException("key", $"A key has 1 to {WebLimits.RosterKey} letters, digits, dots, hyphens or underscores.");

    sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
