namespace JmaActors.Webhooks;

/// <param name="Hook">The sender's own id of it.</param>
[GenerateSerializer, Immutable, Alias("register-webhook")]
public sealed record RegisterWebhook([property: Id(0)] string Hook, [property: Id(1)] string Address, [property: Id(2)] Caller Caller);

[GenerateSerializer, Immutable, Alias("change-webhook")]
public sealed record ChangeWebhook([property: Id(0)] string Key, [property: Id(1)] string Hook, [property: Id(2)] Caller Caller);

[GenerateSerializer, Immutable, Alias("resend-delivery")]
public sealed record ResendDelivery([property: Id(0)] string Key, [property: Id(1)] long Number, [property: Id(2)] Caller Caller);

/// <param name="Secret"><c>whsec_</c> and 32 bytes in base64; empty when it was answered before.</param>
[GenerateSerializer, Immutable, Alias("new-webhook")]
public sealed record NewWebhook([property: Id(0)] WebhookLine Webhook, [property: Id(1)] string Secret);

/// <summary>An address without its secret.</summary>
/// <param name="Off">Why nothing is sent there: <c>too-many-failures</c>, <c>gone</c>; empty while it is on.</param>
/// <param name="Rotated">Since when the secret holds.</param>
/// <param name="Failures">Attempts in a row that failed.</param>
[GenerateSerializer, Immutable, Alias("webhook-line")]
public sealed record WebhookLine(
    [property: Id(0)] string Hook, [property: Id(1)] string Address, [property: Id(2)] string Off, [property: Id(3)] DateTimeOffset Since, [property: Id(4)] DateTimeOffset Rotated, [property: Id(5)] int Failures);

/// <summary>What became of a delivery.</summary>
[GenerateSerializer, Alias("delivery-state")]
public enum DeliveryState
{
    /// <summary>Not tried yet, or to be tried again.</summary>
    Waiting = 0,
    Delivered = 1,

    /// <summary>Tried as often as it is tried; can be sent again by hand.</summary>
    Dead = 2,
}

/// <summary>One thing sent to one address.</summary>
/// <param name="Number">Its place among the workplace's, from 1.</param>
/// <param name="Type"><c>work-hours.alerts</c> or <c>webhook.test</c>.</param>
/// <param name="Status">HTTP status of the last attempt; 0 where there was no answer.</param>
/// <param name="Fault">Why the last attempt failed: <c>http</c>, <c>timeout</c>, <c>unreachable</c>, <c>unknown-host</c>, <c>inside-address</c>, <c>tls</c>; empty where it did not.</param>
/// <param name="Tried">When it was tried last; null before.</param>
/// <param name="Next">When it is tried next; null when it is not.</param>
[GenerateSerializer, Immutable, Alias("delivery-line")]
public sealed record DeliveryLine(
    [property: Id(0)] long Number, [property: Id(1)] string Hook, [property: Id(2)] string Type, [property: Id(3)] DateTimeOffset At, [property: Id(4)] DeliveryState State, [property: Id(5)] int Attempts,
    [property: Id(6)] int Status, [property: Id(7)] string Fault, [property: Id(8)] DateTimeOffset? Tried, [property: Id(9)] DateTimeOffset? Next);

[GenerateSerializer, Immutable, Alias("delivery-page")]
public sealed record DeliveryPage([property: Id(0)] IReadOnlyList<DeliveryLine> Deliveries, [property: Id(1)] long? Next);

/// <summary>Something to be sent: <c>POST</c> of the body to the address, signed with each secret.</summary>
/// <param name="Id">What it says it is: the same for each attempt, so that the receiver can tell a repeat.</param>
[GenerateSerializer, Immutable, Alias("webhook-call")]
public sealed record WebhookCall(
    [property: Id(0)] string Workplace, [property: Id(1)] long Number, [property: Id(2)] int Attempt, [property: Id(3)] string Id, [property: Id(4)] string Address, [property: Id(5)] string Body, [property: Id(6)] IReadOnlyList<byte[]> Secrets);

/// <param name="Status">HTTP status; 0 where there was no answer.</param>
/// <param name="Fault">Why it failed; empty when the status says it.</param>
[GenerateSerializer, Immutable, Alias("webhook-report")]
public sealed record WebhookReport([property: Id(0)] long Number, [property: Id(1)] int Attempt, [property: Id(2)] int Status, [property: Id(3)] string Fault);

/// <summary>Named limits of webhooks.</summary>
public static class WebhookLimits
{
    /// <summary>Addresses of one workplace.</summary>
    public const int Hooks = 5;

    /// <summary>Characters of an id or key.</summary>
    public const int Key = 40;

    /// <summary>Characters of an address.</summary>
    public const int Address = 500;

    /// <summary>Deliveries that are shown and can be sent again. What is over goes before what waits; only so many wait, and the oldest beyond them is given up.</summary>
    public const int Kept = 300;

    /// <summary>Deliveries of one page.</summary>
    public const int Page = 50;

    /// <summary>Calls of one address under way.</summary>
    public const int AtOnce = 10;

    /// <summary>Calls of one silo under way.</summary>
    public const int Calls = 500;

    /// <summary>Workplaces one look takes.</summary>
    public const int Workplaces = 50;

    /// <summary>Attempts in a row that fail before an address is switched off.</summary>
    public const int Failures = 40;

    /// <summary>How long a call takes at most.</summary>
    public static readonly TimeSpan Call = TimeSpan.FromSeconds(10);

    /// <summary>How long a call that was given out is nobody else's.</summary>
    public static readonly TimeSpan Held = TimeSpan.FromMinutes(1);

    /// <summary>How long the secret before signs beside the new one.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    /// <summary>Pauses before the second attempt and those after it: ten attempts over 26 hours.</summary>
    public static readonly IReadOnlyList<TimeSpan> Pauses =
    [
        TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(6),
        TimeSpan.FromHours(12),
    ];
}
