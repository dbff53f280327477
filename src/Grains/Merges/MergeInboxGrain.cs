using JmaActors.Directory;
using JmaActors.Journal;

namespace JmaActors.Merges;

/// <inheritdoc cref="IMergeInboxGrain" />
[StatelessWorker, GrainType("merge-inbox")]
sealed class MergeInboxGrain(IMergeIndex index) : Grain, IMergeInboxGrain
{
    static readonly MergeInbox Nothing = new([], null);

    public async Task<MergeInbox> Pairs(MergeStatus status, string? after, int size, Caller caller, CancellationToken ct)
    {
        var scope = SearchScope.Of(caller);
        return scope.Nobody || scope.Self is not null ? Nothing : await index.Inbox(status, after, Math.Clamp(size, 1, MergeLimits.Page), scope.SeenFrom, ct).OrTryAgain();
    }
}
