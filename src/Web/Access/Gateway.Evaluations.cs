using JmaActors.Accounts;
using JmaActors.Credits;
using JmaActors.Evaluations;
using JmaActors.WorkHours;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>Applications the caller may see, the oldest first.</summary>
    public async Task<EvaluationPage> Evaluations(EvaluationQuery query, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeEvaluations(query.Workplace), "see applications");
        return await Ask(EvaluationLists, (query, Who(caller), caller), static (g, w, t) => g.List(w.query, w.Item2, w.caller, t), ct).ConfigureAwait(false);
    }

    /// <summary>Institutions whose designation is published; for everybody.</summary>
    public Task<PublicDesignations> Designations(WorkLevel? level, string? prefecture, string? after, int size, CancellationToken ct) =>
        Ask(EvaluationLists, (level, prefecture, after, size), static (g, w, t) => g.Designated(w.level, w.prefecture, w.after, w.size, t), ct);

    /// <summary>Begins an application.</summary>
    public Task<Answer<EvaluationView>> OpenEvaluation(EvaluationId id, OpenEvaluation command, CancellationToken ct)
    {
        Require(command.Caller, new Target.SteerEvaluation(id.Workplace), "apply for an evaluation");
        return Ask(Evaluation(id), command, static (g, c, t) => g.Open(c, t), ct);
    }

    /// <summary>An application in the part the caller has; null when there is none for this caller.</summary>
    public async Task<EvaluationView?> ReadEvaluation(EvaluationId id, Caller caller, CancellationToken ct) =>
        await PartFor(id, caller, ct).ConfigureAwait(false) is { } part ? await Ask(Evaluation(id), part, static (g, p, t) => g.Read(p, t), ct).ConfigureAwait(false) : null;

    /// <summary>What the hospital does of its application; null when there is none for this caller.</summary>
    /// <param name="documents">Documents the command names, which the institution must hold.</param>
    public async Task<Answer<EvaluationView>?> SteerEvaluation<TCommand>(
        EvaluationId id, IReadOnlyList<string> documents, TCommand command, Caller caller, Func<IEvaluationGrain, TCommand, CancellationToken, Task<Answer<EvaluationView>>> does, CancellationToken ct)
    {
        if (await PartFor(id, caller, ct).ConfigureAwait(false) is null) return null;
        Require(caller, new Target.SteerEvaluation(id.Workplace), "write an application");
        foreach (var sha256 in documents)
        {
            if (await evidence.Find(EvidenceHolders.Of(id.Workplace), sha256, ct).ConfigureAwait(false) is null)
                return new Answer<EvaluationView>(null, new Refusal("evidence-not-here", "", "The document was not brought, or is no longer here."), 0, false);
        }

        return await Ask(Evaluation(id), command, does, ct).ConfigureAwait(false);
    }

    /// <summary>Keeps that the ministry confirmed, of a physician who works at the hospital or of nobody in particular. Null when there is no such application for this caller.</summary>
    public async Task<Answer<EvaluationView>?> ConfirmC2(EvaluationId id, ConfirmC2 command, CancellationToken ct)
    {
        if (await PartFor(id, command.Caller, ct).ConfigureAwait(false) is null) return null;
        Require(command.Caller, new Target.SteerEvaluation(id.Workplace), "write an application");
        if (command.Member is { } member && !await WorksAt(member, id.Workplace, ct).ConfigureAwait(false)) return new Answer<EvaluationView>(null, UnknownPhysician, 0, false);
        return await Ask(Evaluation(id), command, static (g, c, t) => g.ConfirmC2(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>What the centre does; null when there is no such application for this caller.</summary>
    /// <param name="decides">By the approver; otherwise by the clerk.</param>
    public async Task<Answer<EvaluationView>?> RunEvaluation<TCommand>(
        EvaluationId id, bool decides, TCommand command, Caller caller, Func<IEvaluationGrain, TCommand, CancellationToken, Task<Answer<EvaluationView>>> does, CancellationToken ct)
    {
        if (await PartFor(id, caller, ct).ConfigureAwait(false) is null) return null;
        Require(caller, decides ? new Target.DecideEvaluation(id) : new Target.RunEvaluation(id), "run an evaluation");
        return await Ask(Evaluation(id), command, does, ct).ConfigureAwait(false);
    }

    /// <summary>Assigns a surveyor: somebody with the function, whom the institution neither employs nor has given one to. Null when there is no such application for this caller.</summary>
    public async Task<Answer<EvaluationView>?> AssignSurveyor(EvaluationId id, AssignSurveyor command, CancellationToken ct) =>
        await RunEvaluation(id, false, command with
        {
            OfInstitution = await BelongsTo(command.Who, id.Workplace, ct).ConfigureAwait(false), Surveys = await Surveys(command.Who, command.Caller, ct).ConfigureAwait(false),
        }, command.Caller, static (g, c, t) => g.AssignSurveyor(c, t), ct).ConfigureAwait(false);

    /// <summary>What a surveyor judges, in the kind assigned; null when there is no such application for this caller.</summary>
    public async Task<Answer<EvaluationView>?> JudgeEvaluation<TCommand>(
        EvaluationId id, Func<SurveyorKind, TCommand> command, Caller caller, Func<IEvaluationGrain, TCommand, CancellationToken, Task<Answer<EvaluationView>>> does, CancellationToken ct)
    {
        if (await PartFor(id, caller, ct).ConfigureAwait(false) is not { } part) return null;
        var who = Who(caller);
        Require(caller, new Target.JudgeEvaluation(id, part is EvaluationPart.Doctor or EvaluationPart.Labour && who is not null ? [who] : [], who), "judge an application");
        return await Ask(Evaluation(id), command(part == EvaluationPart.Doctor ? SurveyorKind.Doctor : SurveyorKind.Labour), does, ct).ConfigureAwait(false);
    }

    /// <summary>Designates or publishes: the prefecture. Null when there is no such application for this caller.</summary>
    public async Task<Answer<EvaluationView>?> DesignateEvaluation<TCommand>(
        EvaluationId id, TCommand command, Caller caller, Func<IEvaluationGrain, TCommand, CancellationToken, Task<Answer<EvaluationView>>> does, CancellationToken ct)
    {
        if (await PartFor(id, caller, ct).ConfigureAwait(false) is null || await Parties(id, ct).ConfigureAwait(false) is not { } parties) return null;
        Require(caller, new Target.DesignateEvaluation(id, PrefectureOf(parties)), "designate an institution");
        return await Ask(Evaluation(id), command, does, ct).ConfigureAwait(false);
    }

    /// <summary>Refuses a caller who may not bring documents for an institution, before the first byte of one is read.</summary>
    public void MayBringDocuments(WorkplaceId id, Caller caller) => Require(caller, new Target.SteerEvaluation(id), "bring documents of an institution");

    /// <summary>Keeps a document for an institution.</summary>
    public async Task<Answer<EvidenceFile>?> KeepDocument(WorkplaceId id, EvidenceFile file, Caller caller, CancellationToken ct)
    {
        MayBringDocuments(id, caller);
        if (await WorkplaceThere(id, caller, ct).ConfigureAwait(false) is null) return new Answer<EvidenceFile>(null, new Refusal("unknown-workplace"), 0, false);
        var kept = await evidence.Put(EvidenceHolders.Of(id), file, clock.GetUtcNow(), ct).ConfigureAwait(false);
        return kept == EvidenceKept.TooMany
            ? new Answer<EvidenceFile>(null, new Refusal("evidence-too-many", "", $"At most {EvidenceLimits.PerDayOfInstitution} documents a day are taken for one institution."), 0, false)
            : new Answer<EvidenceFile>(file, null, 0, kept == EvidenceKept.Held);
    }

    /// <summary>A document an application names; null when it names none for this caller.</summary>
    public async Task<EvidenceFile?> ReadDocument(EvaluationId id, string sha256, Caller caller, CancellationToken ct)
    {
        if (await PartFor(id, caller, ct).ConfigureAwait(false) is null || await Parties(id, ct).ConfigureAwait(false) is not { } parties || !parties.Documents.Contains(sha256)) return null;
        return await evidence.Read(EvidenceHolders.Of(id.Workplace), sha256, ct).ConfigureAwait(false);
    }

    /// <summary>What the caller may do, for pages that offer it.</summary>
    public async Task<(bool Steers, bool Runs, bool Decides, bool Judges, bool Designates)> PartIn(EvaluationView view, Caller caller, CancellationToken ct)
    {
        if (!EvaluationId.TryParse(view.Head.Id, out var id) || await Parties(id, ct).ConfigureAwait(false) is not { } parties) return default;
        return (
            Scopes.Allows(caller, new Target.SteerEvaluation(id.Workplace)), Scopes.Allows(caller, new Target.RunEvaluation(id)), Scopes.Allows(caller, new Target.DecideEvaluation(id)),
            Scopes.Allows(caller, new Target.JudgeEvaluation(id, Surveyors(parties), Who(caller))), Scopes.Allows(caller, new Target.DesignateEvaluation(id, PrefectureOf(parties))));
    }

    /// <summary>The account of a surveyor who asks; with the switch, the name it says. Null of anybody else.</summary>
    static string? Who(Caller caller) => caller.Role != CallerRole.Surveyor ? null : Eyes.PersonIn(caller) ?? AccountSubject.Account(caller.Subject);

    IEvaluationGrain Evaluation(EvaluationId id) => actors.Grain<IEvaluationGrain>(id.Text);

    IEvaluationListGrain EvaluationLists => actors.Grain<IEvaluationListGrain>(0);

    Task<EvaluationParties?> Parties(EvaluationId id, CancellationToken ct) => Ask(Evaluation(id), 0, static (g, _, t) => g.Parties(t), ct);

    static AssociationId PrefectureOf(EvaluationParties parties) => parties.Association.Parent is { Layer: AssociationLayer.Prefecture } prefecture ? prefecture : parties.Association;

    static IReadOnlyList<string> Surveyors(EvaluationParties parties) => [.. new[] { parties.Doctor, parties.Labour }.OfType<string>()];

    /// <summary>The part the caller has in an application; null when there is none for this caller. Asking for one that is not there is recorded like asking for one out of sight.</summary>
    async Task<EvaluationPart?> PartFor(EvaluationId id, Caller caller, CancellationToken ct)
    {
        if (await Parties(id, ct).ConfigureAwait(false) is not { } parties)
        {
            if (!SeesAll(caller)) await Refuse(caller, new Target.SeeEvaluation(id, default, false, [], null)).ConfigureAwait(false);
            return null;
        }

        var (prefecture, who) = (PrefectureOf(parties), Who(caller));
        var target = new Target.SeeEvaluation(id, prefecture, parties.Stage is >= EvaluationStage.Resulted and < EvaluationStage.Withdrawn, Surveyors(parties), who);
        if (Scopes.Allows(caller, target))
        {
            return caller.Role switch
            {
                CallerRole.Workplace => EvaluationPart.Hospital,
                CallerRole.Surveyor => who == parties.Doctor ? EvaluationPart.Doctor : EvaluationPart.Labour,
                CallerRole.Office or CallerRole.Auditor when caller.Scope == prefecture.Code => EvaluationPart.Prefecture,
                _ => EvaluationPart.Centre,
            };
        }

        await Refuse(caller, target).ConfigureAwait(false);
        return null;
    }

    /// <summary>Whether an account has the function of the centre's surveyors today. Where one looks through eyes there are no accounts to have one.</summary>
    async Task<bool> Surveys(string who, Caller caller, CancellationToken ct) => AccountSubject.Account(caller.Subject) is null
        || (AccountLimits.IsKey(who) && (await AccountStanding(who, ct).ConfigureAwait(false)).Functions.Any(f => f.Role == CallerRole.Surveyor && f.Scope == AssociationId.Jma.Code && f.InForce(Today)));

    /// <summary>Whether an account has a function at a workplace, or is a physician whom it employs.</summary>
    async Task<bool> BelongsTo(string who, WorkplaceId workplace, CancellationToken ct)
    {
        // Where one looks through eyes, a number names the physician.
        if (MemberId.TryParse(who, out var member)) return await WorksAt(member, workplace, ct).ConfigureAwait(false);
        if (!AccountLimits.IsKey(who)) return false;
        foreach (var held in (await AccountStanding(who, ct).ConfigureAwait(false)).Functions.Where(f => f.Lives(Today)))
        {
            if (held.Role is CallerRole.Workplace or CallerRole.Interviewer && held.Scope == workplace.Code) return true;
            if (held is { Role: CallerRole.Member, Of: null } && MemberId.TryParse(held.Scope, out var self) && await WorksAt(self, workplace, ct).ConfigureAwait(false)) return true;
        }

        return false;
    }
}
