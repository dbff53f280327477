using System.Collections.Concurrent;
using JmaActors.Audit;
using JmaActors.Members;
using JmaActors.Web.Audit;

namespace JmaActors.Web.Access;

/// <summary>Kinds of lists people are shown in, as the audit names them.</summary>
public static class ListKinds
{
    public const string Members = "members", Roll = "roll", Attendees = "attendees", Door = "door", Export = "export";
}

public sealed partial class Gateway
{
    /// <summary>Looks whose lines are durable, and until when no further ones need be told.</summary>
    readonly ConcurrentDictionary<(Caller Caller, MemberId Person), (DateTimeOffset Until, AuditParts Parts)> _looks = new();

    /// <summary>Lines that meet every condition, newest first, within what the caller may audit. Null when there is no such person for this caller.</summary>
    public async Task<AuditPage?> SearchAudit(AuditQuery query, Caller caller, CancellationToken ct)
    {
        if (query.Person is { } person)
        {
            if (await MembershipOf(person, ct).ConfigureAwait(false) is not { } membership) return null;
            var target = new Target.SeeAuditOf(person, membership);
            if (!Scopes.Allows(caller, target))
            {
                await Refuse(caller, target).ConfigureAwait(false);
                return null;
            }

            await Look(person, AuditParts.Audit, caller, ct).ConfigureAwait(false);
        }
        else
        {
            var own = AssociationId.TryParse(caller.Scope, out var office) ? office : default(AssociationId);
            Require(caller, query.Office is { } of ? new Target.SeeAudit(of) : SeesAll(caller) ? new Target.SeeWholeAudit() : new Target.SeeAudit(own), "search the audit");
        }

        return await Ask(AuditSearch, (query, caller), static (g, w, t) => g.Search(w.query, w.caller, t), ct).ConfigureAwait(false);
    }

    /// <summary>Who saw and changed a person's record: for the person. Null when there is no such person for this caller.</summary>
    public async Task<AuditPage?> WhoSaw(MemberId id, string? after, int size, Caller caller, CancellationToken ct)
    {
        if (await Seen(id, caller, ct).ConfigureAwait(false) is not { } membership) return null;
        Require(caller, new Target.SeeWhoSaw(id, membership), "see who saw");
        await Look(id, AuditParts.Audit, caller, ct).ConfigureAwait(false);
        return await Ask(AuditSearch, (id, after, size, caller), static (g, w, t) => g.Own(w.id, w.after, w.size, w.caller, t), ct).ConfigureAwait(false);
    }

    /// <summary>
    /// Records that a person's record is opened; ends when that is durable, at once when it is so already. Whoever hands out what was read waits for it.
    /// Looking at oneself discloses nothing and is not recorded, nor is what the system does by itself.
    /// </summary>
    Task Look(MemberId person, AuditParts parts, Caller caller, CancellationToken ct)
    {
        if (caller.Role == CallerRole.System || (caller.Role == CallerRole.Member && caller.Scope == person.ToString())) return Task.CompletedTask;
        return _looks.TryGetValue((caller, person), out var known) && (known.Parts & parts) == parts && clock.GetUtcNow() < known.Until
            ? Task.CompletedTask
            : LookAnew(person, parts, caller, ct);
    }

    async Task LookAnew(MemberId person, AuditParts parts, Caller caller, CancellationToken ct)
    {
        // What is read under a number that was merged is the record it leads to: its person is to see the look.
        var note = new LookNote(await Lead(person, ct).ConfigureAwait(false), parts, Whence.Now.Why, Whence.Now.From, caller);
        var until = await Ask(AuditOf(caller), note, static (g, n, t) => g.Look(n, t), ct).ConfigureAwait(false);
        if (_looks.Count >= WebLimits.LooksKept) _looks.Clear();
        _looks.AddOrUpdate((caller, person), (until, parts), (_, before) => before.Until == until ? (until, before.Parts | parts) : (until, parts));
    }

    /// <summary>Records who is shown in a list; ends when that is durable. Each person is recorded once a day and account for a kind of list.</summary>
    async Task Listed(string what, IEnumerable<MemberId> people, Caller caller, CancellationToken ct)
    {
        if (caller.Role is CallerRole.System or CallerRole.Member) return;
        foreach (var some in people.Select(p => p.Number).Chunk(AuditLimits.People))
        {
            var note = new ListNote(what, some.AsImmutable(), some.Length, Whence.Now.Why, Whence.Now.From, caller);
            await Ask(AuditOf(caller), note, static (g, n, t) => g.List(n, t), ct).ConfigureAwait(false);
        }
    }

    /// <summary>Records a list of so many that nobody is named: everybody the caller's function may see may be in it.</summary>
    Task ListedWidely(string what, int count, Caller caller, CancellationToken ct) => caller.Role is CallerRole.System or CallerRole.Member
        ? Task.CompletedTask
        : Ask(AuditOf(caller), new ListNote(what, null, count, Whence.Now.Why, Whence.Now.From, caller), static (g, n, t) => g.List(n, t), ct);

    /// <summary>Records that something was refused; ends when that is durable. Whoever asked cannot hurry it away by leaving.</summary>
    Task Refuse(Caller caller, Target target)
    {
        var (what, key, person) = Attempt.Of(target);
        return Ask(AuditOf(caller), new RefusalNote(what, key, person, Whence.Now.From, caller), static (g, n, t) => g.Refuse(n, t), CancellationToken.None);
    }

    IAuditGrain AuditOf(Caller caller) => actors.Grain<IAuditGrain>(AuditKeys.Of(clock.GetUtcNow(), caller.Subject));

    IAuditSearchGrain AuditSearch => actors.Grain<IAuditSearchGrain>(0);
}
