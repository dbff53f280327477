using JmaActors.Ledgers;

namespace JmaActors.Training;

/// <summary>A training program: a draft until it is approved and opened; then its session lives on its own.</summary>
[GrainType(ProgramLedger.Name)]
public sealed class TrainingProgramGrain(LedgerServices services, ProgramLedger ledger)
    : LedgerGrain<ProgramState, ProgramEvent>(services, ledger), ITrainingProgramGrain
{
    /// <summary>How long opening waits for the session to have its plan; shorter than the response timeout of a grain call.</summary>
    static readonly TimeSpan HandOver = TimeSpan.FromSeconds(5);

    ProgramId Id => new(Key);

    public async Task<Answer<ProgramView>> Create(CreateProgram command, CancellationToken ct)
    {
        if (!ProgramId.TryParse(Key, out _)) return new Answer<ProgramView>(null, new Refusal("bad-id", "", "A program id has 3 to 40 letters, digits or hyphens."), 0, false);
        return await Commit(command, command.Caller, ledger.Decider.Create, Shown, ct);
    }

    public async Task<Answer<ProgramView>> Copy(CopyProgram command, CancellationToken ct)
    {
        if (State.Created) return await Durable(new Answer<ProgramView>(Shown(State, command), null, Version, true));
        if (!ProgramId.TryParse(Key, out _)) return new Answer<ProgramView>(null, new Refusal("bad-id", "", "A program id has 3 to 40 letters, digits or hyphens."), 0, false);
        if (await GrainFactory.GetGrain<ITrainingProgramGrain>(command.From.Code).Read(command.Caller, ct) is not { } from)
            return new Answer<ProgramView>(null, ProgramDecider.NoProgram, Version, false);
        var content = ProgramContent.Of(from);
        var days = command.StartsOn.DayNumber - ProgramRules.FirstDay(content).DayNumber;
        var creation = new Creation(content.MovedBy(days).ToCreate(command.Host ?? from.Host, command.Caller), from.Id);
        return await Commit(creation, command.Caller, ledger.Decider.Create, Shown, ct);
    }

    public Task<Answer<ProgramView>> Change(ChangeProgram command, CancellationToken ct) =>
        Commit(command, command.Caller, ledger.Decider.Change, Shown, ct);

    public Task<Answer<ProgramView>> Apply(Caller caller, CancellationToken ct) =>
        Commit(caller, caller, ledger.Approvals.Apply, Shown, ct);

    public Task<Answer<ProgramView>> Decide(DecideProgram command, CancellationToken ct) =>
        Commit(command, command.Caller, ledger.Approvals.Decide, Shown, ct);

    public Task<Answer<ProgramView>> Withdraw(Caller caller, CancellationToken ct) =>
        Commit(caller, caller, ledger.Approvals.Withdraw, Shown, ct);

    public Task<Answer<ProgramView>> Publish(Caller caller, CancellationToken ct) =>
        Commit(caller, caller, ledger.Decider.Publish, Shown, ct);

    public Task<Answer<ProgramView>> Cancel(CancelProgram command, CancellationToken ct) =>
        Commit(command, command.Caller, ledger.Decider.Cancel, Shown, ct);

    public Task<IReadOnlyList<ProgramHistoryLine>> History(long after, Caller caller, CancellationToken ct) =>
        ProgramHistory.Read(ledger, Services.Journal, Ledger, after, ct);

    public Task<Answer<ProgramView>> SetTimeline(SetTimeline command, CancellationToken ct) =>
        Commit(command, command.Caller, ledger.Decider.SetTimeline, Shown, ct);

    public async Task<Answer<ProgramView>> Open(Caller caller, CancellationToken ct)
    {
        var answer = await Commit(Id, caller, ledger.Decider.Open, Shown, ct);
        if (answer.Accepted) await Services.Outbox.Drained(Ledger, LedgerNames.Name(SessionLedger.Name, ProgramState.SessionOf(Id).Code), HandOver, ct);
        return answer;
    }

    public Task<ProgramView?> Read(Caller caller, CancellationToken ct) => Durable(ProgramAnswers.View(State, Id, Version, ledger.Book));

    ProgramView Shown<TCommand>(ProgramState state, TCommand command) => ProgramAnswers.View(state, Id, Version, ledger.Book)!;
}
