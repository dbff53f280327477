using System.Text.Json.Serialization;

namespace JmaActors.Associations;

/// <summary>Stored forms of association ledgers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AssociationEstablished))]
[JsonSerializable(typeof(AssociationChanged))]
[JsonSerializable(typeof(AssociationState))]
public sealed partial class AssociationJson : JsonSerializerContext;
