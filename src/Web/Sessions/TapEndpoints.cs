using System.Text.Json.Serialization.Metadata;
using JmaActors.Training;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Sessions;

/// <summary>Taps, one by one and in batches: read and written by hand, since doors are busy.</summary>
public static class TapEndpoints
{
    static readonly JsonTypeInfo<TapBody> One = ApiJson.Of<TapBody>();
    static readonly JsonTypeInfo<TapsBody> Many = ApiJson.Of<TapsBody>();
    static readonly JsonTypeInfo<AnswerBody<TapResult>> OneReply = ApiJson.Of<AnswerBody<TapResult>>();
    static readonly JsonTypeInfo<TapAnswers> ManyReply = ApiJson.Of<TapAnswers>();

    public static void Map(IEndpointRouteBuilder session)
    {
        var gateway = session.ServiceProvider.GetRequiredService<Gateway>();
        session.MapPost("/tap", (string id, HttpContext http) => Tap(id, http, gateway)).Accepts<TapBody>("application/json").DisableRateLimiting().Command<TapResult>(
            "A card at the door",
            "A tap that is not taken is kept with its reason in the value: `unknown-card`, `revoked`, `forged-pass`, `expired-pass`, `copied-pass`, `not-registered`, `full`, `already-in`, `not-in`, `left-already`, `just-tapped`, `not-open`, `too-early`, `too-late`, `ahead-of-time`.");
        session.MapPost("/taps", (string id, HttpContext http) => TapBatch(id, http, gateway)).Accepts<TapsBody>("application/json").DisableRateLimiting().Operation<TapAnswers>(
            "Cards at the door",
            $"At most {WebLimits.TapBatch} taps, answered one for one, decided in the order of their event times.");
    }

    static async Task Tap(string id, HttpContext http, Gateway gateway)
    {
        var ct = http.RequestAborted;
        var session = Input.Session(id);
        var caller = CallerOf.Api(http);
        var body = await HotBody.Read(http.Request, One).ConfigureAwait(false);
        await HotBody.Answer(http, await gateway.Tap(session, body.ToCommand(caller), ct).ConfigureAwait(false), OneReply).ConfigureAwait(false);
    }

    static async Task TapBatch(string id, HttpContext http, Gateway gateway)
    {
        var ct = http.RequestAborted;
        var session = Input.Session(id);
        var caller = CallerOf.Api(http);
        var body = await HotBody.Read(http.Request, Many).ConfigureAwait(false);
        var answers = await gateway.TapBatch(session, body.ToCommands(caller), caller, ct).ConfigureAwait(false);
        var reply = answers is null
            ? Problem.NotFound.ExecuteAsync(http)
            : HotBody.Write(http.Response, new TapAnswers([.. answers.Select(TapAnswer.Of)]), ManyReply);
        await reply.ConfigureAwait(false);
    }
}
