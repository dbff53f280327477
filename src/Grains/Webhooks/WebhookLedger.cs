using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Journal;
using JmaActors.Ledgers;
using C = JmaActors.Journal.Columns<JmaActors.Webhooks.WebhookRow>;

namespace JmaActors.Webhooks;

/// <summary>The kind <c>webhooks</c>: addresses of one workplace and what was sent there, keyed by its code.</summary>
public sealed class WebhookLedger : LedgerDefinition<WebhookState, WebhookEvent>
{
    /// <summary>Name of the kind.</summary>
    public const string Name = "webhooks";

    /// <summary>Type of the parcel in which an inbox tells what it keeps: an <see cref="AlertsTold"/>.</summary>
    public const string AlertsParcel = "alerts";

    public override string Kind => Name;

    public override bool NumberKey => false;

    public override EventCatalog<WebhookEvent> Events { get; } = new EventCatalog<WebhookEvent>()
        .Add("webhook-registered", 1, WebhookJson.Default.WebhookRegistered)
        .Add("webhook-rotated", 1, WebhookJson.Default.WebhookRotated)
        .Add("webhook-removed", 1, WebhookJson.Default.WebhookRemoved)
        .Add("webhook-switched-off", 1, WebhookJson.Default.WebhookSwitchedOff)
        .Add("webhook-switched-on", 1, WebhookJson.Default.WebhookSwitchedOn)
        .Add("delivery-queued", 1, WebhookJson.Default.DeliveryQueued)
        .Add("delivery-tried", 1, WebhookJson.Default.DeliveryTried)
        .Add("delivery-resent", 1, WebhookJson.Default.DeliveryResent);

    public override JsonTypeInfo<WebhookState> SnapshotJson => WebhookJson.Default.WebhookState;

    public override IReadOnlyList<ViewTable> Views => WebhookViews.All;

    public override void Evolve(WebhookState state, WebhookEvent e, in EventMeta meta) => WebhookFold.Evolve(state, e, meta);

    public override void Project(string key, WebhookState state, WebhookEvent e, in EventMeta meta, ViewSink views) =>
        views.Put(WebhookViews.Due, new ViewKey(0, key), new WebhookRow(key, state.Waiting.Min(d => d.Next), meta.Version));

    public override Decision<WebhookEvent> Accept(WebhookState state, Parcel parcel, in Deciding deciding) => parcel.Type != AlertsParcel
        ? base.Accept(state, parcel, deciding)
        : JsonSerializer.Deserialize(parcel.Body, WebhookJson.Default.AlertsTold) is { } told
            ? WebhookDecider.Queue(state, WebhookBodies.Alerts(parcel.Receiver[(Name.Length + 1)..], told))
            : Decision<WebhookEvent>.Refuse("unreadable-parcel");
}

/// <summary>A workplace's webhooks as who sends finds them: a row of <c>webhook_due</c>.</summary>
/// <param name="Due">When something is to be sent; null when nothing waits.</param>
public sealed record WebhookRow(string Workplace, DateTimeOffset? Due, long Version);

/// <summary>View tables written by webhooks. Keys: <c>new ViewKey(0, workplace)</c>.</summary>
public static class WebhookViews
{
    public static readonly ViewTable<WebhookRow> Due = new(
        "webhook_due", 1, [C.Text("workplace", r => r.Workplace), C.InstantOrNull("due", r => r.Due), C.Big("version", r => r.Version)], new ViewIndex("webhook_due_by_due", "due", "workplace"));

    public static readonly IReadOnlyList<ViewTable> All = [Due];
}

/// <summary>Questions about webhooks that are asked of the views.</summary>
public interface IWebhookIndex
{
    /// <summary>Workplaces with something to send, the longest waiting first.</summary>
    Task<IReadOnlyList<string>> Due(DateTimeOffset now, int most, CancellationToken ct);
}

/// <summary>Secrets by which what is sent is signed. Made from a key of the house, and kept nowhere.</summary>
public interface IWebhookSecrets
{
    /// <summary>32 bytes.</summary>
    /// <param name="since">When the address was registered: one that is registered anew under the same id has other secrets.</param>
    byte[] Of(string workplace, string hook, DateTimeOffset since, int generation);
}

/// <summary>What an operator, or a test, may allow.</summary>
/// <param name="Inside">Addresses of machines inside, and HTTP.</param>
public sealed record WebhookRules(bool Inside = false);
