using JmaActors.Applications;
using JmaActors.Web.Credits;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Applications;

/// <summary><c>/api/v1/applications</c>: joining, moving, changing and leaving, from draft to record.</summary>
public static class ApplicationEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("/applications").WithTags("Applications");
        all.MapGet("", List).Question<ApplicationPage>(
            "Applications", "A member's own, or those on whose way the caller's association is; the oldest first. `stage` is `waits` (those that wait for the caller), `flight` or `closed`. `next` is the cursor of the next page.");
        all.MapGet("/{id}", Read).Question<ApplicationView>("An application", "What is applied for, who is asked in which order, what everybody said. `known` for how it was known at an instant.");
        all.MapGet("/{id}/documents/{sha256}", Document).WithSummary("A document of an application").WithDescription("For whoever sees the application.").Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").ProducesProblem(404);
        all.MapPut("/{id}", Draft).Command<ApplicationView>(
            "Write an application", "The id is the member's number, a dot and a key of the sender's choice. It can be written anew until it is handed in, and when it was returned. Documents are brought before, see the member's evidence.",
            "not-draft", "bad-application", "too-many-words", "evidence-too-many", "evidence-not-here", "erased", "already-merged", "not-registered");
        all.MapPost("/{id}/submit", Submit).Command<ApplicationView>(
            "Hand in an application", "The offices on its way are asked one after the other.",
            "not-draft", "bad-application", "bad-date", "bad-association", "bad-layers", "bad-category", "bad-practice", "bad-cover", "bad-reduction", "changed-later", "nothing-changed", "not-joining", "not-a-transfer", "not-a-change", "not-cover", "not-a-member",
            "not-leaving", "no-end", "stale", "bad-period", "no-birth-date", "not-old-enough", "not-long-enough", "no-graduation-date", "ledger-full", "erased", "already-merged");
        all.MapPost("/{id}/decide", Decide).Command<ApplicationView>(
            "Answer an application", "By the office that is asked: `approved`, `refused` or `returned`, the last two with words. When everybody has agreed the record is changed by itself.",
            "not-your-turn", "bad-word", "no-words", "too-many-words", "record-moved", "ledger-full", "bad-key", "erased", "already-merged");
        all.MapPost("/{id}/withdraw", Withdraw).Command<ApplicationView>("Take an application back", "By the applicant, as long as not everybody has agreed.", "not-under-way");
        all.MapPost("/{id}/undo", Undo).Command<ApplicationView>(
            "Undo an application", "By the office that agreed last: what was before stands in the place of what was recorded, and both stay visible. If something was recorded since, the answer to that is among the lines.", "not-done", "not-your-turn", "no-words", "too-many-words");
        var member = api.MapGroup("/members/{id}/applications").WithTags("Applications");
        member.MapGet("", Of).Question<ApplicationPage>("Applications of a member", "For herself and clerks of her association.");
        member.MapPost("/try", Try).Question<ApplicationTrial>("Try an application", "Who would be asked, and what the dues of this fiscal year and the next would come to. Nothing is recorded.");
        api.MapGet("/associations/{id}/applications", Flight).WithTags("Applications").Question<IReadOnlyList<ApplicationFlight>>("Applications in flight", "By kind, on this association's way. They name nobody.");
    }

    static async Task<IResult> List(ApplicationStage? stage, ApplicationKind? kind, string? after, int? size, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.Applications(stage ?? ApplicationStage.Waits, kind, Input.Cursor(after), Math.Min(Input.Size(size), ApplicationLimits.Page), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Of(string id, ApplicationStage? stage, string? after, int? size, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.ApplicationsOf(Input.Member(id), stage ?? ApplicationStage.Flight, Input.Cursor(after), Math.Min(Input.Size(size), ApplicationLimits.Page), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Read(string id, DateTimeOffset? known, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.ReadApplication(ApplicationText.Id(id), known, CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Document(string id, string sha256, Gateway gateway, HttpContext http, CancellationToken ct) =>
        EvidenceEndpoints.Handed(await gateway.ApplicationDocument(ApplicationText.Id(id), sha256, CallerOf.Api(http), ct).ConfigureAwait(false), http);

    static async Task<IResult> Draft(string id, DraftApplicationBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.DraftApplication(ApplicationText.Id(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Submit(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.SubmitApplication(ApplicationText.Id(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Decide(string id, DecideApplicationBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.DecideApplication(ApplicationText.Id(id), Input.Text(body.Key, "key", ApplicationLimits.Key), body.Office, body.Word, ApplicationText.Words(body.Words), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Withdraw(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.WithdrawApplication(ApplicationText.Id(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Undo(string id, UndoApplicationBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.UndoApplication(ApplicationText.Id(id), ApplicationText.Words(body.Words), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Try(string id, ApplicationRequestBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.TryApplication(Input.Member(id), body.ToRequest(), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Flight(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.ApplicationFlight(Input.Association(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
}
