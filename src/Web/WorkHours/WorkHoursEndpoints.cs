using JmaActors.Web.Access;
using JmaActors.Web.Http;
using JmaActors.WorkHours;

namespace JmaActors.Web.WorkHours;

/// <summary><c>/api/v1/members/{id}/work-hours</c>: a physician's working hours over all employers.</summary>
public static class WorkHoursEndpoints
{
    /// <summary>Days shown when no span is asked for.</summary>
    const int Days = 31;

    static readonly string[] OfRecords = ["bad-key", "key-taken", "unknown-workplace", "in-the-future", "recorded-too-late", "ends-before-it-begins", "record-too-long", "kind-not-clocked", "ledger-full"];

    public static void Map(IEndpointRouteBuilder api)
    {
        var hours = api.MapGroup("/members/{id}/work-hours").WithTags("Working hours");
        hours.MapGet("", Read).Question<WorkHoursView>(
            "Working hours",
            "Month, year, rest, compensatory rest, forecasts and findings, each with its why; lengths in minutes. For the physician, and the duty manager and interviewer of a workplace that employs her.");
        hours.MapGet("/records", Records).Question<WorkEntryPage>(
            "Records of work",
            "Those that begin from `from` to `to` (yyyy-MM-dd; the last 31 days when left out), in order, also those that no longer stand. A workplace's people see those at the workplace.");
        hours.MapPost("/clock-in", In).Command<WorkEntry>("Clock in", "Begins work, as it happens. A device that was offline sends its own time.", [.. OfRecords, "already-working"]);
        hours.MapPost("/clock-out", Out).Command<WorkEntry>("Clock out", "Ends the work that runs at the workplace.", "bad-key", "key-taken", "not-working", "in-the-future", "ends-before-it-begins", "record-too-long");
        hours.MapPost("/clock-batch", Batch).Question<ClockBatchAnswer>(
            "Taps of a clock",
            $"Up to {WorkHoursLimits.Batch} taps, also of a device that was offline: decided in the order they happened, each answered by itself with a record or a stable reason. Without any it answers how the physician stands and what the house's clock says.");
        hours.MapGet("/plan", Plan).Question<IReadOnlyList<PlannedLine>>(
            "Planned shifts", "Those that begin from `from` to `to` (yyyy-MM-dd; the next 31 days when left out). A workplace's people see those at the workplace.");
        hours.MapPost("/records", Record).Command<WorkEntry>("Record work", "A stretch of time, recorded afterwards.", OfRecords);
        hours.MapPost("/records/{key}/correct", Correct).Command<WorkEntry>(
            "Correct a record", "Another record stands in its place; the wrong one stays visible.", [.. OfRecords, "not-standing", "still-running", "no-reason"]);
        hours.MapPost("/records/{key}/undo", Undo).Command<WorkEntry>("Take a correction back", "What it had replaced stands again.", "bad-key", "key-taken", "not-standing", "not-a-correction", "no-reason");
        hours.MapPost("/records/{key}/withdraw", Withdraw).Command<WorkEntry>("Take a record back", "It counts no longer and stays visible.", "bad-key", "key-taken", "not-standing", "no-reason");
        hours.MapPost("/employments", Report).Command<EmploymentHours>(
            "Tell of an employer", "One that does not use this system (副業・兼業先). For the physician.", "bad-key", "key-taken", "bad-agreement", "workplace-tells-itself", "too-many-employments");
    }

    static async Task<IResult> Read(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.Hours(Input.Member(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Records(string id, string? from, string? to, string? after, Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var last = Input.Date(to, "to", clock);
        var first = string.IsNullOrEmpty(from) ? last.AddDays(-Days) : Input.Date(from, "from", clock);
        return (await gateway.WorkEntries(Input.Member(id), first, last, Input.Cursor(after), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
    }

    static async Task<IResult> In(string id, ClockInBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.ClockIn(Input.Member(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Out(string id, ClockOutBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.ClockOut(Input.Member(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Batch(string id, ClockBatchBody body, Gateway gateway, IReasonTexts reasons, HttpContext http, CancellationToken ct)
    {
        var caller = CallerOf.Api(http);
        if (await gateway.ClockBatch(Input.Member(id), body.ToTaps(caller), caller, ct).ConfigureAwait(false) is not { } answer) throw new NothingThereException("member");
        var language = Language.Of(http.Request);
        return new ClockBatchAnswer(answer.HeardAt, [.. answer.Taps.Select(a => new ClockTapAnswer(a.Value, a.Repeat, a.Refusal?.Reason, a.Refusal is null ? null : reasons.Title(a.Refusal.Reason, language)))], answer.Now).ToHttp();
    }

    static async Task<IResult> Plan(string id, string? from, string? to, Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var first = Input.Date(from, "from", clock);
        return (await gateway.WorkPlan(Input.Member(id), first, string.IsNullOrEmpty(to) ? first.AddDays(Days) : Input.Date(to, "to", clock), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
    }

    static async Task<IResult> Record(string id, WorkBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.RecordWork(Input.Member(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Correct(string id, string key, WorkCorrectionBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.CorrectWork(Input.Member(id), body.ToCommand(Key(key), CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Undo(string id, string key, WorkReasonBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.UndoWorkCorrection(Input.Member(id), body.ToUndo(Key(key), CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Withdraw(string id, string key, WorkReasonBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.WithdrawWork(Input.Member(id), body.ToWithdraw(Key(key), CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Report(string id, EmploymentBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.ReportEmployment(Input.Member(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false));

    static string Key(string key) => Input.Key(key, "key", WorkHoursLimits.KeyLength);
}
