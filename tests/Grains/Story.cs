using JmaActors.Journal;
using JmaActors.Ledgers;

namespace JmaActors.Tests.Grains;

/// <summary>Given events, when a command is decided, then events, a repeat or a refusal: a ledger's rules without its actor.</summary>
public sealed class Story<TState, TEvent>(LedgerDefinition<TState, TEvent> ledger, string key)
    where TState : class, new()
    where TEvent : class
{
    /// <summary>When everything in these stories happens.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    public TState State { get; } = new();

    public long Version { get; private set; }

    public Decision<TEvent> Decided { get; private set; }

    /// <summary>View rows of the events that followed the last command.</summary>
    public List<ViewRow> Rows { get; private set; } = [];

    /// <summary>Hints of the last command.</summary>
    public List<Touch> Touches { get; } = [];

    public Story<TState, TEvent> Given(params ReadOnlySpan<TEvent> events)
    {
        foreach (var e in events) ledger.Evolve(State, e, Meta());
        return this;
    }

    public Story<TState, TEvent> When<TCommand>(Func<TState, TCommand, Deciding, Decision<TEvent>> decide, TCommand command)
    {
        Decided = decide(State, command, new Deciding(Now, Caller.System, Version));
        var sink = new ViewSink();
        for (var i = 0; i < Decided.Count; i++)
        {
            var meta = Meta(Decided.EffectiveOf(i));
            ledger.Evolve(State, Decided[i], meta);
            ledger.Project(key, State, Decided[i], meta, sink);
        }
        if (Decided.Count > 0) ledger.Show(key, State, Now, false, sink);
        Rows = sink.Rows;
        Touches.Clear();
        if (Decided.Count > 0) ledger.Touch(key, State, Touches);
        return this;
    }

    public T Then<T>()
        where T : TEvent
    {
        Assert.Null(Decided.Refusal);
        Assert.Equal(1, Decided.Count);
        return Assert.IsType<T>(Decided[0]);
    }

    public void ThenNothing(bool repeat)
    {
        Assert.Null(Decided.Refusal);
        Assert.Equal((0, repeat), (Decided.Count, Decided.Repeat));
    }

    public void ThenRefused(string reason, string rule = "")
    {
        Assert.Equal(0, Decided.Count);
        Assert.Equal(reason, Decided.Refusal?.Reason);
        if (rule.Length > 0) Assert.Equal(rule, Decided.Refusal!.Rule);
    }

    EventMeta Meta(DateOnly? effective = null) => new(++Version, Now, effective ?? new DateOnly(2026, 11, 23), Caller.System, "", null, 0);
}
