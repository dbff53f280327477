namespace JmaActors.Web.Access;

public abstract partial record Target
{
    /// <summary>See a physician's working hours.</summary>
    /// <param name="At">Workplaces that employ the physician, as they told themselves.</param>
    public sealed record SeeHours(MemberId Id, IReadOnlyList<WorkplaceId> At) : Target;

    /// <summary>Record, clock or correct a physician's work at a workplace.</summary>
    /// <param name="Employed">The workplace employs the physician.</param>
    public sealed record RecordHours(MemberId Id, WorkplaceId At, bool Employed) : Target;

    /// <summary>Tell of an employer that does not use this system.</summary>
    public sealed record ReportEmployment(MemberId Id) : Target;

    /// <summary>See a workplace, its physicians and its duty list.</summary>
    public sealed record SeeWorkplace(WorkplaceId Id) : Target;

    /// <summary>See how institutions of the country, or of a prefecture, keep to the limits: figures.</summary>
    public sealed record SeeRegionHours(AssociationId Region) : Target;

    /// <summary>Keep a workplace's agreement, departments, permits and rosters.</summary>
    public sealed record SteerWorkplace(WorkplaceId Id) : Target;

    /// <summary>Import attendance of a workplace. Of whom each row may be is narrowed to those it employs where it is imported.</summary>
    public sealed record ImportAttendance(WorkplaceId Id) : Target;

    /// <summary>Put a workplace on record, and keep which levels were designated for it and who works there.</summary>
    public sealed record DesignateWorkplace(WorkplaceId Id) : Target;
}
