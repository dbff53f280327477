using System.Text.Json.Serialization;

namespace JmaActors.Rosters;

/// <summary>Stored forms of import ledgers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImportStarted))]
[JsonSerializable(typeof(ChunkImported))]
[JsonSerializable(typeof(ImportFinished))]
[JsonSerializable(typeof(ImportState))]
[JsonSerializable(typeof(RosterRow))]
public sealed partial class ImportJson : JsonSerializerContext;
