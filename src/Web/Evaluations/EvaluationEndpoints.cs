using JmaActors.Evaluations;
using JmaActors.Web.Access;
using JmaActors.Web.Credits;
using JmaActors.Web.Http;
using JmaActors.WorkHours;

namespace JmaActors.Web.Evaluations;

/// <summary><c>/api/v1/evaluations</c>: applications to the 医療機関勤務環境評価センター; <c>/api/v1/designations</c>: whom prefectures designated.</summary>
public static class EvaluationEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("/evaluations").WithTags("Evaluations");
        all.MapGet("", List).Question<EvaluationPage>("Applications", "A hospital's own; all to the centre; those with a result to their prefecture; those assigned to a surveyor. The oldest first; `waits` for whose turn it is. A keyset page.");
        all.MapGet("/{id}", Read).Question<EvaluationView>("An application", "The id is the workplace, a dot and a key. Neither surveyor sees what the other found before both are done.");
        all.MapPost("/{id}", Open).Command<EvaluationView>("Begin an application", "By the hospital, for levels other than A.", "no-level", "unknown-workplace");
        all.MapPut("/{id}/plan", Plan).Command<EvaluationView>("Keep the short-hours plan", "医師労働時間短縮計画.", "bad-dates", "evidence-not-here", "evaluation-over");
        all.MapPost("/{id}/plan/reviews", ReviewPlan).Command<EvaluationView>("The plan was reviewed", "At least yearly.", "no-plan", "in-the-future", "bad-dates");
        all.MapPost("/{id}/c2", C2).Command<EvaluationView>("The ministry confirmed", "For C-2, before the prefecture is asked. `member`, when given, works at the hospital; who it is, the hospital alone is told.", "unknown-physician", "no-technique", "in-the-future", "ledger-full");
        all.MapPut("/{id}/sheet", Sheet).Command<EvaluationView>("Fill in the sheet", "基本情報, field by field.", "not-drafting", "unknown-field");
        all.MapPut("/{id}/items/{item}", Answer).Command<EvaluationView>("Evaluate oneself on an item", "自己評価, with evidence brought before.", "not-drafting", "unknown-item", "item-mandatory", "evidence-not-here");
        all.MapPost("/{id}/file", File).Command<EvaluationView>("File the application", "Or file it again after advice.", "not-drafting", "no-plan", "sheet-incomplete", "items-unanswered", "evidence-missing", "c2-not-confirmed");
        all.MapPost("/{id}/apply", Apply).Command<EvaluationView>("The hospital applied to the prefecture", "After the result, as a rule by G-MIS.", "no-result", "in-the-future");
        all.MapPost("/{id}/withdraw", Withdraw).Command<EvaluationView>("Take the application back", "Before the designation.", "evaluation-over");
        all.MapPut("/{id}/surveyors", Assign).Command<EvaluationView>("Assign a surveyor", "One physician and one 社労士, neither of the institution. By the centre.", "not-filed", "surveyor-of-institution", "same-surveyor", "review-begun");
        all.MapPut("/{id}/verdicts/{item}", Judge).Command<EvaluationView>("Judge an item", "By a surveyor assigned, each for oneself.", "not-in-review", "unknown-item", "item-mandatory", "review-finished", "no-words");
        all.MapPost("/{id}/finish", Finish).Command<EvaluationView>("Finish the review", "When every item is judged.", "not-in-review", "items-unjudged");
        all.MapPost("/{id}/suspend", Suspend).Command<EvaluationView>("Suspend with advice", "中間報告, when a mandatory item failed. By the centre.", "not-reviewed", "nothing-failed");
        all.MapPost("/{id}/result", Result).Command<EvaluationView>("Give the result", "One of the fixed wordings. By the centre's approver.", "not-reviewed", "mandatory-failed", "unknown-result");
        all.MapPost("/{id}/designate", Designate).Command<EvaluationView>("Designate", "By the prefecture's approver; the workplace keeps the levels too.", "not-applied", "level-not-applied-for", "c2-not-confirmed", "bad-dates");
        all.MapPost("/{id}/publish", Publish).Command<EvaluationView>("Publish the designation", "By the prefecture's approver.", "not-designated");
        all.MapGet("/{id}/documents/{sha256}", Document)
            .WithSummary("A document an application names").WithDescription("As it was uploaded, for whoever sees the application; always as an attachment.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/workplaces/{id}/documents", Bring).WithTags("Evaluations").Accepts<byte[]>("application/pdf", "image/jpeg", "image/png", "application/octet-stream").WithMetadata(EvidenceUpload.Limit)
            .Command<EvidenceBody>("Upload a document of an institution", "A PDF, JPEG or PNG, told by its bytes. A self-evaluation names it by `sha256`; named by nothing, it goes after a day.", "evidence-kind", "evidence-cut", "evidence-too-many");
        api.MapGet("/designations", Designations).WithTags("Evaluations").Question<PublicDesignations>("Designated institutions", "Those whose designation is published and holds, by level. For everybody. A keyset page.");
    }

    static async Task<IResult> List(string? workplace, string? waits, string? after, int? size, Gateway gateway, HttpContext http, CancellationToken ct) => (await gateway.Evaluations(
        new EvaluationQuery(string.IsNullOrEmpty(workplace) ? null : Input.Workplace(workplace), null, null, EvaluationInput.Word<EvaluationWaits>(waits, "waits"), Input.Cursor(after), Input.Size(size)), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Read(string id, Gateway gateway, HttpContext http, CancellationToken ct) => (await gateway.ReadEvaluation(EvaluationInput.Id(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Open(string id, OpenEvaluationBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.OpenEvaluation(EvaluationInput.Id(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static Task<IResult> Plan(string id, PlanBody body, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        var command = body.ToCommand(CallerOf.Api(http));
        return Steer(id, command.Document.Length > 0 ? [command.Document] : [], command, gateway, http, static (g, c, t) => g.KeepPlan(c, t), ct);
    }

    static Task<IResult> ReviewPlan(string id, PlanReviewBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        Steer(id, [], body.ToCommand(CallerOf.Api(http)), gateway, http, static (g, c, t) => g.ReviewPlan(c, t), ct);

    static async Task<IResult> C2(string id, C2Body body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.ConfirmC2(EvaluationInput.Id(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static Task<IResult> Sheet(string id, SheetBody body, Gateway gateway, HttpContext http, CancellationToken ct) => Steer(id, [], body.ToCommand(CallerOf.Api(http)), gateway, http, static (g, c, t) => g.FillSheet(c, t), ct);

    static Task<IResult> Answer(string id, string item, ItemBody body, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        var command = body.ToCommand(item, CallerOf.Api(http));
        return Steer(id, command.Documents, command, gateway, http, static (g, c, t) => g.AnswerItem(c, t), ct);
    }

    static Task<IResult> File(string id, EvaluationKeyBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        Steer(id, [], new FileEvaluation(EvaluationInput.Key(body.Key), CallerOf.Api(http)), gateway, http, static (g, c, t) => g.File(c, t), ct);

    static Task<IResult> Apply(string id, ApplyBody body, Gateway gateway, HttpContext http, CancellationToken ct) => Steer(id, [], body.ToCommand(CallerOf.Api(http)), gateway, http, static (g, c, t) => g.Apply(c, t), ct);

    static Task<IResult> Withdraw(string id, WithdrawBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        Steer(id, [], body.ToCommand(CallerOf.Api(http)), gateway, http, static (g, c, t) => g.Withdraw(c, t), ct);

    static async Task<IResult> Assign(string id, SurveyorBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.AssignSurveyor(EvaluationInput.Id(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Judge(string id, string item, VerdictBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.JudgeEvaluation(EvaluationInput.Id(id), k => body.ToCommand(k, item, CallerOf.Api(http)), CallerOf.Api(http), static (g, c, t) => g.JudgeItem(c, t), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Finish(string id, EvaluationKeyBody body, Gateway gateway, HttpContext http, CancellationToken ct) => (await gateway.JudgeEvaluation(
        EvaluationInput.Id(id), k => new FinishReview(EvaluationInput.Key(body.Key), k, CallerOf.Api(http)), CallerOf.Api(http), static (g, c, t) => g.FinishReview(c, t), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Suspend(string id, AdviceBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.RunEvaluation(EvaluationInput.Id(id), false, body.ToCommand(CallerOf.Api(http)), CallerOf.Api(http), static (g, c, t) => g.Suspend(c, t), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Result(string id, ResultBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.RunEvaluation(EvaluationInput.Id(id), true, body.ToCommand(CallerOf.Api(http)), CallerOf.Api(http), static (g, c, t) => g.GiveResult(c, t), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Designate(string id, DesignateBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.DesignateEvaluation(EvaluationInput.Id(id), body.ToCommand(CallerOf.Api(http)), CallerOf.Api(http), static (g, c, t) => g.Designate(c, t), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Publish(string id, EvaluationKeyBody body, Gateway gateway, HttpContext http, CancellationToken ct) => (await gateway.DesignateEvaluation(
        EvaluationInput.Id(id), new PublishDesignation(EvaluationInput.Key(body.Key), CallerOf.Api(http)), CallerOf.Api(http), static (g, c, t) => g.Publish(c, t), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Document(string id, string sha256, Gateway gateway, HttpContext http, CancellationToken ct) =>
        EvidenceEndpoints.Handed(await gateway.ReadDocument(EvaluationInput.Id(id), EvaluationInput.Digest(sha256), CallerOf.Api(http), ct).ConfigureAwait(false), http);

    static async Task<IResult> Bring(string id, EvidenceUpload upload, HttpContext http, CancellationToken ct)
    {
        var taken = await upload.Take(Input.Workplace(id), http.Request.Body, CallerOf.Api(http), ct).ConfigureAwait(false);
        return AnswerResults.ToHttp(taken is null ? null : new Answer<EvidenceBody>(taken.Value is { } file ? new EvidenceBody(file.Sha256, file.Kind, file.Content.Length) : null, taken.Refusal, 0, taken.Repeat));
    }

    static async Task<IResult> Designations(string? level, string? prefecture, string? after, int? size, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        gateway.RequirePage(CallerOf.Api(http), new Target.SeePublic());
        return (await gateway.Designations(EvaluationInput.Word<WorkLevel>(level, "level"), Input.OptionalAssociation(prefecture, "prefecture")?.Code, Input.Cursor(after), Input.Size(size), ct).ConfigureAwait(false)).ToHttp();
    }

    static async Task<IResult> Steer<TCommand>(
        string id, IReadOnlyList<string> documents, TCommand command, Gateway gateway, HttpContext http, Func<IEvaluationGrain, TCommand, CancellationToken, Task<Answer<EvaluationView>>> does, CancellationToken ct) =>
        (await gateway.SteerEvaluation(EvaluationInput.Id(id), documents, command, CallerOf.Api(http), does, ct).ConfigureAwait(false)).ToHttp();
}
