using System.Diagnostics;
using JmaActors.Journal;

namespace JmaActors.Ledgers;

/// <summary>
/// An actor whose state is the fold of its events. Commands are decided by pure functions and applied with no await in between, so the actor is
/// reentrant and its commits pipeline; every answer waits until the version it was computed from is durable.
/// </summary>
[Reentrant]
public abstract partial class LedgerGrain<TState, TEvent> : Grain, ILedgerGrain, IAppendOwner
    where TState : class, new()
    where TEvent : class
{
    readonly LedgerServices services;
    readonly LedgerDefinition<TState, TEvent> definition;
    readonly LedgerCore<TState, TEvent> core;

    /// <summary>Ends when the newest append is durable.</summary>
    Task last = Task.CompletedTask;
    volatile Exception? broken;

    protected LedgerGrain(LedgerServices services, LedgerDefinition<TState, TEvent> definition)
    {
        (this.services, this.definition) = (services, definition);
        var key = definition.NumberKey ? this.GetPrimaryKeyLong().ToString(System.Globalization.CultureInfo.InvariantCulture) : this.GetPrimaryKeyString();
        core = new LedgerCore<TState, TEvent>(definition, key, services, GrainContext.ActivationId.ToString(), this);
    }

    /// <summary>The state as decided so far; what leaves the actor must wait for <see cref="Durable{T}"/>.</summary>
    protected TState State => core.State;

    protected long Version => core.Version;

    protected string Ledger => core.Ledger;

    protected string Key => core.Key;

    protected DateTimeOffset Now => services.Time.GetUtcNow();

    protected LedgerServices Services => services;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await core.Load(this.GetGrainId(), cancellationToken);
        }
        catch (JournalAwayException e)
        {
            throw new TryAgainException(e.Message, e);
        }
        await Woken(cancellationToken);
    }

    /// <summary>Decides a command, applies its events and answers once they are durable. Cancellation counts only before the decision.</summary>
    /// <param name="decide">Pure; gets the state, the command and the circumstances.</param>
    /// <param name="answer">Reads the answer from the state after the events; for a repeat it finds the first answer again.</param>
    protected Task<Answer<T>> Commit<TCommand, T>(
        TCommand command, Caller caller, Func<TState, TCommand, Deciding, Decision<TEvent>> decide, Func<TState, TCommand, T> answer, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        RefuseIfBroken();
        var now = Now;
        var decision = decide(core.State, command, new Deciding(now, caller, core.Version));
        if (decision.Count == 0) return Durable(Whole(decision, command, answer));
        try
        {
            var append = core.Apply(decision, now, caller, null, 0);
            return Queue(append, Whole(decision, command, answer));
        }
        catch (Exception e)
        {
            // The state has moved on and the journal has not: nothing may be decided on it any more.
            Failed(e);
            throw;
        }
    }

    /// <summary>Writes the rows that show the state, without an event; ends when they are durable.</summary>
    protected Task ShowAgain()
    {
        RefuseIfBroken();
        return core.Version == 0 ? Task.CompletedTask : Queue(core.Shown(Now), true);
    }

    Answer<T> Whole<TCommand, T>(in Decision<TEvent> decision, TCommand command, Func<TState, TCommand, T> answer) =>
        new(decision.Refusal is null ? answer(core.State, command) : default, decision.Refusal, core.Version, decision.Repeat);

    /// <summary>Hands a value out once the version it was read from is durable.</summary>
    protected Task<T> Durable<T>(T value)
    {
        RefuseIfBroken();
        return last.IsCompletedSuccessfully ? Task.FromResult(value) : After(last, value);
    }

    static async Task<T> After<T>(Task durable, T value)
    {
        await durable;
        return value;
    }

    /// <summary>Queues an append; the answer comes when it is durable, from the writer itself unless something of ours comes first.</summary>
    Task<T> Queue<T>(Append append, T answer)
    {
        var end = new AppendEnd<T>(answer);
        append.End = end;
        var before = last;
        last = end.Task;
        try
        {
            services.Journal.Append(append);
        }
        catch (TryAgainException)
        {
            // What was not taken never ends: nobody may wait for it.
            last = before;
            throw;
        }
        return Follows || core.SnapshotWaitsFor(append) ? Follow(append, end.Task) : end.Task;
    }

    async Task<T> Follow<T>(Append append, Task<T> end)
    {
        var answer = await end;
        Committed();
        // A snapshot is for the next waking; the caller does not wait for it.
        if (core.SnapshotWaitsFor(append)) core.KeepSnapshot(append).Ignore();
        await Heard();
        return answer;
    }

    /// <summary>
    /// Answers are short-lived; a ledger that held its last one until the next command would keep hundreds of thousands of them alive, and every sweep of the
    /// collector would have to move them.
    /// </summary>
    public void Landed(Task end) => Interlocked.CompareExchange(ref last, Task.CompletedTask, end);

    /// <summary>An append of ours failed, or could not be made: everything is refused, and the next activation reads the journal again.</summary>
    public void Failed(Exception why)
    {
        if (Interlocked.CompareExchange(ref broken, why, null) is not null) return;
        LedgerLog.AppendFailed(services.Log, why, core.Ledger, core.Version);
        GrainContext.Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "An append failed."));
    }

    void RefuseIfBroken()
    {
        if (broken is not null) throw new TryAgainException((broken as TryAgainException)?.Reason ?? "moved", $"{core.Ledger} is reading its journal again; send the same command again.");
    }
}
