using JmaActors.Journal;

namespace JmaActors.Ledgers;

/// <summary>What an actor of its kind adds, and when.</summary>
public abstract partial class LedgerGrain<TState, TEvent>
{
    /// <summary>After the history is folded: timers, watchers, unfinished work.</summary>
    protected virtual Task Woken(CancellationToken ct) => Task.CompletedTask;

    /// <summary>True while <see cref="Committed"/> or <see cref="Heard"/> has something to do.</summary>
    protected virtual bool Follows => false;

    /// <summary>After events became durable, in the actor's own turn.</summary>
    protected virtual void Committed() { }

    /// <summary>What an answer waits for after <see cref="Committed"/>: somebody who has to have heard before it is given. Never fails.</summary>
    protected virtual Task Heard() => Task.CompletedTask;

    /// <summary>After a parcel was decided on and applied, in the same breath.</summary>
    protected virtual void Received(Parcel parcel) { }
}
