using System.Text.Json.Serialization;

namespace JmaActors.Disputes;

/// <summary>What can happen to a case. Words are sealed under the member's own key, so that they go with the person.</summary>
public abstract record DisputeEvent;

/// <param name="Office">Code of the association that answers.</param>
/// <param name="Due">By this civil date it is to decide.</param>
public sealed record DisputeOpened(DisputeSubject Subject, string About, byte[] Sealed, string Office, DateOnly Due) : DisputeEvent;

/// <summary>Either side said something.</summary>
/// <param name="Key">Natural key of the command.</param>
public sealed record DisputeSaid(string Key, byte[] Sealed, bool ByOffice) : DisputeEvent;

/// <summary>The office decided.</summary>
/// <param name="Correction">The event that corrects, <c>ledger@version</c>; null without one.</param>
public sealed record DisputeDecided(bool Upheld, byte[] Sealed, string? Correction) : DisputeEvent;

/// <summary>The member took the case back.</summary>
public sealed record DisputeWithdrawn : DisputeEvent;

/// <summary>Stored shapes of cases.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DisputeOpened))]
[JsonSerializable(typeof(DisputeSaid))]
[JsonSerializable(typeof(DisputeDecided))]
[JsonSerializable(typeof(DisputeWithdrawn))]
[JsonSerializable(typeof(DisputeState))]
public sealed partial class DisputeJson : JsonSerializerContext;
