using JmaActors.Applications;
using JmaActors.Audit;
using JmaActors.Credits;
using JmaActors.Members;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>Begins an application or writes it anew. Null when there is no such person for this caller; so in what follows.</summary>
    public async Task<Answer<ApplicationView>?> DraftApplication(ApplicationRef id, DraftApplication command, CancellationToken ct) =>
        await MayApply(id.Member, command.Caller, "write an application", ct).ConfigureAwait(false)
            ? await Ask(Application(id), command, static (g, c, t) => g.Draft(c, t), ct).ConfigureAwait(false) : null;

    public async Task<Answer<ApplicationView>?> SubmitApplication(ApplicationRef id, Caller caller, CancellationToken ct) =>
        await MayApply(id.Member, caller, "hand in an application", ct).ConfigureAwait(false) && await There(id, ct).ConfigureAwait(false)
            ? await Ask(Application(id), caller, static (g, c, t) => g.Submit(c, t), ct).ConfigureAwait(false) : null;

    public async Task<Answer<ApplicationView>?> WithdrawApplication(ApplicationRef id, Caller caller, CancellationToken ct) =>
        await MayApply(id.Member, caller, "take an application back", ct).ConfigureAwait(false) && await There(id, ct).ConfigureAwait(false)
            ? await Ask(Application(id), caller, static (g, c, t) => g.Withdraw(c, t), ct).ConfigureAwait(false) : null;

    /// <summary>What an application would come to; nothing is recorded.</summary>
    public async Task<ApplicationTrial?> TryApplication(MemberId id, ApplicationRequest request, Caller caller, CancellationToken ct) =>
        await MayApply(id, caller, "try an application", ct).ConfigureAwait(false)
            ? await Ask(Application(new ApplicationRef(id, "trial")), request, static (g, r, t) => g.Try(r, t), ct).ConfigureAwait(false) : null;

    /// <summary>The application; null when there is none for this caller.</summary>
    /// <param name="known">As it was known at an instant; null for now.</param>
    public async Task<ApplicationView?> ReadApplication(ApplicationRef id, DateTimeOffset? known, Caller caller, CancellationToken ct)
    {
        if (await ApplicationFor(id, caller, ct).ConfigureAwait(false) is not { } view) return null;
        await Look(id.Member, AuditParts.Identity | AuditParts.History, caller, ct).ConfigureAwait(false);
        return known is null ? view : await Ask(Application(id), known, static (g, k, t) => g.Read(k, t), ct).ConfigureAwait(false);
    }

    /// <summary>A document attached to the application.</summary>
    public async Task<EvidenceFile?> ApplicationDocument(ApplicationRef id, string sha256, Caller caller, CancellationToken ct)
    {
        if (await ApplicationFor(id, caller, ct).ConfigureAwait(false) is not { } view || !view.Documents.Contains(sha256)) return null;
        await Look(id.Member, AuditParts.Evidence, caller, ct).ConfigureAwait(false);
        return await evidence.Read(id.Member, sha256, ct).ConfigureAwait(false);
    }

    /// <summary>The word of the office that is asked; an operator speaks for whichever is.</summary>
    public async Task<Answer<ApplicationView>?> DecideApplication(ApplicationRef id, string key, ApplicationWord word, string words, Caller caller, CancellationToken ct)
    {
        if (await ApplicationFor(id, caller, ct).ConfigureAwait(false) is not { } view) return null;
        var office = OfficeOf(caller) ?? view.Waits ?? AssociationId.Jma;
        Require(caller, word == ApplicationWord.Returned ? new Target.ReturnApplication(office) : new Target.DecideApplication(office), "answer an application");
        return await Ask(Application(id), new DecideApplication(key, office, word, words, caller), static (g, c, t) => g.Decide(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>Takes what was recorded back out of the record.</summary>
    public async Task<Answer<ApplicationView>?> UndoApplication(ApplicationRef id, string words, Caller caller, CancellationToken ct)
    {
        if (await ApplicationFor(id, caller, ct).ConfigureAwait(false) is not { } view) return null;
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
        await MayApply(id, caller, "see applications", ct).ConfigureAwait(false) ? await Found(new ApplicationQuery(id, null, stage, null, after, size), caller, ct).ConfigureAwait(false) : null;

    /// <summary>Applications in flight on an association's way, by kind. They name nobody.</summary>
    public Task<IReadOnlyList<ApplicationFlight>> ApplicationFlight(AssociationId id, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeAssociation(id), "see figures");
        return Ask(actors.Grain<IApplicationInboxGrain>(0), id, static (g, o, t) => g.Flight(o, t), ct);
    }

    /// <summary>What the caller may do with an application, for pages that offer it.</summary>
    public (bool Applies, bool Returns, bool Decides, bool Undoes) PartIn(ApplicationView view, Membership membership, Caller caller) => (
        Scopes.Allows(caller, new Target.Apply(view.Member, membership)),
        view.Waits is { } returns && Scopes.Allows(caller, new Target.ReturnApplication(returns)),
        view.Waits is { } decides && Scopes.Allows(caller, new Target.DecideApplication(decides)),
        view.Status == ApplicationStatus.Done && view.Request.Kind != ApplicationKind.Reduction && Scopes.Allows(caller, new Target.DecideApplication(view.Steps[^1].Office)));

    static AssociationId? OfficeOf(Caller caller) => caller.Role is CallerRole.Office or CallerRole.Auditor && AssociationId.TryParse(caller.Scope, out var own) ? own : null;

    IApplicationGrain Application(ApplicationRef id) => actors.Grain<IApplicationGrain>(id.Text);

    async Task<bool> There(ApplicationRef id, CancellationToken ct) => await Ask(Application(id), (DateTimeOffset?)null, static (g, k, t) => g.Read(k, t), ct).ConfigureAwait(false) is not null;

    async Task<bool> MayApply(MemberId id, Caller caller, string what, CancellationToken ct)
    {
        if (await Visible(id, caller, ct).ConfigureAwait(false) is not { } view) return false;
        Require(caller, new Target.Apply(view.Id, view.Membership), what);
        return true;
    }

    async Task<ApplicationPage> Found(ApplicationQuery query, Caller caller, CancellationToken ct)
    {
        var page = await Ask(actors.Grain<IApplicationInboxGrain>(0), query, static (g, q, t) => g.Applications(q, t), ct).ConfigureAwait(false);
        await Listed(ListKinds.Members, page.Applications.Select(a => a.Member).Distinct(), caller, ct).ConfigureAwait(false);
        return page;
    }

    /// <summary>A draft is seen by whoever may write it; from when it is handed in also by the offices on its way.</summary>
    async Task<ApplicationView?> ApplicationFor(ApplicationRef id, Caller caller, CancellationToken ct)
    {
        if (await Ask(Application(id), (DateTimeOffset?)null, static (g, k, t) => g.Read(k, t), ct).ConfigureAwait(false) is not { } view) return null;
        var membership = await MembershipOf(id.Member, ct).ConfigureAwait(false) ?? Membership.None;
        var target = new Target.SeeApplication(view.Member, view.Offices, caller.For is null ? null : membership);
        if (Scopes.Allows(caller, target) || Scopes.Allows(caller, new Target.Apply(view.Member, membership))) return view;
        await Refuse(caller, target).ConfigureAwait(false);
        return null;
    }
}
