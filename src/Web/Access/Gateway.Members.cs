using System.Collections.Concurrent;
using JmaActors.Audit;
using JmaActors.Directory;
using JmaActors.Ledgers;
using JmaActors.Members;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>
    /// Registers a person under a key of the sender's choice: the key is reserved with a number first, so that the same key again finds the same
    /// person, however often it is sent. A key that has led to somebody the caller may not see is refused.
    /// </summary>
    public async Task<Answer<MemberView>> Register(string key, RegisterMember command, CancellationToken ct)
    {
        Require(command.Caller, new Target.ChangeMember(null, command.Membership), "register a member");
        var member = await NumberFor($"register:{key}", command.Caller, ct).ConfigureAwait(false);
        var answer = await Ask(Member(member), command, static (g, c, t) => g.Register(c, t), ct).ConfigureAwait(false);
        return answer.Value is null || MaySee(command.Caller, answer.Value) ? answer : new Answer<MemberView>(null, KeyTaken, 0, false);
    }

    /// <summary>The person; null when there is none, or none this caller may see. The number of a record that was merged leads to the one it was merged into.</summary>
    public async Task<MemberView?> ReadMember(MemberId id, Caller caller, CancellationToken ct)
    {
        if (await Visible(id, caller, ct).ConfigureAwait(false) is not { } view) return null;
        await Look(id, AuditParts.Identity, caller, ct).ConfigureAwait(false);
        return view;
    }

    /// <summary>The person as far as the caller may see it, for what follows and is recorded by itself. Asking for somebody out of sight is recorded.</summary>
    async Task<MemberView?> Visible(MemberId id, Caller caller, CancellationToken ct)
    {
        var view = await Ask(Member(id), caller, static (g, c, t) => g.Read(c, t), ct).ConfigureAwait(false);
        if (view?.MergedInto is { } into) view = await Ask(Member(into), caller, static (g, c, t) => g.Read(c, t), ct).ConfigureAwait(false);
        // Who asks for oneself under a number that was merged sees the record it leads to.
        if (view is not null && Scopes.Allows(caller, new Target.SeeMember(id, view.Membership))) return view;
        if (!SeesAll(caller)) await Refuse(caller, new Target.SeeMember(id, Membership.None)).ConfigureAwait(false);
        return null;
    }

    /// <summary>Changes identity attributes; null when there is no such person for this caller.</summary>
    public async Task<Answer<MemberView>?> ChangeProfile(MemberId id, ChangeProfile command, CancellationToken ct)
    {
        if (await Visible(id, command.Caller, ct).ConfigureAwait(false) is not { } before) return null;
        Require(command.Caller, new Target.ChangeMember(id, before.Membership), "change a profile");
        return await Ask(Member(id), command, static (g, c, t) => g.ChangeProfile(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>
    /// Changes the membership, which the caller must be allowed to touch before and after; an office may also let a member go, out of layers or of
    /// its association. The answer has no value when the caller may not see the person any more. Null when there is no such person for this caller.
    /// </summary>
    public async Task<Answer<MemberView>?> ChangeMembership(MemberId id, ChangeMembership command, CancellationToken ct)
    {
        if (await Visible(id, command.Caller, ct).ConfigureAwait(false) is not { } before) return null;
        Require(command.Caller, new Target.ChangeMember(id, before.Membership), "change a membership");
        if (!MembershipReach.Leaves(before.Membership, command.Membership)) Require(command.Caller, new Target.ChangeMember(id, command.Membership), "change a membership");
        var answer = await Ask(Member(id), command, static (g, c, t) => g.ChangeMembership(c, t), ct).ConfigureAwait(false);
        return answer.Value is null || MaySee(command.Caller, answer.Value) ? answer : answer with { Value = null };
    }

    /// <summary>Every event after <paramref name="after"/>; null when there is no such person for this caller.</summary>
    public async Task<IReadOnlyList<HistoryLine>?> MemberHistory(MemberId id, long after, Caller caller, CancellationToken ct)
    {
        if (await Visible(id, caller, ct).ConfigureAwait(false) is null) return null;
        await Look(id, AuditParts.Identity | AuditParts.History, caller, ct).ConfigureAwait(false);
        return await Ask(Member(id), (after, caller), static (g, w, t) => g.History(w.after, w.caller, t), ct).ConfigureAwait(false);
    }

    /// <summary>Searches members; the directory narrows to the caller's scope.</summary>
    public async Task<MemberPage> SearchMembers(MemberQuery query, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SearchMembers(), "search members");
        var page = await Ask(DirectoryGrain, (query, caller), static (g, w, t) => g.Members(w.query, w.caller, t), ct).ConfigureAwait(false);
        await Listed(ListKinds.Members, page.Members.Select(m => m.Id), caller, ct).ConfigureAwait(false);
        return page;
    }

    /// <summary>Names of people, for those of them the caller may see; the directory narrows. At most 200.</summary>
    public async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyList<MemberId> ids, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SearchMembers(), "read names");
        var names = await Ask(DirectoryGrain, (ids, caller), static (g, w, t) => g.Names(w.ids, w.caller, t), ct).ConfigureAwait(false);
        await Listed(ListKinds.Members, names.Keys.Select(n => new MemberId(n)), caller, ct).ConfigureAwait(false);
        return names;
    }

    /// <summary>Names of people whom the caller knows by name through something else, which the caller has asked for already.</summary>
    Task<IReadOnlyDictionary<long, string>> NamesOf(IEnumerable<MemberId> ids, CancellationToken ct) =>
        Ask(DirectoryGrain, ids.ToList(), static (g, w, t) => g.Names(w, Caller.System, t), ct);

    static readonly Refusal KeyTaken = new("key-taken", "", "This key has been used for somebody else: choose another.");

    /// <summary>People are never unregistered: whoever was found once need not be asked for again.</summary>
    readonly ConcurrentDictionary<MemberId, bool> _people = new();

    static bool MaySee(Caller caller, MemberView view) => Scopes.Allows(caller, new Target.SeeMember(view.Id, view.Membership));

    IDirectoryGrain DirectoryGrain => actors.Grain<IDirectoryGrain>(0);

    IMemberGrain Member(MemberId id) => actors.Grain<IMemberGrain>(id.Number);

    async Task<MemberId> NumberFor(string key, Caller caller, CancellationToken ct)
    {
        if (await HolderOf(key, ct).ConfigureAwait(false) is { } known) return known;
        var numbers = actors.Grain<IMemberNumberGrain>(0);
        var given = await Ask(numbers, caller, static (g, c, t) => g.Allocate(1, c, t), ct).ConfigureAwait(false);
        return await Reserve(key, new MemberId(given.Value), caller, ct).ConfigureAwait(false);
    }

    Task<MemberId?> HolderOf(string value, CancellationToken ct) => Ask(Reservation(value), value, static (g, v, t) => g.Holder(v, t), ct);

    /// <summary>Who holds the value now: whoever wanted it first.</summary>
    async Task<MemberId> Reserve(string value, MemberId wanted, Caller caller, CancellationToken ct) =>
        (await Ask(Reservation(value), (value, wanted, caller), static (g, w, t) => g.Reserve(w.value, w.wanted, w.caller, t), ct).ConfigureAwait(false)).Value;

    IReservationGrain Reservation(string value) => actors.Grain<IReservationGrain>(Reservations.Block(value));

    /// <summary>The membership a right is judged by; null when there is no such person.</summary>
    async Task<Membership?> MembershipOf(MemberId id, CancellationToken ct)
    {
        var view = await Ask(Member(id), Caller.System, static (g, c, t) => g.Read(c, t), ct).ConfigureAwait(false);
        return view?.MergedInto is { } into ? await MembershipOf(into, ct).ConfigureAwait(false) : view?.Membership;
    }

    /// <summary>The record a number leads to: its own, or the one it was merged into.</summary>
    async Task<MemberId> Lead(MemberId id, CancellationToken ct) =>
        (await Ask(Member(id), Caller.System, static (g, c, t) => g.Read(c, t), ct).ConfigureAwait(false))?.MergedInto ?? id;

    /// <summary>The membership of a person somebody acts for; null when nobody does, which asks nobody.</summary>
    async Task<Membership?> ActedFor(MemberId id, Caller caller, CancellationToken ct) => caller.For is null ? null : await MembershipOf(id, ct).ConfigureAwait(false);

    /// <summary>True when there is such a person and the caller may see it. Asking for somebody out of sight is recorded.</summary>
    async Task<bool> Sees(MemberId id, Caller caller, CancellationToken ct) =>
        (SeesAlways(id, caller) && _people.ContainsKey(id)) || await Seen(id, caller, ct).ConfigureAwait(false) is not null;

    /// <summary>The same with the membership, by which further rights are judged; null when there is no such person for this caller.</summary>
    async Task<Membership?> Seen(MemberId id, Caller caller, CancellationToken ct)
    {
        if (await Visibly(id, caller, ct).ConfigureAwait(false) is { } membership) return membership;
        if (!SeesAll(caller)) await Refuse(caller, new Target.SeeMember(id, Membership.None)).ConfigureAwait(false);
        return null;
    }

    /// <summary>The same, and opens it: true when the look is recorded.</summary>
    async Task<bool> Opens(MemberId id, AuditParts parts, Caller caller, CancellationToken ct)
    {
        if (!await Sees(id, caller, ct).ConfigureAwait(false)) return false;
        await Look(id, parts, caller, ct).ConfigureAwait(false);
        return true;
    }

    /// <summary>The membership of a person the caller may see, without recording that somebody asked for one out of sight.</summary>
    async Task<Membership?> Visibly(MemberId id, Caller caller, CancellationToken ct)
    {
        var always = SeesAlways(id, caller);
        if (!always && caller.Role is not (CallerRole.Office or CallerRole.Auditor)) return null;
        if (await MembershipOf(id, ct).ConfigureAwait(false) is not { } membership) return null;
        if (!always) return Scopes.Allows(caller, new Target.SeeMember(id, membership)) ? membership : null;
        if (_people.ContainsKey(id)) return membership;
        if (_people.Count >= WebLimits.KnownPeople) _people.Clear();
        _people[id] = true;
        return membership;
    }

    /// <summary>For some the right does not depend on the membership: whether there is such a person is asked once.</summary>
    static bool SeesAlways(MemberId id, Caller caller) => SeesAll(caller) || (caller.Role == CallerRole.Member && caller.Scope == id.ToString());
}
