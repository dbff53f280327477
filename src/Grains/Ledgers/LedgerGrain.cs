using System.Diagnostics;
using JmaActors.Journal;

namespace JmaActors.Ledgers;

/// <summary>
/// An actor whose state is the fold of its events. Commands are decided by pure functions and applied with no await in between, so the actor is
/// reentrant and its commits pipeline; every answer waits until the version it was computed from is durable.
/// </summary>
[Reentrant]
public abstract partial class LedgerGrain<TState, TEvent> : Grain, ILedgerGrain
    where TState : class, new()
    where TEvent : class
{
    readonly LedgerServices services;
    readonly LedgerDefinition<TState, TEvent> definition;
    readonly LedgerCore<TState, TEvent> core;

    /// <summary>The newest append, until it is durable.</summary>
    Append? last;
    Exception? broken;

    protected LedgerGrain(LedgerServices services, LedgerDefinition<TState, TEvent> definition)
    {
        (this.services, this.definition) = (services, definition);
        var key = definition.NumberKey ? this.GetPrimaryKeyLong().ToString(System.Globalization.CultureInfo.InvariantCulture) : this.GetPrimaryKeyString();
        core = new LedgerCore<TState, TEvent>(definition, key, services, GrainContext.ActivationId.ToString());
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

    /// <summary>After the history is folded: timers, watchers, unfinished work.</summary>
    protected virtual Task Woken(CancellationToken ct) => Task.CompletedTask;

    /// <summary>After events became durable.</summary>
    protected virtual void Committed() { }

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
        var append = decision.Count > 0 ? Apply(decision, now, caller, null, 0) : null;
        var value = decision.Refusal is null ? answer(core.State, command) : default;
        var whole = new Answer<T>(value, decision.Refusal, core.Version, decision.Repeat);
        return append is null ? Durable(whole) : Finish(append, whole);
    }

    /// <summary>Hands a value out once the version it was read from is durable.</summary>
    protected Task<T> Durable<T>(T value)
    {
        RefuseIfBroken();
        return last is null || last.Done.IsCompletedSuccessfully ? Task.FromResult(value) : AfterCommit(last, value);
    }

    async Task<T> AfterCommit<T>(Append append, T value)
    {
        try
        {
            await append.Done;
        }
        catch (Exception e)
        {
            Break(e);
            throw;
        }
        return value;
    }

    /// <summary>The end of what this call itself appended.</summary>
    async Task<T> Finish<T>(Append append, T value)
    {
        try
        {
            await append.Done;
        }
        catch (Exception e)
        {
            Break(e);
            throw;
        }
        // An append holds its rows: an idle actor must not keep its last ones.
        if (last == append) last = null;
        Committed();
        // A snapshot is for the next waking; the caller does not wait for it.
        if (core.SnapshotWaitsFor(append)) core.KeepSnapshot(append).Ignore();
        return value;
    }

    Append Apply(in Decision<TEvent> decision, DateTimeOffset decided, Caller caller, string? sender, long senderVersion)
    {
        try
        {
            last = core.Apply(decision, decided, caller, sender, senderVersion);
            services.Journal.Append(last);
            return last;
        }
        catch (Exception e)
        {
            // The state has moved on and the journal has not: nothing may be decided on it any more.
            Break(e);
            throw;
        }
    }

    void Break(Exception why)
    {
        if (broken is not null) return;
        broken = why;
        LedgerLog.AppendFailed(services.Log, why, core.Ledger, core.Version);
        DeactivateOnIdle();
    }

    void RefuseIfBroken()
    {
        if (broken is not null) throw new TryAgainException((broken as TryAgainException)?.Reason ?? "moved", $"{core.Ledger} is reading its journal again; send the same command again.");
    }
}
