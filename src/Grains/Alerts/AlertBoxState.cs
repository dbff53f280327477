using System.Text.Json.Serialization;

namespace JmaActors.Alerts;

/// <summary>An inbox as its events tell.</summary>
public sealed class AlertBoxState
{
    public long Version { get; set; }

    /// <summary>Number of the newest alert.</summary>
    public long Newest { get; set; }

    /// <summary>Alerts in order of their numbers; the newest <see cref="AlertLimits.Kept"/>.</summary>
    public List<HeldAlert> Alerts { get; init; } = [];

    /// <summary>What was chosen; null while the defaults hold.</summary>
    public IReadOnlyList<AlertChoice>? Choices { get; set; }

    /// <summary>Key of the newest choice.</summary>
    public string ChoiceKey { get; set; } = "";

    /// <summary>When the letters of the last hour were sent, in order.</summary>
    public List<DateTimeOffset> Letters { get; init; } = [];

    [JsonIgnore]
    public int Unread => Alerts.Count(a => a.Read is null);

    /// <summary>Alerts that wait for a letter, in order.</summary>
    [JsonIgnore]
    public IEnumerable<HeldAlert> Waiting => Alerts.Where(a => a.Waits);
}

/// <summary>An alert in an inbox: what does not change of it, and what does.</summary>
public sealed class HeldAlert
{
    public required long Number { get; init; }

    public required long Member { get; init; }

    public required Crossing What { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? Read { get; set; }

    /// <summary>It is to go by mail and has not yet.</summary>
    public bool Waits { get; set; }
}
