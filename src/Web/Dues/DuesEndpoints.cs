using JmaActors.Dues;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Dues;

/// <summary><c>/api/v1/members/{id}/dues</c> and <c>/api/v1/associations/{id}/dues-runs</c>: what people owe the associations, and how a year is billed.</summary>
public static class DuesEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var dues = api.MapGroup("/members/{id}/dues").WithTags("Dues");
        dues.MapGet("", Read).Question<DuesView>("Somebody's dues", "Statements by fiscal year, each with the accounts of three creditors and why they are what they are, payments and reductions.");
        dues.MapPost("/trials", Try).Question<DuesTrial>("What a change would come to", "Another membership from a day, or a reduction: the year as it is and as it would be. Nothing is recorded.");
        dues.MapPost("/assessments", Assess).Command<DuesStatement>("Reckon a year", "Records what differs from what was reckoned before; with `post` the statement is sent.", "not-registered", "bad-year");
        dues.MapPost("/payments", Pay).Command<DuesView>("Record a payment", "It goes to what is due first. `key` makes it repeatable.", "bad-amount", "bad-date", "bad-reference", "bad-key", "from-bank", "ledger-full");
        dues.MapPost("/payments/reverse", Reverse).Command<DuesView>("Take a payment back", "A bank's return, or a wrong person. What a bank's line was booked as is taken back where the line is.", "from-bank", "no-payment", "refunded", "no-reason");
        dues.MapPost("/refunds", Refund).Command<DuesView>("Give back what was paid too much", "At most what is free.", "bad-amount", "no-reason", "bad-key", "ledger-full");
        dues.MapPost("/lessenings", Lessen).Command<DuesView>("A credit note or a write-off", "Of one account, by its creditor.", "no-account", "bad-amount", "no-reason", "bad-key", "ledger-full");
        dues.MapPost("/reductions", Reduce).Command<DuesView>(
            "Approve a reduction", "Years reckoned before are reckoned anew.", "not-registered", "bad-reduction", "bad-layers", "bad-period", "no-end", "no-birth-date", "no-graduation-date", "not-old-enough", "not-long-enough", "bad-evidence", "bad-key", "ledger-full");
        dues.MapPost("/reductions/end", EndReduction).Command<DuesView>("End a reduction", "Or set another last day.", "not-registered", "no-reduction", "bad-period", "no-reason");
        dues.MapPost("/reminders", Remind).Command<DuesView>("Remind now", "Of everything that is late, in the inbox and by mail, in the name of each local association it is collected through; at most once a day.", "nothing-late", "being-drawn", "reminders-held", "reminded-today", "bad-key", "key-taken", "ledger-full");
        dues.MapPost("/reminders/hold", Hold).Command<DuesView>("Hold reminders back", "Until a day and with a reason; without `until` they are sent again.", "bad-period", "no-hold", "no-reason", "bad-key", "key-taken", "ledger-full");

        var runs = api.MapGroup("/associations/{id}/dues-runs/{year:int}").WithTags("Dues");
        runs.MapGet("", Progress).Question<DuesRunProgress>("A yearly run", "How far it is, sums of the rehearsal and of what was billed, and whom the run billed otherwise than rehearsed.");
        runs.MapGet("/lines", Lines).Question<IReadOnlyList<DuesRunLine>>("Who is billed what", "As rehearsed, by member number after `after`, at most 100; `part` is `all`, `moved` (those whose category, age band or capacity is another than last year) or `proposed` (those of whom the record suggests a change or a reduction, for the office to confirm).");
        runs.MapPost("/rehearsals", Rehearse).Command<DuesRunProgress>("Rehearse a yearly run", "Records nothing in anybody's dues.", "running", "already-run", "bad-year", "bad-key", "ledger-full");
        runs.MapPost("/runs", Run).Command<DuesRunProgress>("Bill everybody", "As rehearsed; done again it bills nobody twice.", "not-rehearsed", "bad-key", "ledger-full");
    }

    static async Task<IResult> Read(string id, Gateway gateway, HttpContext http, CancellationToken ct) => (await gateway.Dues(Input.Member(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Try(string id, TryDuesBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.TryDues(Input.Member(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Assess(string id, AssessBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.AssessDues(Input.Member(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Pay(string id, PayBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.PayDues(Input.Member(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Reverse(string id, ReverseBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.ReversePayment(Input.Member(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Refund(string id, RefundBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.RefundDues(Input.Member(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Lessen(string id, LessenBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.LessenDues(Input.Member(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Reduce(string id, ReductionBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.ReduceDues(Input.Member(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> EndReduction(string id, EndReductionBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.EndReduction(Input.Member(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Remind(string id, RemindBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.RemindDues(Input.Member(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Hold(string id, HoldBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.HoldReminders(Input.Member(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Progress(string id, int year, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.DuesRun(RunId(id, year), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Lines(string id, int year, DuesRunPart? part, long? after, Gateway gateway, HttpContext http, CancellationToken ct) =>
        TypedResults.Ok(await gateway.DuesRunLines(RunId(id, year), part ?? DuesRunPart.All, Input.After(after), CallerOf.Api(http), ct).ConfigureAwait(false));

    static async Task<IResult> Rehearse(string id, int year, RunBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.RehearseDues(RunId(id, year), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Run(string id, int year, RunBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.RunDues(RunId(id, year), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static DuesRunId RunId(string association, int year) => new(Input.Association(association), DuesText.Year(year));
}
