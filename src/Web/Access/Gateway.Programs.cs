using JmaActors.Directory;
using JmaActors.Training;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>Creates a program as a draft under an id of the sender's choice.</summary>
    public Task<Answer<ProgramView>> CreateProgram(ProgramId id, CreateProgram command, CancellationToken ct)
    {
        Require(command.Caller, new Target.SteerProgram(command.Host), "create a program");
        return Ask(Program(id), command, static (g, c, t) => g.Create(c, t), ct);
    }

    /// <summary>Copies a program the caller may see into a draft of its own; null when there is none to copy.</summary>
    public async Task<Answer<ProgramView>?> CopyProgram(ProgramId id, CopyProgram command, CancellationToken ct)
    {
        if (await ReadProgram(command.From, command.Caller, ct).ConfigureAwait(false) is not { } from) return null;
        Require(command.Caller, new Target.SteerProgram(command.Host ?? from.Host), "copy a program");
        return await Ask(Program(id), command, static (g, c, t) => g.Copy(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>Changes a program; null when there is no such program.</summary>
    public Task<Answer<ProgramView>?> ChangeProgram(ProgramId id, ChangeProgram command, CancellationToken ct) =>
        Steer(id, command, command.Caller, "change a program", static (g, c, t) => g.Change(c, t), ct);

    /// <summary>Replaces a timeline; null when there is no such program.</summary>
    public Task<Answer<ProgramView>?> SetTimeline(ProgramId id, SetTimeline command, CancellationToken ct) =>
        Steer(id, command, command.Caller, "set a timeline", static (g, c, t) => g.SetTimeline(c, t), ct);

    /// <summary>Applies for approval; null when there is no such program.</summary>
    public Task<Answer<ProgramView>?> ApplyForProgram(ProgramId id, Caller caller, CancellationToken ct) =>
        Steer(id, caller, caller, "apply for a program", static (g, c, t) => g.Apply(c, t), ct);

    /// <summary>Takes an application back; null when there is no such program.</summary>
    public Task<Answer<ProgramView>?> WithdrawProgram(ProgramId id, Caller caller, CancellationToken ct) =>
        Steer(id, caller, caller, "withdraw an application", static (g, c, t) => g.Withdraw(c, t), ct);

    /// <summary>Shows the program to everybody; null when there is no such program.</summary>
    public Task<Answer<ProgramView>?> PublishProgram(ProgramId id, Caller caller, CancellationToken ct) =>
        Steer(id, caller, caller, "publish a program", static (g, c, t) => g.Publish(c, t), ct);

    /// <summary>Opens the program's session; null when there is no such program.</summary>
    public Task<Answer<ProgramView>?> OpenProgram(ProgramId id, Caller caller, CancellationToken ct) =>
        Steer(id, caller, caller, "open a program", static (g, c, t) => g.Open(c, t), ct);

    /// <summary>Calls the program off; null when there is no such program.</summary>
    public Task<Answer<ProgramView>?> CancelProgram(ProgramId id, CancelProgram command, CancellationToken ct) =>
        Steer(id, command, command.Caller, "cancel a program", static (g, c, t) => g.Cancel(c, t), ct);

    /// <summary>The approver's word on one scheme; null when there is no such program. What was not applied for is the actor's to refuse.</summary>
    public async Task<Answer<ProgramView>?> DecideOnProgram(ProgramId id, DecideProgram command, CancellationToken ct)
    {
        if (await ReadProgram(id, command.Caller, ct).ConfigureAwait(false) is not { } program) return null;
        var line = program.Approvals?.FirstOrDefault(a => a.Scheme == command.Scheme);
        if (line is not null || !SeesAll(command.Caller)) Require(command.Caller, new Target.ApproveProgram(line?.Approver ?? default), "decide on a program");
        return await Ask(Program(id), command, static (g, c, t) => g.Decide(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>The program; null when not created, or when it is a draft the caller may not see.</summary>
    public async Task<ProgramView?> ReadProgram(ProgramId id, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeePublic(), "read programs");
        var program = await Ask(Program(id), caller, static (g, c, t) => g.Read(c, t), ct).ConfigureAwait(false);
        if (program is null || program.Published || Scopes.Allows(caller, DraftOf(program))) return program;
        await Refuse(caller, DraftOf(program)).ConfigureAwait(false);
        return null;
    }

    /// <summary>What happened to the program, for its host and its approvers; null when there is no such program.</summary>
    public async Task<IReadOnlyList<ProgramHistoryLine>?> ProgramHistory(ProgramId id, long after, Caller caller, CancellationToken ct)
    {
        if (await ReadProgram(id, caller, ct).ConfigureAwait(false) is not { } program) return null;
        Require(caller, DraftOf(program), "read a program's history");
        return await Ask(Program(id), (after, caller), static (g, w, t) => g.History(w.after, w.caller, t), ct).ConfigureAwait(false);
    }

    /// <summary>A page of the programs the caller may see.</summary>
    public Task<ProgramPage> Programs(ProgramQuery query, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeePublic(), "read programs");
        return Ask(DirectoryGrain, (query, caller), static (g, w, t) => g.Programs(w.query, w.caller, t), ct);
    }

    /// <summary>Programs that wait for the caller's word, those that begin soonest first; for the operator, for anybody's.</summary>
    public Task<ProgramPage> WaitingApprovals(string? after, Caller caller, CancellationToken ct)
    {
        var own = SeesAll(caller) ? (AssociationId?)null : AssociationId.TryParse(caller.Scope, out var office) ? office : default(AssociationId);
        if (own is { } approver) Require(caller, new Target.SeeApprovals(approver), "see what waits for approval");
        return Programs(new ProgramQuery(null, null, after, WaitsFor: own, Soonest: true, Waiting: true), caller, ct);
    }

    /// <summary>Subjects a talk can offer on a date, of every scheme beside CME.</summary>
    public Task<IReadOnlyList<SubjectLine>> Subjects(DateOnly on, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeePublic(), "read subjects");
        return Ask(DirectoryGrain, on, static (g, d, t) => g.Subjects(d, t), ct);
    }

    /// <summary>What the caller may do with a program: what the page offers as buttons.</summary>
    public static (bool Steers, bool SeesDraft) MayDo(ProgramView program, Caller caller) =>
        (Scopes.Allows(caller, new Target.SteerProgram(program.Host)), Scopes.Allows(caller, DraftOf(program)));

    /// <summary>True when one scheme's word is the caller's.</summary>
    public static bool MayDecide(ApprovalLine line, Caller caller) => Scopes.Allows(caller, new Target.ApproveProgram(line.Approver));

    static Target.SeeDraft DraftOf(ProgramView program) =>
        new(program.Host, [.. (program.Approvals ?? []).Where(a => a.State != ApprovalState.None).Select(a => a.Approver)]);

    async Task<Answer<ProgramView>?> Steer<TCommand>(
        ProgramId id, TCommand command, Caller caller, string what, Func<ITrainingProgramGrain, TCommand, CancellationToken, Task<Answer<ProgramView>>> question, CancellationToken ct)
    {
        if (await ReadProgram(id, caller, ct).ConfigureAwait(false) is not { } program) return null;
        Require(caller, new Target.SteerProgram(program.Host), what);
        return await Ask(Program(id), command, question, ct).ConfigureAwait(false);
    }

    ITrainingProgramGrain Program(ProgramId id) => actors.Grain<ITrainingProgramGrain>(id.Code);
}
