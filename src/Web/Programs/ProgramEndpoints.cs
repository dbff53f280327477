using System.Security.Cryptography;
using JmaActors.Directory;
using JmaActors.Training;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Programs;

/// <summary><c>/api/v1/programs</c>: training programs and their timelines.</summary>
public static class ProgramEndpoints
{
    /// <summary>Letters and digits nobody mixes up when reading them out.</summary>
    const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static void Map(IEndpointRouteBuilder api)
    {
        var programs = api.MapGroup("/programs").WithTags("Programs");
        programs.MapPost("", Create).Command<ProgramView>(
            "Create a program", "As a draft. Each talk has exactly one curriculum code.",
            "no-code", "one-code-per-talk", "unknown-code", "no-talks", "too-many-talks", "talks-overlap", "talk-too-long", "two-fiscal-years",
            "talk-ends-before-start", "talk-number-twice", "bad-talk-number", "doors-open-late", "doors-close-early", "doors-too-long", "bad-date");
        programs.MapGet("", List).Question<ProgramPage>("Programs", "Newest first; `next` is the cursor of the next page.");
        programs.MapGet("/{id}", Read).Question<ProgramView>("One program", "The program and its timeline.");
        programs.MapPut("/{id}/timeline", Timeline).Command<ProgramView>("Set the timeline", "Replaces doors and talks of a draft.", "already-open");
        programs.MapPost("/{id}/open", Open).Command<ProgramView>("Open a program", "Hands the timeline to the session, whose door may then open.", "not-created");
    }

    static async Task<IResult> Create(ProgramBody body, Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var id = body.Id ?? NewId(body.Host, Input.Date(null, "", clock));
        return AnswerResults.ToHttp(await gateway.CreateProgram(id, body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false));
    }

    static async Task<IResult> List(string? host, string? status, string? after, int? size, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        var query = new ProgramQuery(Input.OptionalAssociation(host, "host"), Status(status), Input.Cursor(after), Input.Size(size));
        return (await gateway.Programs(query, CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
    }

    static async Task<IResult> Read(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.ReadProgram(Input.Program(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Timeline(string id, TimelineBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.SetTimeline(Input.Program(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Open(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.OpenProgram(Input.Program(id), CallerOf.Api(http), ct).ConfigureAwait(false));

    static ProgramId NewId(AssociationId host, DateOnly today) => new($"P{host}-{today:yyyyMMdd}-{RandomNumberGenerator.GetString(Letters, 6)}");

    static SessionStatus? Status(string? text) => text switch
    {
        null or "" => null,
        "draft" => SessionStatus.Draft,
        "open" => SessionStatus.Open,
        "closed" => SessionStatus.Closed,
        "confirmed" => SessionStatus.Confirmed,
        _ => throw new InvalidInputException("status", "A status is draft, open, closed or confirmed."),
    };
}
