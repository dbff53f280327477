using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Journal;

namespace JmaActors.Ledgers;

/// <summary>A ledger's kind as the machinery needs it: its name and how its keys are made.</summary>
public interface ILedgerKind
{
    /// <summary>Short stable name; the first part of every ledger name and the grain type.</summary>
    string Kind { get; }

    /// <summary>True when its grains are keyed by a number.</summary>
    bool NumberKey { get; }

    /// <summary>Names and schemas of its events, for the contract snapshot.</summary>
    IEnumerable<(string Name, short Schema, Type Type)> EventTypes { get; }

    /// <summary>Every view it writes.</summary>
    IReadOnlyList<ViewTable> Views { get; }
}

/// <summary>
/// Everything about one kind of ledger that is not a grain: its events, how they fold, what they show in views, whom they tell. Pure; one instance a silo.
/// </summary>
public abstract class LedgerDefinition<TState, TEvent> : ILedgerKind
    where TState : class, new()
    where TEvent : class
{
    public abstract string Kind { get; }

    public abstract bool NumberKey { get; }

    public abstract EventCatalog<TEvent> Events { get; }

    /// <summary>How the state is kept in snapshots. A snapshot that cannot be read is passed over and the history folded instead.</summary>
    public abstract JsonTypeInfo<TState> SnapshotJson { get; }

    /// <summary>Raised when the meaning of the state changes, so that older snapshots are passed over.</summary>
    public virtual int SnapshotSchema => 1;

    public virtual IReadOnlyList<ViewTable> Views => [];

    public IEnumerable<(string Name, short Schema, Type Type)> EventTypes => Events.All;

    /// <summary>Folds one event into the state, in place. <paramref name="key"/> is the ledger's key.</summary>
    public abstract void Evolve(TState state, TEvent e, in EventMeta meta);

    /// <summary>View rows that show the state after the event.</summary>
    public virtual void Project(string key, TState state, TEvent e, in EventMeta meta, ViewSink views) { }

    /// <summary>View rows that show the state after everything decided at once: for rows that follow from the state alone and cost something to make.</summary>
    /// <param name="recorded">When it was decided.</param>
    /// <param name="late">All of it is such that the whole row may follow a moment later (<see cref="Late"/>).</param>
    public virtual void Show(string key, TState state, DateTimeOffset recorded, bool late, ViewSink views) { }

    /// <summary>Whether the whole row may follow a moment after this event: its actor then has to see that it does.</summary>
    public virtual bool Late(TEvent e) => false;

    /// <summary>What the event tells other ledgers; at most one parcel per receiver.</summary>
    public virtual void Tell(string key, TState state, TEvent e, in EventMeta meta, ParcelSink parcels) { }

    /// <summary>Hints for the change feed, once per append.</summary>
    public virtual void Touch(string key, TState state, List<Touch> touches) { }

    /// <summary>Decides what a parcel changes. The default takes none: the sender's lane is parked for an operator.</summary>
    public virtual Decision<TEvent> Accept(TState state, Parcel parcel, in Deciding deciding) => Decision<TEvent>.Refuse("unknown-parcel", "", parcel.Type);
}

/// <summary>Collects the parcels of one event.</summary>
public sealed class ParcelSink
{
    internal string Sender = "";
    internal long Version;

    internal List<ParcelRow> Rows { get; } = [];

    /// <param name="receiver">Ledger name, e.g. <c>credits/1000000001</c>.</param>
    public void Send<T>(string receiver, string type, T message, JsonTypeInfo<T> json) =>
        Rows.Add(new ParcelRow(Sender, Version, receiver, type, JsonSerializer.SerializeToUtf8Bytes(message, json)));
}
