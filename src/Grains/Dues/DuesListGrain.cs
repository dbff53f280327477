using JmaActors.Journal;
using JmaActors.Time;
using Orleans.Concurrency;

namespace JmaActors.Dues;

/// <inheritdoc cref="IDuesListGrain" />
/// <remarks>The caller's scope is added here and nowhere else.</remarks>
[StatelessWorker, GrainType("dues-list")]
sealed class DuesListGrain(IDuesTallies tallies, TimeProvider time) : Grain, IDuesListGrain
{
    public async Task<DuesPage> People(DuesQuery query, Caller caller, CancellationToken ct) => Sees(query.Office, caller)
        ? await tallies.People(query with { Size = Math.Clamp(query.Size, 1, DuesListLimits.Page) }, Tokyo.DateOf(time.GetUtcNow()), ct).OrTryAgain()
        : new DuesPage([], null);

    static bool Sees(AssociationId office, Caller caller) => caller.Role switch
    {
        CallerRole.System or CallerRole.Operator => true,
        CallerRole.Office or CallerRole.Auditor => office.Code == caller.Scope,
        _ => false,
    };
}
