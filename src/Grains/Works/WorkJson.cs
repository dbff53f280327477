using System.Text.Json.Serialization;
using JmaActors.Directory;

namespace JmaActors.Works;

/// <summary>Stored forms of long work.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WorkStarted))]
[JsonSerializable(typeof(WorkGathered))]
[JsonSerializable(typeof(WorkActed))]
[JsonSerializable(typeof(WorkEnded))]
[JsonSerializable(typeof(WorkExpired))]
[JsonSerializable(typeof(WorkState))]
[JsonSerializable(typeof(WorkRequest))]
[JsonSerializable(typeof(List<string[]>))]
[JsonSerializable(typeof(List<long>))]
public sealed partial class WorkJson : JsonSerializerContext;

/// <summary>Whom a work is about: kept beside its events, for it may hold what somebody is called.</summary>
public sealed record WorkRequest(MemberFilter Filter, string Sort, IReadOnlyList<long>? Chosen);
