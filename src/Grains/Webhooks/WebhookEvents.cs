using System.Text.Json.Serialization;
using JmaActors.Alerts;

namespace JmaActors.Webhooks;

/// <summary>What can happen to webhooks.</summary>
public abstract record WebhookEvent;

/// <summary>An address was registered.</summary>
public sealed record WebhookRegistered(string Hook, string Address) : WebhookEvent;

/// <summary>Another secret signs from now on.</summary>
public sealed record WebhookRotated(string Key, string Hook) : WebhookEvent;

/// <summary>An address was taken away, with what waited for it.</summary>
public sealed record WebhookRemoved(string Key, string Hook) : WebhookEvent;

/// <summary>Nothing is sent there any more.</summary>
/// <param name="Why">A stable code.</param>
public sealed record WebhookSwitchedOff(string Hook, string Why) : WebhookEvent;

/// <summary>It is sent to again.</summary>
public sealed record WebhookSwitchedOn(string Key, string Hook) : WebhookEvent;

/// <summary>Something is to be sent to addresses.</summary>
/// <param name="Key">Natural key of the command; empty when an inbox told.</param>
public sealed record DeliveryQueued(string Key, string Type, string Body, IReadOnlyList<string> Hooks) : WebhookEvent;

/// <summary>A delivery was tried.</summary>
/// <param name="Next">When it is tried again; null when it is not.</param>
public sealed record DeliveryTried(long Number, DeliveryState State, int Status, string Fault, DateTimeOffset? Next) : WebhookEvent;

/// <summary>A delivery is sent again by hand.</summary>
public sealed record DeliveryResent(string Key, long Number) : WebhookEvent;

/// <summary>What an inbox tells the webhooks of its workplace.</summary>
public sealed record AlertsTold(long Member, DateTimeOffset At, IReadOnlyList<Crossing> Alerts);

/// <summary>Stored shapes of webhooks.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(WebhookRegistered))]
[JsonSerializable(typeof(WebhookRotated))]
[JsonSerializable(typeof(WebhookRemoved))]
[JsonSerializable(typeof(WebhookSwitchedOff))]
[JsonSerializable(typeof(WebhookSwitchedOn))]
[JsonSerializable(typeof(DeliveryQueued))]
[JsonSerializable(typeof(DeliveryTried))]
[JsonSerializable(typeof(DeliveryResent))]
[JsonSerializable(typeof(AlertsTold))]
[JsonSerializable(typeof(WebhookState))]
public sealed partial class WebhookJson : JsonSerializerContext;
