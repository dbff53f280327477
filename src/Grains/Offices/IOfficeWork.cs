namespace JmaActors.Offices;

/// <summary>One kind of work that can wait in an office. A benefit brings its own; the list it leads to must hold exactly what is counted.</summary>
public interface IOfficeWork
{
    /// <summary>Stable, see <see cref="OfficeWorkNames"/>.</summary>
    string Name { get; }

    /// <summary>How much waits in this office, by one query, up to <see cref="OfficeLimits.CountedMost"/>.</summary>
    /// <param name="today">Civil date in Asia/Tokyo, by which work is late.</param>
    Task<WorkWaiting> Count(AssociationId office, DateOnly today, CancellationToken ct);
}
