using System.Text;
using JmaActors.Rosters;
using JmaActors.Web.Access;
using JmaActors.Web.Files;
using JmaActors.Web.Http;
using JmaActors.Web.Rosters;
using JmaActors.WorkHours;

namespace JmaActors.Web.WorkHours;

/// <summary><c>/api/v1/attendance</c>: attendance of a workplace from its own system.</summary>
public static class AttendanceEndpoints
{
    const string Example = "E-0042,,,2026-04-01,日勤,8:30,17:30,,60,,,内科,";

    /// <summary>Characters of the words of a workplace's own.</summary>
    const int WordsLength = 8_000;

    public static void Map(IEndpointRouteBuilder api)
    {
        var attendance = api.MapGroup("/attendance").WithTags("Working hours");
        attendance.MapPost("/{key}", Upload)
            .Accepts<string>("text/csv", FileBody.XlsxType, "multipart/form-data")
            .WithMetadata(new BodyLimit(WebLimits.RosterBody))
            .Command<ImportProgress>(
                "Import attendance",
                "A CSV as `text/csv`, a workbook (XLSX), or either as the first file of `multipart/form-data`; UTF-8 or Shift_JIS; columns as in the template, or as `columns` says; words for "
                + "kinds of work that the workplace has of its own as `kinds` says: `当直A:nightDuty,ICU:scheduled`. `dryRun=true` asks every ledger and changes nothing, and keeps how the file "
                + "was read for the next. `key` is `w.`, the workplace's code, a dot and the sender's own. The same line of any file is recorded once. Lines about somebody the workplace does "
                + "not employ are `not-employed`. Watch `import/{key}` on the hub meanwhile. Lines that cannot be recorded are in `errors`, with line and column, and spoil no other.",
                "not-started", "already-started", "finished", "other-file", "other-terms", "too-many-rows", "bad-key");
        attendance.MapGet("/{key}", Progress).Question<ImportProgress>("How far an import of attendance is", "Counts and the first errors by line and column.");
        attendance.MapGet("/template.csv", Template).WithSummary("Template").WithDescription("The columns with one made-up line. UTF-8 with a byte order mark.").Produces<string>(StatusCodes.Status200OK, "text/csv");
        var workplace = api.MapGroup("/workplaces/{id}").WithTags("Workplaces");
        workplace.MapGet("/attendance-mapping", Mapping).Question<AttendanceMapping>("How attendance files are read", "Columns by heading and kinds by word, as they were last said. For the duty manager.");
        workplace.MapPut("/physicians/{member}/number", Number).Command<PhysicianLine>(
            "Number a physician", "The workplace's own number (職員番号), by which its files name her; empty for none.", "unknown-workplace", "unknown-physician", "bad-number", "number-taken");
    }

    static async Task<IResult> Upload(string key, int? rows, bool? dryRun, string? columns, string? kinds, ImportUpload upload, HttpContext http, CancellationToken ct)
    {
        var file = await FileBody.Open(http.Request, ct).ConfigureAwait(false);
        var words = AttendanceWords.Read(string.IsNullOrEmpty(kinds) ? null : Input.Text(kinds, "kinds", WordsLength));
        var terms = new ImportTerms(ImportKind.Attendance, ImportMode.CreateAndUpdate, false, dryRun ?? false, ImportInput.Rows(rows), false, ImportInput.Columns(columns), words);
        return AnswerResults.ToHttp(await upload.Import(ImportInput.Key(key), file, terms, CallerOf.Api(http), ct).ConfigureAwait(false));
    }

    static async Task<IResult> Progress(string key, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.ImportProgress(ImportInput.Key(key), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Mapping(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.AttendanceMapping(Input.Workplace(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Number(string id, string member, EmployeeNumberBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.NumberEmployee(Input.Workplace(id), body.ToCommand(Input.Member(member, "member"), CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static IResult Template() => Results.File(
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"{string.Join(',', AttendanceColumns.English)}\r\n{Example}\r\n")], "text/csv; charset=utf-8", "attendance-template.csv");
}

/// <summary>The workplace's own number of a physician.</summary>
/// <param name="Key">The sender's own.</param>
/// <param name="Number">Empty for none.</param>
public sealed record EmployeeNumberBody(string Key, string Number = "")
{
    public NumberEmployee ToCommand(MemberId member, Caller caller) => new(Bodies.Key(Key), member, Input.Text(Number, "number", WorkHoursLimits.NameLength, 0), caller);
}
