using JmaActors.Accounts;
using JmaActors.Directory;
using JmaActors.Journal;
using JmaActors.Passes;
using JmaActors.Proofs;
using JmaActors.Time;

namespace JmaActors.Works;

/// <summary>Does a work's deed to people, some side by side. Each deed has a natural key of its own, so doing it again after a kill changes nothing.</summary>
public sealed class WorkActions(IGrainFactory grains, IMemberSearch search)
{
    /// <summary>Whether who began a work still has the function it was begun in. Who has no account (a demonstration's eyes, the system) has no function that could end.</summary>
    public async Task<bool> StillMay(Caller by, DateOnly today, CancellationToken ct)
    {
        if (AccountSubject.Account(by.Subject) is not { } account) return true;
        var standing = await grains.GetGrain<IAccountGrain>(account).Standing(ct);
        return standing.Functions.Any(f => f.InForce(today) && f.Role == by.Role && f.Scope == by.Scope && f.Duties.HasFlag(by.Duties));
    }

    /// <param name="people">Whom it is done to; who has left the scope since they were gathered is passed over.</param>
    /// <param name="passOver">A record that cannot be opened is named as a failure, so that those behind it are reached.</param>
    public async Task<WorkActed> Do(string id, WorkState state, IReadOnlyList<long> people, int atOnce, bool passOver, CancellationToken ct)
    {
        var started = state.Started!;
        var seen = await search.Seen(people, SearchScope.Of(started.By), ct).OrTryAgain();
        var failures = new List<WorkFailure>();
        var (changed, unchanged, next) = (0, 0, 0);
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            while (next < people.Count)
            {
                var member = new MemberId(people[next++]);
                var (refusal, repeat) = seen.Contains(member.Number) ? await One(id, state, member, passOver, ct) : ("not-found", false);
                if (refusal is not null) failures.Add(new WorkFailure(member, refusal));
                else if (repeat) unchanged++;
                else changed++;
            }
        }));
        return new WorkActed(state.Chunk, people.Count, changed, unchanged, failures.Count, failures);
    }

    async Task<(string? Refusal, bool Repeat)> One(string id, WorkState state, MemberId member, bool passOver, CancellationToken ct)
    {
        try
        {
            return await One(id, state, member, ct);
        }
        catch (Exception) when (passOver && !ct.IsCancellationRequested)
        {
            return ("record-closed", false);
        }
    }

    async Task<(string? Refusal, bool Repeat)> One(string id, WorkState state, MemberId member, CancellationToken ct)
    {
        var started = state.Started!;
        switch (started.Kind)
        {
            case WorkKind.RevokePasses:
                var revoked = await grains.GetGrain<IPassGrain>(member.Number).Revoke(new RevokePasses($"work/{id}", started.Reason, started.By), ct);
                return (revoked.Refusal?.Reason, revoked.Repeat);
            default:
                var issued = await grains.GetGrain<ICertificateDeskGrain>(0).Transcript(member, Tokyo.DateOf(state.Began), started.By, ct);
                return (issued.Refusal?.Reason ?? (issued.Value is null ? "not-found" : null), issued.Repeat);
        }
    }
}
