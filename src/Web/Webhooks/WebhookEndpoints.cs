using JmaActors.Web.Access;
using JmaActors.Web.Http;
using JmaActors.Webhooks;

namespace JmaActors.Web.Webhooks;

/// <summary><c>/api/v1/workplaces/{id}/webhooks</c>: addresses at which a workplace's own systems are told of alerts.</summary>
public static class WebhookEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var hooks = api.MapGroup("/workplaces/{id}/webhooks").WithTags("Webhooks");
        hooks.MapGet("", List).Question<IReadOnlyList<WebhookLine>>("Webhooks", "Addresses, without their secrets. For the duty manager.");
        hooks.MapPost("", Register).Command<NewWebhook>(
            "Register a webhook", "An HTTPS address of the public internet. Its secret is answered once. How to check a signature: docs/webhooks.md.", "bad-key", "bad-webhook-address", "too-many-webhooks");
        hooks.MapPost("/{hook}/rotate", Rotate).Command<NewWebhook>("Give another secret", "Answered once. The one before signs beside it for 24 hours.", "no-webhook");
        hooks.MapPost("/{hook}/remove", Remove).Command<IReadOnlyList<WebhookLine>>("Take a webhook away", "With what waits for it.", "no-webhook");
        hooks.MapPost("/{hook}/on", On).Command<WebhookLine>("Switch a webhook on", "After it was switched off for its failures; what waits is sent.", "no-webhook");
        hooks.MapPost("/{hook}/test", Test).Command<DeliveryLine>("Send a test", "Of type `webhook.test`.", "no-webhook");
        hooks.MapGet("/deliveries", Deliveries).Question<DeliveryPage>("Deliveries", $"The newest first; at most {WebhookLimits.Page} before `before`, the number of one.");
        hooks.MapPost("/deliveries/{number:long}/resend", Resend).Command<DeliveryLine>("Send again", "Under the same id, from the first attempt.", "no-delivery");
    }

    static async Task<IResult> List(string id, Gateway gateway, HttpContext http, CancellationToken ct) => TypedResults.Ok(await gateway.Webhooks(Input.Workplace(id), CallerOf.Api(http), ct).ConfigureAwait(false));

    static async Task<IResult> Deliveries(string id, long? before, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.Deliveries(Input.Workplace(id), before, CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Register(string id, WebhookBody body, Gateway gateway, HttpContext http, CancellationToken ct) => AnswerResults.ToHttp(await gateway.RegisterWebhook(
        Input.Workplace(id), new RegisterWebhook(Key(body.Key), Input.Text(body.Address, "address", WebhookLimits.Address), CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Rotate(string id, string hook, WebhookKeyBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.RotateWebhook(Input.Workplace(id), Change(hook, body, http), ct).ConfigureAwait(false));

    static async Task<IResult> Remove(string id, string hook, WebhookKeyBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.RemoveWebhook(Input.Workplace(id), Change(hook, body, http), ct).ConfigureAwait(false));

    static async Task<IResult> On(string id, string hook, WebhookKeyBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.SwitchWebhookOn(Input.Workplace(id), Change(hook, body, http), ct).ConfigureAwait(false));

    static async Task<IResult> Test(string id, string hook, WebhookKeyBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.TestWebhook(Input.Workplace(id), Change(hook, body, http), ct).ConfigureAwait(false));

    static async Task<IResult> Resend(string id, long number, WebhookKeyBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.ResendDelivery(Input.Workplace(id), new ResendDelivery(Key(body.Key), number, CallerOf.Api(http)), ct).ConfigureAwait(false));

    static ChangeWebhook Change(string hook, WebhookKeyBody body, HttpContext http) => new(Key(body.Key), Key(hook), CallerOf.Api(http));

    static string Key(string key) => Input.Key(key, "key", WebhookLimits.Key);
}

/// <param name="Key">The sender's own id of the webhook.</param>
/// <param name="Address">Where to: HTTPS.</param>
public sealed record WebhookBody(string Key, string Address);

/// <param name="Key">The sender's own; the same again changes nothing.</param>
public sealed record WebhookKeyBody(string Key);
