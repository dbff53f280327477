using System.Text.Json.Serialization;

namespace JmaActors.WorkHours;

/// <summary>Stored forms of workplaces.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(WorkplaceDescribed))]
[JsonSerializable(typeof(AgreementSet))]
[JsonSerializable(typeof(DepartmentSet))]
[JsonSerializable(typeof(LevelDesignated))]
[JsonSerializable(typeof(DutyPermitted))]
[JsonSerializable(typeof(PhysicianAssigned))]
[JsonSerializable(typeof(EmploymentEnded))]
[JsonSerializable(typeof(RosterPlanned))]
[JsonSerializable(typeof(EmployeeNumbered))]
[JsonSerializable(typeof(AttendanceMapped))]
[JsonSerializable(typeof(WorkplaceState))]
public sealed partial class WorkplaceJson : JsonSerializerContext;
