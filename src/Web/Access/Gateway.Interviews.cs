using JmaActors.Audit;
using JmaActors.Interviews;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>Name of the list of interviews in the audit.</summary>
    const string InterviewList = "interviews";

    /// <summary>Who is to be checked or interviewed by when, at a workplace.</summary>
    public async Task<InterviewDuePage> InterviewsDue(WorkplaceId id, string? after, int size, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SteerInterviews(id), "see who is due for an interview");
        var page = await Ask(Lists, (new InterviewDueQuery(id, null, after, size), caller), static (g, w, t) => g.Due(w.Item1, w.caller, t), ct).ConfigureAwait(false);
        if (page.Lines.Count > 0) await Listed(InterviewList, page.Lines.Select(l => l.Member), caller, ct).ConfigureAwait(false);
        return page;
    }

    /// <summary>What a physician's employers ask of her, and by when; null when there is no such person.</summary>
    public async Task<InterviewDuePage?> OwnInterviewsDue(MemberId id, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeOwnInterviews(id), "see one's own interviews");
        if (await MembershipOf(id, ct).ConfigureAwait(false) is null) return null;
        await Look(id, AuditParts.Hours, caller, ct).ConfigureAwait(false);
        return await Ask(Lists, (new InterviewDueQuery(null, id, null, InterviewLimits.Page), caller), static (g, w, t) => g.Due(w.Item1, w.caller, t), ct).ConfigureAwait(false);
    }

    /// <summary>Cases: of a workplace all, to an interviewer those assigned to the person who asks.</summary>
    public async Task<InterviewPage> InterviewsOf(WorkplaceId id, bool closed, string? after, int size, Caller caller, CancellationToken ct)
    {
        MemberId? person = null;
        if (caller.Role == CallerRole.Interviewer)
        {
            Require(caller, new Target.SeeInterviews(id), "see interviews");
            if ((person = await PersonOf(caller, ct).ConfigureAwait(false)) is null) return new InterviewPage([], null);
        }
        else
        {
            Require(caller, new Target.SteerInterviews(id), "see interviews");
        }

        var page = await Ask(Lists, (new InterviewQuery(id, person, null, closed, after, size), caller), static (g, w, t) => g.Cases(w.Item1, w.caller, t), ct).ConfigureAwait(false);
        if (page.Cases.Count > 0) await Listed(InterviewList, page.Cases.Select(c => c.Member).Distinct(), caller, ct).ConfigureAwait(false);
        return page;
    }

    /// <summary>A physician's own cases; null when there is no such person.</summary>
    public async Task<InterviewPage?> OwnInterviews(MemberId id, bool closed, string? after, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeOwnInterviews(id), "see one's own interviews");
        if (await MembershipOf(id, ct).ConfigureAwait(false) is null) return null;
        await Look(id, AuditParts.Hours, caller, ct).ConfigureAwait(false);
        return await Ask(Lists, (new InterviewQuery(null, null, id, closed, after, InterviewLimits.Page), caller), static (g, w, t) => g.Cases(w.Item1, w.caller, t), ct).ConfigureAwait(false);
    }

    /// <summary>What waits at a workplace.</summary>
    public Task<InterviewBoard> InterviewWork(WorkplaceId id, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeInterviews(id), "see what waits of interviews");
        return Ask(InterviewsOf(id), 0, static (g, _, t) => g.Waiting(t), ct);
    }

    /// <summary>Who may interview at a workplace.</summary>
    public Task<InterviewDesk> InterviewDesk(WorkplaceId id, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SteerInterviews(id), "see who may interview");
        return Ask(InterviewsOf(id), caller, static (g, c, t) => g.Desk(c, t), ct);
    }

    /// <summary>
    /// Keeps who may interview. A workplace names those who work there, and of anybody else it is not told whether somebody is there; whoever comes from outside is kept by an operator.
    /// </summary>
    /// <param name="about">Whom the command names.</param>
    public async Task<Answer<InterviewDesk>> KeepInterviewDesk<TCommand>(
        WorkplaceId id, IReadOnlyList<MemberId> about, TCommand command, Caller caller, Func<IInterviewsGrain, TCommand, CancellationToken, Task<Answer<InterviewDesk>>> does, CancellationToken ct)
    {
        Require(caller, new Target.SteerInterviews(id), "keep who may interview");
        if (await WorkplaceThere(id, caller, ct).ConfigureAwait(false) is null) return new Answer<InterviewDesk>(null, new Refusal("unknown-workplace"), 0, false);
        foreach (var person in about)
        {
            var known = SeesAll(caller) ? await MembershipOf(person, ct).ConfigureAwait(false) is not null : await WorksAt(person, id, ct).ConfigureAwait(false);
            if (!known) return new Answer<InterviewDesk>(null, UnknownPhysician, 0, false);
        }

        return await Ask(InterviewsOf(id), command, does, ct).ConfigureAwait(false);
    }

    /// <summary>A case in the part the caller has in it; null when there is none for this caller.</summary>
    public async Task<InterviewView?> ReadInterview(InterviewId id, Caller caller, CancellationToken ct)
    {
        if (await CaseFor(id, caller, ct).ConfigureAwait(false) is not { } part) return null;
        await Look(id.Member, AuditParts.Hours, caller, ct).ConfigureAwait(false);
        return await InPart(id, part, ct).ConfigureAwait(false);
    }

    /// <summary>A case as lists show it, with names; null when there is none for this caller.</summary>
    public async Task<InterviewLine?> InterviewLine(InterviewId id, Caller caller, CancellationToken ct)
    {
        if (await CaseFor(id, caller, ct).ConfigureAwait(false) is null) return null;
        foreach (var closed in new[] { false, true })
        {
            var query = new InterviewQuery(id.Workplace, null, id.Member, closed, null, InterviewLimits.Page);
            if ((await Ask(Lists, query, static (g, q, t) => g.Cases(q, Caller.System, t), ct).ConfigureAwait(false)).Cases.FirstOrDefault(c => c.Id == id.Text) is { } line) return line;
        }

        return null;
    }

    /// <summary>Assigns, sets a date, decides on measures, follows them or calls off: the workplace. Null when there is no such case for this caller.</summary>
    /// <param name="opens">The command may open a case.</param>
    public async Task<Answer<InterviewView>?> KeepInterview<TCommand>(
        InterviewId id, bool opens, TCommand command, Caller caller, Func<IInterviewsGrain, TCommand, CancellationToken, Task<Answer<InterviewView>>> does, CancellationToken ct)
    {
        Require(caller, new Target.KeepInterview(id), "keep an interview");
        if (!opens && await CaseFor(id, caller, ct).ConfigureAwait(false) is null) return null;
        return await Ask(InterviewsOf(id.Workplace), command, does, ct).ConfigureAwait(false);
    }

    /// <summary>Sets a date: the workplace, or who was assigned. Null when there is no such case for this caller.</summary>
    public async Task<Answer<InterviewView>?> AppointInterview(InterviewId id, AppointInterview command, CancellationToken ct)
    {
        if (await CaseFor(id, command.Caller, ct).ConfigureAwait(false) is not { } part) return null;
        if (part != InterviewPart.Interviewer) Require(command.Caller, new Target.KeepInterview(id), "set the date of an interview");
        return await Ask(InterviewsOf(id.Workplace), command, static (g, c, t) => g.Appoint(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>The interviewer's record and opinion. Null when there is no such case for this caller.</summary>
    public async Task<Answer<InterviewView>?> HoldInterview(InterviewId id, HoldInterview command, CancellationToken ct)
    {
        if (await CaseFor(id, command.Caller, ct).ConfigureAwait(false) is not { } part) return null;
        var person = part == InterviewPart.Interviewer ? await PersonOf(command.Caller, ct).ConfigureAwait(false) : null;
        Require(command.Caller, new Target.HoldInterview(id, person, person), "hold an interview");
        return await Ask(InterviewsOf(id.Workplace), command with { Interviewer = person ?? default }, static (g, c, t) => g.Hold(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>The physician's check of sleep and fatigue. Null when there is no such person.</summary>
    public async Task<Answer<InterviewView>?> FillCheck(InterviewId id, FillFatigueCheck command, CancellationToken ct)
    {
        Require(command.Caller, new Target.FillCheck((await Hers(id, command.Caller, ct).ConfigureAwait(false)).Member), "fill in the check");
        if (await MembershipOf(id.Member, ct).ConfigureAwait(false) is null) return null;
        return await Ask(InterviewsOf(id.Workplace), command, static (g, c, t) => g.FillCheck(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>The physician passes the result on to another employer. Null when there is no such case for this caller.</summary>
    public async Task<Answer<InterviewView>?> PassInterviewOn(InterviewId id, PassInterviewOn command, CancellationToken ct)
    {
        Require(command.Caller, new Target.FillCheck((await Hers(id, command.Caller, ct).ConfigureAwait(false)).Member), "pass an interview on");
        if (await CaseFor(id, command.Caller, ct).ConfigureAwait(false) is null) return null;
        return await Ask(InterviewsOf(id.Workplace), command, static (g, c, t) => g.PassOn(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>What the caller may do in a case, for pages that offer it.</summary>
    public async Task<(bool Keeps, bool Holds, bool Own)> PartIn(InterviewView view, Caller caller, CancellationToken ct)
    {
        if (!InterviewId.TryParse(view.Id, out var id)) return default;
        var holds = caller.Role == CallerRole.Interviewer && Scopes.Allows(caller, new Target.HoldInterview(id, view.Interviewer, await PersonOf(caller, ct).ConfigureAwait(false)));
        return (Scopes.Allows(caller, new Target.KeepInterview(id)), holds, Scopes.Allows(caller, new Target.FillCheck((await Hers(id, caller, ct).ConfigureAwait(false)).Member)));
    }

    bool InterviewsThere(WorkplaceId id, Caller caller)
    {
        Require(caller, new Target.SeeInterviews(id), "see what waits of interviews");
        return true;
    }

    IInterviewsGrain InterviewsOf(WorkplaceId id) => actors.Grain<IInterviewsGrain>(id.Code);

    IInterviewListGrain Lists => actors.Grain<IInterviewListGrain>(0);

    Task<InterviewView?> InPart(InterviewId id, InterviewPart part, CancellationToken ct) =>
        Ask(InterviewsOf(id.Workplace), (id, part), static (g, w, t) => g.Read(w.id.Member, w.id.Month, w.part, Caller.System, t), ct);

    /// <summary>The case by the number a physician who asks has now: it may have been opened under one that was merged since.</summary>
    async Task<InterviewId> Hers(InterviewId id, Caller caller, CancellationToken ct) => caller.Role == CallerRole.Member ? id with { Member = await Lead(id.Member, ct).ConfigureAwait(false) } : id;

    /// <summary>The part the caller has in a case; null when there is none for this caller. Asking for one that is not there is recorded like asking for one out of sight.</summary>
    async Task<InterviewPart?> CaseFor(InterviewId id, Caller caller, CancellationToken ct)
    {
        var view = await InPart(id, InterviewPart.Workplace, ct).ConfigureAwait(false);
        var person = caller.Role == CallerRole.Interviewer ? await PersonOf(caller, ct).ConfigureAwait(false) : null;
        var target = new Target.SeeInterview(await Hers(id, caller, ct).ConfigureAwait(false), view?.Interviewer, person);
        if (view is not null && Scopes.Allows(caller, target)) return caller.Role switch { CallerRole.Member => InterviewPart.Physician, CallerRole.Interviewer => InterviewPart.Interviewer, _ => InterviewPart.Workplace };
        if (!SeesAll(caller)) await Refuse(caller, target).ConfigureAwait(false);
        return null;
    }
}
