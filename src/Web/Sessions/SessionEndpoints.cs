using JmaActors.Training;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Sessions;

/// <summary><c>/api/v1/sessions</c>: what a session says and how it ends. Taps are in <see cref="TapEndpoints"/>.</summary>
public static class SessionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var sessions = api.MapGroup("/sessions/{id}").WithTags("Sessions");
        TapEndpoints.Map(sessions);
        sessions.MapGet("", Read).Question<SessionView>("One session", "Timeline, status and figures.");
        sessions.MapGet("/figures", Figures).Question<SessionFigures>("Figures of a session", "Absolute, as durable.");
        RollEndpoints.Map(sessions);
        WebLogEndpoints.Map(sessions);
        PaperListEndpoints.Map(sessions);
        sessions.MapGet("/taps", Taps).Question<IReadOnlyList<TapLine>>(
            "The last taps", $"Newest first, at most {TrainingLimits.RollPage}; with `refused=true` only those refused, with their reasons.");
        sessions.MapPost("/undo", Undo).Command<TapResult>("Take a tap back", "Until the roll is confirmed. The tap stays on record as undone.", "no-such-tap", "not-open");
        sessions.MapPut("/roll/{member}", Decide).Command<RollLine>(
            "Decide about an attendance", "Before the roll is confirmed, or after it: then what was posted changes by new events, in all schemes at once.",
            "no-such-person", "no-such-talk", "no-reason", "full");
        sessions.MapPost("/desks", Desk).Operation<DeskLine>("Report a desk", "How many taps wait there; answers with the server's time and how far the desk's clock is off.");
        sessions.MapPost("/close", Close).Command<SessionView>("Close the door", "Whoever is inside is taken as having stayed to the last talk's end that has passed.", "not-open");
        sessions.MapPost("/confirm", Confirm).Command<SessionView>("Confirm the roll", "Posts every pending entry of a closed session whose last talk has ended.", "not-closed", "not-over");
    }

    static async Task<IResult> Read(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.ReadSession(Input.Session(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Figures(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.SessionFigures(Input.Session(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Taps(string id, bool? refused, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.Taps(Input.Session(id), refused ?? false, CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Undo(string id, UndoBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.UndoTap(Input.Session(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Decide(string id, string member, DecisionBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.DecideAttendance(Input.Session(id), body.ToCommand(Input.Member(member, "member"), CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Desk(string id, DeskBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.ReportDesk(Input.Session(id), body.ToReport(), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Close(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.CloseSession(Input.Session(id), CallerOf.Api(http), ct).ConfigureAwait(false));

    static async Task<IResult> Confirm(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.ConfirmSession(Input.Session(id), CallerOf.Api(http), ct).ConfigureAwait(false));
}
