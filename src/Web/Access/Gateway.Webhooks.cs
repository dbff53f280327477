using JmaActors.Webhooks;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>Addresses at which a workplace's systems are told, without their secrets.</summary>
    public Task<IReadOnlyList<WebhookLine>> Webhooks(WorkplaceId id, Caller caller, CancellationToken ct) => Hooked(id, caller, caller, static (g, c, t) => g.List(c, t), ct);

    /// <summary>What was sent there, the newest first.</summary>
    public Task<DeliveryPage> Deliveries(WorkplaceId id, long? before, Caller caller, CancellationToken ct) => Hooked(id, (before, caller), caller, static (g, w, t) => g.Deliveries(w.before, w.caller, t), ct);

    /// <summary>Keeps an address; its secret is answered once. Null when nobody has described the workplace.</summary>
    public async Task<Answer<NewWebhook>?> RegisterWebhook(WorkplaceId id, RegisterWebhook command, CancellationToken ct)
    {
        Require(command.Caller, new Target.SteerWorkplace(id), "keep webhooks");
        return await WorkplaceThere(id, command.Caller, ct).ConfigureAwait(false) is null ? null : await Hooked(id, command, command.Caller, static (g, c, t) => g.Register(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>Gives another secret.</summary>
    public Task<Answer<NewWebhook>> RotateWebhook(WorkplaceId id, ChangeWebhook command, CancellationToken ct) => Hooked(id, command, command.Caller, static (g, c, t) => g.Rotate(c, t), ct);

    /// <summary>Takes an address away.</summary>
    public Task<Answer<IReadOnlyList<WebhookLine>>> RemoveWebhook(WorkplaceId id, ChangeWebhook command, CancellationToken ct) => Hooked(id, command, command.Caller, static (g, c, t) => g.Remove(c, t), ct);

    /// <summary>Switches on what was switched off.</summary>
    public Task<Answer<WebhookLine>> SwitchWebhookOn(WorkplaceId id, ChangeWebhook command, CancellationToken ct) => Hooked(id, command, command.Caller, static (g, c, t) => g.SwitchOn(c, t), ct);

    /// <summary>Sends a test.</summary>
    public Task<Answer<DeliveryLine>> TestWebhook(WorkplaceId id, ChangeWebhook command, CancellationToken ct) => Hooked(id, command, command.Caller, static (g, c, t) => g.Test(c, t), ct);

    /// <summary>Sends a delivery again.</summary>
    public Task<Answer<DeliveryLine>> ResendDelivery(WorkplaceId id, ResendDelivery command, CancellationToken ct) => Hooked(id, command, command.Caller, static (g, c, t) => g.Resend(c, t), ct);

    Task<T> Hooked<TWhat, T>(WorkplaceId id, TWhat what, Caller caller, Func<IWebhooksGrain, TWhat, CancellationToken, Task<T>> question, CancellationToken ct)
    {
        Require(caller, new Target.SteerWorkplace(id), "keep webhooks");
        return Ask(actors.Grain<IWebhooksGrain>(id.Code), what, question, ct);
    }
}
