using JmaActors.Ledgers;

namespace JmaActors.Training;

/// <summary>A training program: a draft with a timeline until it is opened; then its session lives on its own.</summary>
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

    public Task<Answer<ProgramView>> SetTimeline(SetTimeline command, CancellationToken ct) =>
        Commit(command, command.Caller, ledger.Decider.SetTimeline, Shown, ct);

    public async Task<Answer<ProgramView>> Open(Caller caller, CancellationToken ct)
    {
        var answer = await Commit(Id, caller, ledger.Decider.Open, Shown, ct);
        if (answer.Accepted) await Services.Outbox.Drained(Ledger, LedgerNames.Name(SessionLedger.Name, ProgramState.SessionOf(Id).Code), HandOver, ct);
        return answer;
    }

    public Task<ProgramView?> Read(Caller caller, CancellationToken ct) => Durable(State.View(Id, Version));

    ProgramView Shown<TCommand>(ProgramState state, TCommand command) => state.View(Id, Version)!;
}
