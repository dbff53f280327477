namespace JmaActors.WorkHours;

/// <summary>Questions about working hours that are asked of the views.</summary>
public interface IWorkHoursIndex
{
    /// <summary>A keyset page of a workplace's physicians by risk.</summary>
    Task<DutyPage> Duty(WorkplaceId workplace, string? after, int size, CancellationToken ct);

    /// <summary>Physicians whose figures are older than what their row says of who is on duty; at most so many.</summary>
    Task<IReadOnlyList<long>> Behind(int most, CancellationToken ct);
}
