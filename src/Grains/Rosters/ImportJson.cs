using System.Text.Json.Serialization;

namespace JmaActors.Rosters;

/// <summary>Stored forms of import ledgers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImportStarted))]
[JsonSerializable(typeof(ChunkImported))]
[JsonSerializable(typeof(ImportFinished))]
[JsonSerializable(typeof(TrialStarted))]
[JsonSerializable(typeof(ChunkTried))]
[JsonSerializable(typeof(TrialFinished))]
[JsonSerializable(typeof(ImportState))]
[JsonSerializable(typeof(RosterRow))]
[JsonSerializable(typeof(PastCredit))]
[JsonSerializable(typeof(WorkHours.AttendanceRow))]
public sealed partial class ImportJson : JsonSerializerContext;
