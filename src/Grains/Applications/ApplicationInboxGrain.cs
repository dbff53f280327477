using JmaActors.Journal;

namespace JmaActors.Applications;

/// <summary>Questions about applications that are asked of the views.</summary>
public interface IApplicationIndex
{
    /// <summary>A page of applications, the oldest first.</summary>
    Task<ApplicationPage> Applications(ApplicationQuery query, CancellationToken ct);

    /// <summary>Applications in flight on whose way an office is, by kind.</summary>
    /// <param name="today">Civil date in Asia/Tokyo, by which an answer is late.</param>
    Task<IReadOnlyList<ApplicationFlight>> Flight(AssociationId office, DateOnly today, CancellationToken ct);

    /// <summary>Applications that were agreed and are not on record yet, by id after <paramref name="after"/>.</summary>
    Task<IReadOnlyList<string>> Pending(string after, int size, CancellationToken ct);

    /// <summary>Applications whose office is to be reminded, by id after <paramref name="after"/>.</summary>
    Task<IReadOnlyList<string>> Late(DateOnly today, string after, int size, CancellationToken ct);
}

/// <inheritdoc cref="IApplicationInboxGrain" />
[StatelessWorker, GrainType("application-inbox")]
sealed class ApplicationInboxGrain(IApplicationIndex index, TimeProvider time) : Grain, IApplicationInboxGrain
{
    public Task<ApplicationPage> Applications(ApplicationQuery query, CancellationToken ct) =>
        index.Applications(query with { Size = Math.Clamp(query.Size, 1, ApplicationLimits.Page) }, ct).OrTryAgain();

    public Task<IReadOnlyList<ApplicationFlight>> Flight(AssociationId office, CancellationToken ct) => index.Flight(office, Time.Tokyo.DateOf(time.GetUtcNow()), ct).OrTryAgain();
}
