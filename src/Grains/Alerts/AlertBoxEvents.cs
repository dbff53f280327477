using System.Text.Json.Serialization;

namespace JmaActors.Alerts;

/// <summary>What can happen to an inbox.</summary>
public abstract record AlertBoxEvent;

/// <summary>Alerts about one physician came in.</summary>
public sealed record AlertsKept(long Member, IReadOnlyList<KeptAlert> Alerts) : AlertBoxEvent;

/// <summary>Alerts were read.</summary>
/// <param name="Numbers">Which; all up to <paramref name="UpTo"/> when there are none.</param>
public sealed record AlertsRead(IReadOnlyList<long> Numbers, long UpTo) : AlertBoxEvent;

/// <summary>What is to be told was chosen.</summary>
public sealed record AlertsChosen(string Key, IReadOnlyList<AlertChoice> Choices) : AlertBoxEvent;

/// <summary>A letter with what waited up to a number was sent, or given up.</summary>
/// <param name="Recipients">To how many; 0 when given up.</param>
public sealed record AlertLetterSent(long UpTo, int Recipients) : AlertBoxEvent;

/// <summary>A crossing and the ways it goes.</summary>
public sealed record KeptAlert(Crossing What, AlertWays Ways);

/// <summary>What a physician's ledger tells an inbox.</summary>
public sealed record CrossingsTold(long Member, IReadOnlyList<Crossing> Crossings);

/// <summary>Stored shapes of inboxes and of what they are told.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(AlertsKept))]
[JsonSerializable(typeof(AlertsRead))]
[JsonSerializable(typeof(AlertsChosen))]
[JsonSerializable(typeof(AlertLetterSent))]
[JsonSerializable(typeof(CrossingsTold))]
[JsonSerializable(typeof(AlertBoxState))]
public sealed partial class AlertBoxJson : JsonSerializerContext;
