using JmaActors.Journal;
using Microsoft.Extensions.Logging;

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
}

/// <inheritdoc cref="IApplicationInboxGrain" />
[StatelessWorker, GrainType("application-inbox")]
sealed class ApplicationInboxGrain(IApplicationIndex index, TimeProvider time) : Grain, IApplicationInboxGrain
{
    public Task<ApplicationPage> Applications(ApplicationQuery query, CancellationToken ct) =>
        index.Applications(query with { Size = Math.Clamp(query.Size, 1, ApplicationLimits.Page) }, ct).OrTryAgain();

    public Task<IReadOnlyList<ApplicationFlight>> Flight(AssociationId office, CancellationToken ct) => index.Flight(office, Time.Tokyo.DateOf(time.GetUtcNow()), ct).OrTryAgain();
}

/// <summary>Finds applications that were agreed and did not come on record: what a crash cut off, or a database that was away. The ledgers decide, so several silos may look.</summary>
public sealed class ApplicationFollowing(IApplicationIndex index, IGrainFactory grains, ILogger<ApplicationFollowing> log)
{
    const int Size = 200;

    /// <summary>Puts on record what is left; how many were.</summary>
    public async Task<int> Follow(CancellationToken ct)
    {
        var (done, after) = (0, "");
        while (true)
        {
            var page = await index.Pending(after, Size, ct).OrTryAgain();
            foreach (var id in page)
            {
                try
                {
                    if (await grains.GetGrain<IApplicationGrain>(id).Follow(ct)) done++;
                }
                catch (Exception e) when (!ct.IsCancellationRequested)
                {
                    ApplicationLog.NotFollowed(log, id, e);
                }
            }
            if (page.Count < Size) return done;
            after = page[^1];
        }
    }
}
