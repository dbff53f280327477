using JmaActors.Journal;
using JmaActors.Members;
using Microsoft.Extensions.Logging;

namespace JmaActors.Dues;

/// <summary>Questions about dues that are asked of the views.</summary>
public interface IDuesIndex
{
    /// <summary>People whose dues may no longer agree with their record, by number after <paramref name="after"/>.</summary>
    Task<IReadOnlyList<long>> Behind(long after, int size, CancellationToken ct);

    /// <summary>People whom a step of reminders may reach, by number after <paramref name="after"/>.</summary>
    Task<IReadOnlyList<long>> ToRemind(DuesLate late, long after, int size, CancellationToken ct);

    /// <summary>Members of an association's own layer, by number after <paramref name="after"/>, and whom its run rehearsed: who has left since may owe a part of the year.</summary>
    /// <param name="rehearsal">Null for a rehearsal.</param>
    Task<IReadOnlyList<long>> People(AssociationId association, string? rehearsal, long after, int size, CancellationToken ct);

    /// <summary>What a run rehearsed for these people.</summary>
    Task<IReadOnlyDictionary<long, DuesRunLine>> Rehearsed(string run, IReadOnlyCollection<long> people, CancellationToken ct);

    /// <summary>What a run rehearsed, by number.</summary>
    Task<IReadOnlyList<DuesRunLine>> Rehearsed(string run, DuesRunPart part, long after, int size, CancellationToken ct);
}

/// <summary>Finds whose dues were to be reckoned anew and were not: what a crash cut off, or a database that was away. The ledgers decide, so several silos may look.</summary>
public sealed partial class DuesFollowing(IDuesIndex index, IGrainFactory grains, ILogger<DuesFollowing> log)
{
    /// <summary>Reckons what is behind; how many were.</summary>
    public Task<int> Follow(CancellationToken ct) => PeopleInPages.Do(
        after => index.Behind(after, PeopleInPages.Size, ct).OrTryAgain(), member => grains.GetGrain<IDuesGrain>(member).Follow(ct), (member, e) => NotFollowed(log, member, e), ct);

    [LoggerMessage(4702, LogLevel.Error, "The dues of member {Member} do not agree with the record yet")]
    static partial void NotFollowed(ILogger log, long member, Exception e);
}
