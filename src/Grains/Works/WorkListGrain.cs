using JmaActors.Journal;

namespace JmaActors.Works;

/// <summary>Lists of long work; see <see cref="IWorkListGrain"/>.</summary>
[StatelessWorker]
sealed class WorkListGrain(IWorkIndex index) : Grain, IWorkListGrain
{
    public Task<IReadOnlyList<WorkLine>> Mine(Caller caller, CancellationToken ct) => index.Of(caller, WorkIds.Listed, ct).OrTryAgain();
}
