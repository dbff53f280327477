using JmaActors.Applications;
using JmaActors.Audit;
using JmaActors.Credits;
using JmaActors.Members;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>Begins an application or writes it anew. Null when there is no such person for this caller; so in what follows.</summary>
    public async Task<Answer<ApplicationView>?> DraftApplication(ApplicationRef id, DraftApplication command, CancellationToken ct)
    {
        var there = await Ask(Application(id), true, static (g, open, t) => g.Read(null, open, t), ct).ConfigureAwait(false);
        if (await MayApply(id.Member, there?.BegunBy, command.Caller, "write an application", ct).ConfigureAwait(false) is not { } view) return null;
        if (command.Request.Kind == ApplicationKind.Death) Require(command.Caller, new Target.TellDeath(view.Id, view.Membership), "tell of a death");
        return await Ask(Application(id), command, static (g, c, t) => g.Draft(c, t), ct).ConfigureAwait(false);
    }

    public Task<Answer<ApplicationView>?> SubmitApplication(ApplicationRef id, Caller caller, CancellationToken ct) => OnOwn(id, caller, "hand in an application", static (g, c, t) => g.Submit(c, t), ct);

    public Task<Answer<ApplicationView>?> WithdrawApplication(ApplicationRef id, Caller caller, CancellationToken ct) => OnOwn(id, caller, "take an application back", static (g, c, t) => g.Withdraw(c, t), ct);

    /// <summary>What an application would come to; nothing is recorded.</summary>
    public async Task<ApplicationTrial?> TryApplication(MemberId id, ApplicationRequest request, Caller caller, CancellationToken ct) =>
        await MayApply(id, null, caller, "try an application", ct).ConfigureAwait(false) is not null
            ? await Ask(Application(new ApplicationRef(id, "trial")), request, static (g, r, t) => g.Try(r, t), ct).ConfigureAwait(false) : null;

    /// <summary>The application; null when there is none for this caller.</summary>
    /// <param name="known">As it was known at an instant; null for now.</param>
    public async Task<ApplicationView?> ReadApplication(ApplicationRef id, DateTimeOffset? known, Caller caller, CancellationToken ct)
    {
        if (await ApplicationFor(id, known, caller, ct).ConfigureAwait(false) is not { } view) return null;
        await Look(id.Member, AuditParts.Identity | AuditParts.History, caller, ct).ConfigureAwait(false);
        return view;
    }

    /// <summary>A document attached to the application.</summary>
    public async Task<EvidenceFile?> ApplicationDocument(ApplicationRef id, string sha256, Caller caller, CancellationToken ct)
    {
        if (await ApplicationFor(id, null, caller, ct).ConfigureAwait(false) is not { } view || !view.Documents.Contains(sha256)) return null;
        await Look(id.Member, AuditParts.Evidence, caller, ct).ConfigureAwait(false);
        return await evidence.Read(id.Member, sha256, ct).ConfigureAwait(false);
    }

    /// <summary>The word of the office that is asked; an operator says for which one, or speaks for whichever is.</summary>
    public async Task<Answer<ApplicationView>?> DecideApplication(ApplicationRef id, string key, AssociationId? of, ApplicationWord word, string words, Caller caller, CancellationToken ct)
    {
        if (await ApplicationFor(id, null, caller, ct).ConfigureAwait(false) is not { } view) return null;
        var office = OfficeOf(caller) ?? of ?? view.Waits ?? AssociationId.Jma;
        Require(caller, word == ApplicationWord.Returned ? new Target.ReturnApplication(office) : new Target.DecideApplication(office), "answer an application");
        return await Ask(Application(id), new DecideApplication(key, office, word, words, caller), static (g, c, t) => g.Decide(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>Takes what was recorded back out of the record.</summary>
    public async Task<Answer<ApplicationView>?> UndoApplication(ApplicationRef id, string words, Caller caller, CancellationToken ct)
    {
        if (await ApplicationFor(id, null, caller, ct).ConfigureAwait(false) is not { } view) return null;
        var office = OfficeOf(caller) ?? (view.Steps.Count > 0 ? view.Steps[^1].Office : AssociationId.Jma);
        Require(caller, new Target.DecideApplication(office), "undo an application");
        return await Ask(Application(id), new UndoApplication(office, words, caller), static (g, c, t) => g.Undo(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>Applications: a member's own, or those on whose way the caller's office is; the operator sees all.</summary>
    public async Task<ApplicationPage> Applications(ApplicationStage stage, ApplicationKind? kind, string? after, int size, Caller caller, CancellationToken ct)
    {
        var (self, office) = (Herself(caller), OfficeOf(caller));
        Require(caller, self is { } member ? new Target.SeeApplication(member, [], await ActedFor(member, caller, ct).ConfigureAwait(false)) : office is { } of ? new Target.SeeApplication(null, [of]) : new Target.Operations(), "see applications");
        return await Found(new ApplicationQuery(self, self is null ? office : null, stage, kind, after, size), caller, ct).ConfigureAwait(false);
    }

    /// <summary>Applications of one person, for whoever may write them.</summary>
    public async Task<ApplicationPage?> ApplicationsOf(MemberId id, ApplicationStage stage, string? after, int size, Caller caller, CancellationToken ct) =>
        await MayApply(id, null, caller, "see applications", ct).ConfigureAwait(false) is not null ? await Found(new ApplicationQuery(id, null, stage, null, after, size), caller, ct).ConfigureAwait(false) : null;

    /// <summary>Applications in flight on an association's way, by kind. They name nobody.</summary>
    public Task<IReadOnlyList<ApplicationFlight>> ApplicationFlight(AssociationId id, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeAssociation(id), "see figures");
        return Ask(actors.Grain<IApplicationInboxGrain>(0), id, static (g, o, t) => g.Flight(o, t), ct);
    }

    /// <summary>Whether the caller may write an application, for pages that offer it. Asks for nothing of the person that a page would show.</summary>
    public async Task<bool> MayWrite(ApplicationView view, Caller caller, CancellationToken ct) =>
        Scopes.Allows(caller, new Target.Apply(view.Member, await MembershipOf(view.Member, ct).ConfigureAwait(false) ?? Membership.None, view.BegunBy));

    /// <summary>What else the caller may do with an application.</summary>
    public static (bool Returns, bool Decides, bool Undoes) PartIn(ApplicationView view, Caller caller) => (
        view.Waits is { } returns && Scopes.Allows(caller, new Target.ReturnApplication(returns)),
        view.Waits is { } decides && Scopes.Allows(caller, new Target.DecideApplication(decides)),
        view.Status == ApplicationStatus.Done && view.Request.Kind != ApplicationKind.Reduction && Scopes.Allows(caller, new Target.DecideApplication(view.Steps[^1].Office)));

    static AssociationId? OfficeOf(Caller caller) => caller.Role is CallerRole.Office or CallerRole.Auditor && AssociationId.TryParse(caller.Scope, out var own) ? own : null;

    IApplicationGrain Application(ApplicationRef id) => actors.Grain<IApplicationGrain>(id.Text);

    async Task<Answer<ApplicationView>?> OnOwn(ApplicationRef id, Caller caller, string what, Func<IApplicationGrain, Caller, CancellationToken, Task<Answer<ApplicationView>>> ask, CancellationToken ct)
    {
        if (await Ask(Application(id), true, static (g, open, t) => g.Read(null, open, t), ct).ConfigureAwait(false) is not { } there) return null;
        return await MayApply(id.Member, there.BegunBy, caller, what, ct).ConfigureAwait(false) is null ? null : await Ask(Application(id), caller, ask, ct).ConfigureAwait(false);
    }

    async Task<MemberView?> MayApply(MemberId id, string? begunBy, Caller caller, string what, CancellationToken ct)
    {
        if (await Visible(id, caller, ct).ConfigureAwait(false) is not { } view) return null;
        Require(caller, new Target.Apply(view.Id, view.Membership, begunBy), what);
        return view;
    }

    async Task<ApplicationPage> Found(ApplicationQuery query, Caller caller, CancellationToken ct)
    {
        var page = await Ask(actors.Grain<IApplicationInboxGrain>(0), query, static (g, q, t) => g.Applications(q, t), ct).ConfigureAwait(false);
        await Listed(ListKinds.Members, page.Applications.Select(a => a.Member).Distinct(), caller, ct).ConfigureAwait(false);
        return page;
    }

    /// <summary>
    /// A draft, and what is being rewritten after it was returned, is seen by whoever may write it; the offices on its way see what was handed in. Asked of the past, that past itself says who was on its way.
    /// </summary>
    async Task<ApplicationView?> ApplicationFor(ApplicationRef id, DateTimeOffset? known, Caller caller, CancellationToken ct)
    {
        if (await Ask(Application(id), (known, false), static (g, w, t) => g.Read(w.known, w.Item2, t), ct).ConfigureAwait(false) is not { } view) return null;
        var membership = await MembershipOf(id.Member, ct).ConfigureAwait(false) ?? Membership.None;
        if (Scopes.Allows(caller, new Target.Apply(view.Member, membership, view.BegunBy))) return await Ask(Application(id), (known, true), static (g, w, t) => g.Read(w.known, w.Item2, t), ct).ConfigureAwait(false);
        var target = new Target.SeeApplication(view.Member, view.Offices, caller.For is null ? null : membership);
        if (view.Status != ApplicationStatus.Draft && Scopes.Allows(caller, target)) return view;
        await Refuse(caller, target).ConfigureAwait(false);
        return null;
    }
}
