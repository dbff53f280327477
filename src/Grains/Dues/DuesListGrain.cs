using JmaActors.Journal;
using JmaActors.Policies;
using JmaActors.Time;
using Orleans.Concurrency;

namespace JmaActors.Dues;

/// <inheritdoc cref="IDuesListGrain" />
/// <remarks>The caller's scope is added here and nowhere else.</remarks>
[StatelessWorker, GrainType("dues-list")]
sealed class DuesListGrain(IDuesTallies tallies, PolicyBook book, TimeProvider time) : Grain, IDuesListGrain
{
    public async Task<DuesPage> People(DuesQuery query, Caller caller, CancellationToken ct)
    {
        if (!Sees(query.Office, caller)) return new DuesPage([], null, []);
        var today = Tokyo.DateOf(time.GetUtcNow());
        var page = await tallies.People(query with { Size = Math.Clamp(query.Size, 1, DuesListLimits.Page) }, today, ct).OrTryAgain();
        return page with { Steps = [.. book.Dues(today).Steps(query.Office).Select(s => s.Name)] };
    }

    static bool Sees(AssociationId office, Caller caller) => caller.Role switch
    {
        CallerRole.System or CallerRole.Operator => true,
        CallerRole.Office or CallerRole.Auditor => office.Code == caller.Scope,
        _ => false,
    };
}
