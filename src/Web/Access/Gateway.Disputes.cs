using System.Text.Json;
using JmaActors.Audit;
using JmaActors.Disputes;
using JmaActors.Ledgers;
using JmaActors.Live;
using JmaActors.Members;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>Events of a ledger looked through for who recorded an entry, in pages.</summary>
    const int RecorderPages = 50;

    /// <summary>Opens a case at the office that answers for the record. Null when there is no such person or session for this caller.</summary>
    public async Task<Answer<DisputeView>?> OpenDispute(DisputeId id, DisputeSubject subject, string about, string words, Caller caller, CancellationToken ct)
    {
        if (await MembershipOf(id.Member, ct).ConfigureAwait(false) is not { } membership) return null;
        Require(caller, new Target.OpenDispute(id.Member, membership), "open a dispute");
        if (await AnswersFor(id.Member, membership, subject, about, ct).ConfigureAwait(false) is not { } office)
        {
            return new Answer<DisputeView>(null, new Refusal("bad-subject", "", "There is no such record of this person."), 0, false);
        }

        return await Ask(Case(id), new OpenDispute(subject, about, words, office, caller), static (g, c, t) => g.Open(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>A case; null when there is none for this caller.</summary>
    public async Task<DisputeView?> ReadDispute(DisputeId id, Caller caller, CancellationToken ct)
    {
        if (await CaseFor(id, caller, ct).ConfigureAwait(false) is not { } view) return null;
        await Look(id.Member, AuditParts.History, caller, ct).ConfigureAwait(false);
        return view;
    }

    /// <summary>Says something to a case, in whichever part the caller has in it. Null when there is none for this caller.</summary>
    public async Task<Answer<DisputeView>?> SayDispute(DisputeId id, string key, string words, Caller caller, CancellationToken ct)
    {
        if (await CaseFor(id, caller, ct).ConfigureAwait(false) is not { } view) return null;
        var own = await MembershipOf(id.Member, ct).ConfigureAwait(false) is { } membership && Scopes.Allows(caller, new Target.OpenDispute(id.Member, membership));
        if (!own || SeesAll(caller)) Require(caller, new Target.AnswerDispute(view.Office), "answer a dispute");
        return await Ask(Case(id), new SayDispute(key, words, !own || SeesAll(caller), caller), static (g, c, t) => g.Say(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>Decides a case; null when there is none for this caller.</summary>
    public async Task<Answer<DisputeView>?> DecideDispute(DisputeId id, DecideDispute command, CancellationToken ct)
    {
        if (await CaseFor(id, command.Caller, ct).ConfigureAwait(false) is not { } view) return null;
        Require(command.Caller, new Target.DecideDispute(view.Office), "decide a dispute");
        return await Ask(Case(id), command, static (g, c, t) => g.Decide(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>The member takes a case back; null when there is none for this caller.</summary>
    public async Task<Answer<DisputeView>?> WithdrawDispute(DisputeId id, Caller caller, CancellationToken ct)
    {
        if (await CaseFor(id, caller, ct).ConfigureAwait(false) is null) return null;
        Require(caller, new Target.OpenDispute(id.Member, await MembershipOf(id.Member, ct).ConfigureAwait(false) ?? Membership.None), "take a dispute back");
        return await Ask(Case(id), caller, static (g, c, t) => g.Withdraw(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>Cases: a member's own, or those the caller's office answers for; the operator sees all.</summary>
    public async Task<DisputePage> Disputes(bool closed, string? after, int size, Caller caller, CancellationToken ct)
    {
        var self = Herself(caller);
        var office = self is null && AssociationId.TryParse(caller.Scope, out var own) ? own : (AssociationId?)null;
        Require(caller, self is { } member ? new Target.OpenDispute(member, await ActedFor(member, caller, ct).ConfigureAwait(false) ?? Membership.None) : office is { } of ? new Target.SeeDispute(null, of) : new Target.Operations(), "see disputes");
        var page = await Ask(actors.Grain<IDisputeInboxGrain>(0), new DisputeQuery(self, office, closed, after, size), static (g, q, t) => g.Cases(q, t), ct).ConfigureAwait(false);
        await Listed(ListKinds.Members, page.Cases.Select(c => c.Member).Distinct(), caller, ct).ConfigureAwait(false);
        return page;
    }

    /// <summary>What the caller may do in a case, for pages that offer it.</summary>
    public (bool Answers, bool Decides, bool Own) PartIn(DisputeView view, Caller caller) => (
        Scopes.Allows(caller, new Target.AnswerDispute(view.Office)), Scopes.Allows(caller, new Target.DecideDispute(view.Office)),
        Herself(caller) == view.Member);

    /// <summary>The member who asks, or for whom a clerk does; null when it is somebody else.</summary>
    static MemberId? Herself(Caller caller) => caller.Oneself && MemberId.TryParse(caller.For ?? caller.Scope, out var id) ? id : null;

    IDisputeGrain Case(DisputeId id) => actors.Grain<IDisputeGrain>(id.Text);

    async Task<DisputeView?> CaseFor(DisputeId id, Caller caller, CancellationToken ct)
    {
        if (await Ask(Case(id), Caller.System, static (g, c, t) => g.Read(c, t), ct).ConfigureAwait(false) is not { } view) return null;
        var target = new Target.SeeDispute(view.Member, view.Office, await ActedFor(view.Member, caller, ct).ConfigureAwait(false));
        if (Scopes.Allows(caller, target)) return view;
        await Refuse(caller, target).ConfigureAwait(false);
        return null;
    }

    /// <summary>Who answers for a record: the session's host, the member's association, or whoever recorded the entry. Null when there is no such record.</summary>
    async Task<AssociationId?> AnswersFor(MemberId id, Membership membership, DisputeSubject subject, string about, CancellationToken ct) => subject switch
    {
        DisputeSubject.Attendance => SessionId.TryParse(about, out var session) ? await HostOf(session, ct).ConfigureAwait(false) : null,
        DisputeSubject.Identity => membership.Local ?? AssociationId.Jma,
        _ => await RecorderOf(await Lead(id, ct).ConfigureAwait(false), about, membership.Local ?? AssociationId.Jma, ct).ConfigureAwait(false),
    };

    async Task<AssociationId?> RecorderOf(MemberId id, string shown, AssociationId otherwise, CancellationToken ct)
    {
        // An entry of a record that was merged into this one is recorded where it is kept.
        if (await Ask(Credits(id), shown, static (g, k, t) => g.Origin(k, t), ct).ConfigureAwait(false) is not { } origin) return null;
        var (ledger, key, after) = (Credits(origin.Of), origin.Key, 0L);
        for (var page = 0; page < RecorderPages; page++)
        {
            var lines = await Ask(ledger, (after, Caller.System), static (g, w, t) => g.History(w.after, w.System, t), ct).ConfigureAwait(false);
            foreach (var line in lines.Where(l => l.Type is "credit-opened" or "credit-accrued" or "credit-corrected"))
            {
                using var body = JsonDocument.Parse(line.Body);
                // What stands in the place of another came about by the correction.
                if (body.RootElement.GetProperty("e").GetProperty(line.Type == "credit-corrected" ? "by" : "key").GetString() != key) continue;
                return AssociationId.TryParse(body.RootElement.GetProperty("m").GetProperty("c").GetString(), out var by) ? by : otherwise;
            }

            if (lines.Count == 0) return null;
            after = lines[^1].Version;
        }

        return null;
    }
}
