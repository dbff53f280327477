using System.Text.Json.Serialization;

namespace JmaActors.Webhooks;

/// <summary>Addresses of a workplace and what was sent there.</summary>
public sealed class WebhookState
{
    public long Version { get; set; }

    public List<HeldHook> Hooks { get; init; } = [];

    /// <summary>In order of their numbers; the newest <see cref="WebhookLimits.Kept"/>.</summary>
    public List<HeldDelivery> Deliveries { get; init; } = [];

    /// <summary>Number of the newest delivery.</summary>
    public long Newest { get; set; }

    /// <summary>Keys of the newest commands, and the delivery each made; 0 for none.</summary>
    public List<DoneWebhook> Done { get; init; } = [];

    public HeldHook? Hook(string hook) => Hooks.Find(h => h.Hook == hook);

    /// <summary>What waits at an address that is on.</summary>
    [JsonIgnore]
    public IEnumerable<HeldDelivery> Waiting => Deliveries.Where(d => d.Next is not null && Hook(d.Hook) is { Off.Length: 0 });
}

/// <summary>A key and what it was about.</summary>
public sealed record DoneWebhook(string Key, long Number);

/// <summary>An address.</summary>
public sealed class HeldHook
{
    public required string Hook { get; init; }

    public required string Address { get; init; }

    /// <summary>How often a secret was given; the newest one's number.</summary>
    public int Generation { get; set; } = 1;

    public DateTimeOffset Since { get; init; }

    public DateTimeOffset Rotated { get; set; }

    public string Off { get; set; } = "";

    public int Failures { get; set; }
}

/// <summary>Something sent to one address.</summary>
public sealed class HeldDelivery
{
    public required long Number { get; init; }

    public required string Hook { get; init; }

    public required string Type { get; init; }

    public required string Body { get; init; }

    public DateTimeOffset At { get; init; }

    public DeliveryState State { get; set; }

    /// <summary>Since it was sent, or sent again by hand.</summary>
    public int Attempts { get; set; }

    public int Status { get; set; }

    public string Fault { get; set; } = "";

    public DateTimeOffset? Tried { get; set; }

    public DateTimeOffset? Next { get; set; }
}
