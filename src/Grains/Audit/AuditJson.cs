using System.Text.Json.Serialization;

namespace JmaActors.Audit;

/// <summary>Stored forms of audit ledgers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PersonLooked))]
[JsonSerializable(typeof(PeopleListed))]
[JsonSerializable(typeof(AttemptRefused))]
[JsonSerializable(typeof(AuditState))]
public sealed partial class AuditJson : JsonSerializerContext;
