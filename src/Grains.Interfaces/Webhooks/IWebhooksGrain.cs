using JmaActors.Ledgers;

namespace JmaActors.Webhooks;

/// <summary>
/// Addresses at which a workplace's own systems are told of alerts, and what was sent there. Keyed by <see cref="WorkplaceId.Code"/>. It decides what is sent and when it is tried again; who
/// sends asks here and says what came of it.
/// </summary>
[Alias("webhooks-grain")]
public interface IWebhooksGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>
    /// Keeps an address. Natural key: <see cref="RegisterWebhook.Hook"/>. Answers its secret, once: a repeat does not. Refused with <c>bad-key</c>, <c>too-many-webhooks</c>, and <c>bad-webhook-address</c> for one
    /// that is not HTTPS, or names a machine inside.
    /// </summary>
    [Alias("register")]
    Task<Answer<NewWebhook>> Register(RegisterWebhook command, CancellationToken ct);

    /// <summary>Gives another secret; the one before signs beside it for <see cref="WebhookLimits.Overlap"/>. Natural key: <see cref="ChangeWebhook.Key"/>. Refused with <c>no-webhook</c>.</summary>
    [Alias("rotate")]
    Task<Answer<NewWebhook>> Rotate(ChangeWebhook command, CancellationToken ct);

    /// <summary>Takes an address away, with what waits for it. Answers those that remain. Refused with <c>no-webhook</c>.</summary>
    [Alias("remove")]
    Task<Answer<IReadOnlyList<WebhookLine>>> Remove(ChangeWebhook command, CancellationToken ct);

    /// <summary>Switches on what was switched off after failures; what waits goes on. Refused with <c>no-webhook</c>.</summary>
    [Alias("switch-on")]
    Task<Answer<WebhookLine>> SwitchOn(ChangeWebhook command, CancellationToken ct);

    /// <summary>Sends something that says that it is a test. Natural key: <see cref="ChangeWebhook.Key"/>. Refused with <c>no-webhook</c>.</summary>
    [Alias("test")]
    Task<Answer<DeliveryLine>> Test(ChangeWebhook command, CancellationToken ct);

    /// <summary>Sends a delivery once more, from the beginning. Natural key: <see cref="ResendDelivery.Key"/>. Refused with <c>no-delivery</c>.</summary>
    [Alias("resend")]
    Task<Answer<DeliveryLine>> Resend(ResendDelivery command, CancellationToken ct);

    /// <summary>Addresses, without their secrets.</summary>
    [Alias("list")]
    Task<IReadOnlyList<WebhookLine>> List(Caller caller, CancellationToken ct);

    /// <summary>Deliveries, the newest first; at most <see cref="WebhookLimits.Page"/> before one.</summary>
    /// <param name="before">Number of a delivery; null for the newest.</param>
    [Alias("deliveries")]
    Task<DeliveryPage> Deliveries(long? before, Caller caller, CancellationToken ct);

    /// <summary>What is to be sent now. What is given out and not reported within <see cref="WebhookLimits.Held"/> is given out again.</summary>
    [Alias("take")]
    Task<IReadOnlyList<WebhookCall>> Take(CancellationToken ct);

    /// <summary>What came of a call. One that is reported late or again changes nothing.</summary>
    [Alias("report")]
    Task Report(WebhookReport report, CancellationToken ct);
}

/// <summary>Which workplaces have something to send. Stateless; key 0.</summary>
[Alias("webhook-post-grain")]
public interface IWebhookPostGrain : IGrainWithIntegerKey
{
    /// <summary>Workplaces with a delivery that is due, the longest waiting first.</summary>
    [Alias("due")]
    Task<IReadOnlyList<string>> Due(CancellationToken ct);
}
