using System.Text.Json.Serialization;

namespace JmaActors.Passes;

/// <summary>Stored forms of pass ledgers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PassesRevoked))]
[JsonSerializable(typeof(PassState))]
public sealed partial class PassJson : JsonSerializerContext;
