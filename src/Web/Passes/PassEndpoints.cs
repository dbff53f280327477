using JmaActors.Passes;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Passes;

/// <summary><c>/api/v1/members/{id}/pass</c>: what a member shows at a door instead of a card.</summary>
public static class PassEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var pass = api.MapGroup("/members/{id}/pass").WithTags("Passes");
        pass.MapGet("", Show).Question<PassBody>(
            "A pass to show now",
            "For the member alone. Another one each time; it holds for seconds, so ask again at `next`. Nothing is recorded. `qr.path` draws the code on a square of `qr.modules`.");
        pass.MapPost("/revoke", Revoke).Command<PassView>(
            "Take passes back", "Every pass shown so far is refused from now on, e.g. when the phone is lost. For the member and the offices that see the member.", "ledger-full");
    }

    static async Task<IResult> Show(string id, Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var pass = await gateway.ShowPass(Input.Member(id), CallerOf.Api(http), ct).ConfigureAwait(false);
        return (pass is null ? null : PassBody.Of(pass, clock.GetUtcNow())).ToHttp();
    }

    static async Task<IResult> Revoke(string id, RevokeBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.RevokePasses(Input.Member(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false));
}
