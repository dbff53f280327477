using JmaActors.Journal;
using JmaActors.Members;
using Microsoft.Extensions.Logging;

namespace JmaActors.Merges;

/// <inheritdoc cref="IDuplicateFinderGrain" />
[GrainType("duplicate-finder"), Reentrant]
sealed partial class DuplicateFinderGrain(IMergeIndex index, ILogger<DuplicateFinderGrain> log) : Grain, IDuplicateFinderGrain
{
    /// <summary>People looked at in one query.</summary>
    const int Page = 200;

    /// <summary>People who wait to be looked at; more are left to the walk.</summary>
    const int Queue = 10_000;

    /// <summary>With more who are alike than this, nothing is proposed.</summary>
    const int Alike = 8;

    readonly HashSet<long> waiting = [];
    Task looking = Task.CompletedTask;
    long after;

    public Task Look(MemberId member, CancellationToken ct)
    {
        if (waiting.Count < Queue) waiting.Add(member.Number);
        if (looking.IsCompleted) looking = LookAll();
        return Task.CompletedTask;
    }

    public async Task Claimed(MemberId member, string value, CancellationToken ct)
    {
        if (await GrainFactory.Reservation(value).Holder(value, ct) is not { } holder || holder == member) return;
        // A number can be reserved by nobody who is on record.
        if (await GrainFactory.GetGrain<IMemberGrain>(holder.Number).Read(Caller.System, ct) is null) return;
        var reason = value.StartsWith(Identifiers.RegistryPrefix, StringComparison.Ordinal) ? MergeReasons.Registry : MergeReasons.Card;
        await Propose(MergePair.Of(member, holder), reason);
    }

    public async Task<bool> Sweep(CancellationToken ct)
    {
        var people = await index.People(after, Page, ct).OrTryAgain();
        if (people.Count > 0) await Find(people, ct);
        after = people.Count < Page ? 0 : people[^1];
        return after > 0;
    }

    async Task LookAll()
    {
        await Task.Yield();
        while (waiting.Count > 0)
        {
            var page = waiting.Take(Page).ToArray();
            waiting.ExceptWith(page);
            try
            {
                await Find(page, CancellationToken.None);
            }
            catch (Exception e) when (e is JournalAwayException or TryAgainException)
            {
                NotLooked(log, e, page.Length);
            }
        }
    }

    async Task Find(IReadOnlyCollection<long> people, CancellationToken ct)
    {
        foreach (var pair in await index.Like(people, Alike, ct)) await Propose(MergePair.Of(new MemberId(pair.A), new MemberId(pair.B)), pair.Reasons);
    }

    Task Propose(MergePair pair, MergeReasons reasons) => GrainFactory.GetGrain<IMergeGrain>(pair.Key).Propose(reasons, Caller.System, CancellationToken.None);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{People} people could not be looked at for records alike; the walk finds them.")]
    static partial void NotLooked(ILogger log, Exception e, int people);
}
