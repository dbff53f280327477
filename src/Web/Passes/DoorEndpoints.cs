using JmaActors.Directory;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Passes;

/// <summary><c>/api/v1/sessions/{id}</c>: who somebody is that comes without a card or a pass.</summary>
public static class DoorEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var door = api.MapGroup("/sessions/{id}").WithTags("Sessions");
        door.MapGet("/people", Find).Question<DoorPeople>(
            "Find somebody at the door",
            $"By start or part of name or reading (old characters, any kana, with or without the space), or exactly by registry or member number. At most {DirectoryLimits.AtDoor}; `more` when others are meant as well. For the session's door while it is open, and its host.");
        door.MapPost("/walk-ins", TakeDown).Command<WalkedIn>(
            "Take somebody down who is not on record",
            "Gives a member number, so that units wait in that person's ledger; send the tap with it. Whose registry number is on record already is that person (`known`); `differs` when what was given does not fit, so that one asks. Natural key: device and nonce.",
            "bad-name", "bad-kana", "bad-birth-date");
    }

    static async Task<IResult> Find(string id, string? text, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.FindAtDoor(Input.Session(id), Input.Text(text, "text", WebLimits.DoorText), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> TakeDown(string id, WalkInBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.TakeDown(Input.Session(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false));
}
