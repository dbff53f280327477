using System.Text.Json.Serialization;

namespace JmaActors.Members;

/// <summary>Stored forms of member, reservation and member-number ledgers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MemberRegistered))]
[JsonSerializable(typeof(ProfileChanged))]
[JsonSerializable(typeof(MembershipChanged))]
[JsonSerializable(typeof(ErasureAsked))]
[JsonSerializable(typeof(ErasureStopped))]
[JsonSerializable(typeof(MemberErased))]
[JsonSerializable(typeof(ErasureFollowed))]
[JsonSerializable(typeof(MemberTookIn))]
[JsonSerializable(typeof(MemberLetGo))]
[JsonSerializable(typeof(MemberMerged))]
[JsonSerializable(typeof(MemberKept))]
[JsonSerializable(typeof(MemberCameBack))]
[JsonSerializable(typeof(MembershipCorrected))]
[JsonSerializable(typeof(IdentityCorrected))]
[JsonSerializable(typeof(MembershipBegan))]
[JsonSerializable(typeof(MemberState))]
[JsonSerializable(typeof(Reserved))]
[JsonSerializable(typeof(Released))]
[JsonSerializable(typeof(ReservationState))]
[JsonSerializable(typeof(NumbersAllocated))]
[JsonSerializable(typeof(MemberNumberState))]
[JsonSerializable(typeof(Person))]
public sealed partial class MemberJson : JsonSerializerContext;
