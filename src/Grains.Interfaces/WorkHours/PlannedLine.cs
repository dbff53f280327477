namespace JmaActors.WorkHours;

/// <summary>A planned shift and where it is.</summary>
[GenerateSerializer, Immutable, Alias("planned-line")]
public sealed record PlannedLine([property: Id(0)] WorkplaceId Workplace, [property: Id(1)] RosterShift Shift);
