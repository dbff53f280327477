using JmaActors.Journal;
using Microsoft.Extensions.Logging;

namespace JmaActors.Dues;

/// <summary>Questions about dues that are asked of the views.</summary>
public interface IDuesIndex
{
    /// <summary>People whose dues may no longer agree with their record, by number after <paramref name="after"/>.</summary>
    Task<IReadOnlyList<long>> Behind(long after, int size, CancellationToken ct);

    /// <summary>Members of an association's own layer, by number after <paramref name="after"/>, and whom its run rehearsed: who has left since may owe a part of the year.</summary>
    /// <param name="rehearsal">Null for a rehearsal.</param>
    Task<IReadOnlyList<long>> People(AssociationId association, string? rehearsal, long after, int size, CancellationToken ct);

    /// <summary>What a run rehearsed for these people.</summary>
    Task<IReadOnlyDictionary<long, DuesRunLine>> Rehearsed(string run, IReadOnlyCollection<long> people, CancellationToken ct);

    /// <summary>What a run rehearsed, by number; those alone who moved when asked for.</summary>
    Task<IReadOnlyList<DuesRunLine>> Rehearsed(string run, bool moved, long after, int size, CancellationToken ct);
}

/// <summary>Finds whose dues were to be reckoned anew and were not: what a crash cut off, or a database that was away. The ledgers decide, so several silos may look.</summary>
public sealed partial class DuesFollowing(IDuesIndex index, IGrainFactory grains, ILogger<DuesFollowing> log)
{
    /// <summary>People asked for at once.</summary>
    const int Page = 200;

    /// <summary>Reckons what is behind; how many were.</summary>
    public async Task<int> Follow(CancellationToken ct)
    {
        var (followed, after) = (0, 0L);
        while (true)
        {
            var behind = await index.Behind(after, Page, ct).OrTryAgain();
            foreach (var member in behind)
            {
                if (await Follow(member, ct)) followed++;
            }
            if (behind.Count < Page) return followed;
            after = behind[^1];
        }
    }

    /// <summary>A ledger that cannot be opened keeps nobody behind it waiting.</summary>
    async Task<bool> Follow(long member, CancellationToken ct)
    {
        try
        {
            return await grains.GetGrain<IDuesGrain>(member).Follow(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            NotFollowed(log, member, e);
            return false;
        }
    }

    [LoggerMessage(4702, LogLevel.Error, "The dues of member {Member} do not agree with the record yet")]
    static partial void NotFollowed(ILogger log, long member, Exception e);
}
