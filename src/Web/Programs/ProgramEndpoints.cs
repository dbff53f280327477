using System.Security.Cryptography;
using JmaActors.Training;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Programs;

/// <summary><c>/api/v1/programs</c>: training programs, from a draft over approval to the door.</summary>
public static class ProgramEndpoints
{
    /// <summary>Letters and digits nobody mixes up when reading them out.</summary>
    const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    static readonly string[] OfTimelines =
    [
        "no-code", "one-code-per-talk", "unknown-code", "no-talks", "too-many-talks", "talks-overlap", "talk-too-long", "two-fiscal-years",
        "talk-ends-before-start", "talk-number-twice", "bad-talk-number", "doors-open-late", "doors-close-early", "doors-too-long", "bad-date", "bad-terms", "bad-delivery", "not-on-web", "web-host",
    ];

    public static void Map(IEndpointRouteBuilder api)
    {
        var programs = api.MapGroup("/programs").WithTags("Programs");
        programs.MapPost("", Create).Command<ProgramView>("Create a program", "As a draft. Each talk that offers CME units has exactly one curriculum code.", OfTimelines);
        ProgramSearchEndpoints.Map(programs);
        programs.MapGet("/{id}", Read).Question<ProgramView>("One program", "The program, its timeline, what it offers and where each scheme's approval stands.");
        programs.MapPut("/{id}", Change).Command<ProgramView>(
            "Change a program", "All of it. Where units change, the schemes concerned are asked for approval again.", ["already-open", "stale", "cancelled", .. OfTimelines]);
        programs.MapPut("/{id}/timeline", Timeline).Command<ProgramView>("Set the timeline", "Replaces doors and talks alone.", "already-open", "cancelled");
        programs.MapPost("/{id}/apply", Apply).Command<ProgramView>("Apply for approval", "Under every scheme offered that neither waits nor is approved.", "nothing-offered", "too-late-to-apply", "already-open");
        programs.MapPost("/{id}/decisions", Decide).Command<ProgramView>(
            "Decide on a scheme", "By the association whose word it is, on the version it has looked at.", "stale", "not-applied", "no-reason", "already-open");
        programs.MapPost("/{id}/withdraw", Withdraw).Command<ProgramView>("Withdraw an application", "The program is a draft again.", "already-published", "already-open");
        programs.MapPost("/{id}/publish", Publish).Command<ProgramView>("Publish a program", "Shows it to everybody.", "not-approved", "cancelled");
        programs.MapPost("/{id}/open", Open).Command<ProgramView>("Open a program", "Hands the timeline to the session, whose door may then open.", "no-program", "not-approved", "cancelled");
        programs.MapPost("/{id}/cancel", Cancel).Command<ProgramView>("Cancel a program", "For good, with a reason that is shown.", "no-reason", "already-open");
        programs.MapPost("/{id}/copy", Copy).Command<ProgramView>("Copy a program", "As a draft, all instants moved by whole days.", "no-program");
        programs.MapGet("/{id}/history", History).Question<IReadOnlyList<ProgramHistoryLine>>(
            "A program's history", $"Who did what and why after version `after`, oldest first, at most {TrainingLimits.HistoryPage} lines. For its host and its approvers.");
        programs.MapGet("/{id}/calendar.ics", ProgramCalendar.One).ExcludeFromDescription();
        api.MapGet("/hosts/{id}/calendar.ics", ProgramCalendar.OfHost).ExcludeFromDescription();
        api.MapGet("/hosts/{id}", Home).WithTags("Programs").Question<HostHome>("A host's home", "What waits for the host, and what comes next.");
    }

    /// <summary>An id for a program that was given none.</summary>
    public static ProgramId NewId(AssociationId host, DateOnly today) => new($"P{host}-{today:yyyyMMdd}-{RandomNumberGenerator.GetString(Letters, 6)}");

    static async Task<IResult> Create(ProgramBody body, Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var id = body.Id ?? NewId(body.Host, Input.Date(null, "", clock));
        return AnswerResults.ToHttp(await gateway.CreateProgram(id, body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false));
    }

    static async Task<IResult> Copy(string id, CopyBody body, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        var (from, caller) = (Input.Program(id), CallerOf.Api(http));
        if (await gateway.ReadProgram(from, caller, ct).ConfigureAwait(false) is not { } program) return Problem.NotFound;
        var copy = body.NewId ?? NewId(body.Host ?? program.Host, body.StartsOn);
        return AnswerResults.ToHttp(await gateway.CopyProgram(copy, new CopyProgram(from, body.StartsOn, body.Host, caller), ct).ConfigureAwait(false));
    }

    static async Task<IResult> Read(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.ReadProgram(Input.Program(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Change(string id, ChangeBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.ChangeProgram(Input.Program(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Timeline(string id, TimelineBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.SetTimeline(Input.Program(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Apply(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.ApplyForProgram(Input.Program(id), CallerOf.Api(http), ct).ConfigureAwait(false));

    static async Task<IResult> Decide(string id, DecisionBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.DecideOnProgram(Input.Program(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Withdraw(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.WithdrawProgram(Input.Program(id), CallerOf.Api(http), ct).ConfigureAwait(false));

    static async Task<IResult> Publish(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.PublishProgram(Input.Program(id), CallerOf.Api(http), ct).ConfigureAwait(false));

    static async Task<IResult> Open(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.OpenProgram(Input.Program(id), CallerOf.Api(http), ct).ConfigureAwait(false));

    static async Task<IResult> Cancel(string id, CancelBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.CancelProgram(Input.Program(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> History(string id, long? after, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.ProgramHistory(Input.Program(id), Input.After(after), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Home(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.HostHome(Input.Association(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
}
