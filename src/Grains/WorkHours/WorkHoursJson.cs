using System.Text.Json.Serialization;

namespace JmaActors.WorkHours;

/// <summary>Stored forms of ledgers of working hours, and of what workplaces tell them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(EmploymentKept))]
[JsonSerializable(typeof(ShiftsKept))]
[JsonSerializable(typeof(WorkClockedIn))]
[JsonSerializable(typeof(WorkClockedOut))]
[JsonSerializable(typeof(WorkRecorded))]
[JsonSerializable(typeof(WorkCorrected))]
[JsonSerializable(typeof(WorkCorrectionUndone))]
[JsonSerializable(typeof(WorkWithdrawn))]
[JsonSerializable(typeof(FatigueChecked))]
[JsonSerializable(typeof(HealthMeasureTaken))]
[JsonSerializable(typeof(InterviewShared))]
[JsonSerializable(typeof(HoursLent))]
[JsonSerializable(typeof(HoursTakenBack))]
[JsonSerializable(typeof(HoursHeld))]
[JsonSerializable(typeof(HoursGivenBack))]
[JsonSerializable(typeof(HoursCrossed))]
[JsonSerializable(typeof(WorkHoursState))]
public sealed partial class WorkHoursJson : JsonSerializerContext;
