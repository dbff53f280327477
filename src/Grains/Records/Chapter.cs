using System.Runtime.CompilerServices;
using JmaActors.Ledgers;
using JmaActors.Members;

namespace JmaActors.Records;

/// <summary>Tells the events of one kind of ledger: what an event is about is looked at before and after it, and the difference is told.</summary>
abstract class Chapter<TState, TEvent>(string name, LedgerDefinition<TState, TEvent> definition, LedgerPast past) : IChapter
    where TState : class, new()
    where TEvent : class
{
    public string Name => name;

    public string Kind => definition.Kind;

    public abstract IReadOnlyList<string> Facts { get; }

    /// <summary>Keys of the ledgers that hold something of the person.</summary>
    protected abstract ValueTask<IReadOnlyList<string>> Keys(Telling telling, CancellationToken ct);

    /// <summary>What is so of what the event is about; null when it does not concern the person. Asked before the event (<paramref name="done"/> false) and after it.</summary>
    protected abstract Look? At(TState state, TEvent e, Telling telling, bool done);

    /// <summary>What else is to be said of an event, after it.</summary>
    protected abstract Said Of(TState state, TEvent e, string key, long version, Telling telling);

    /// <summary>Before the first line.</summary>
    protected virtual ValueTask<Telling> Begin(MemberId member, CancellationToken ct) => new(new Telling(member, static _ => PersonRules.Erased));

    public async IAsyncEnumerable<RecordLine> Tell(MemberId member, [EnumeratorCancellation] CancellationToken ct)
    {
        var telling = await Begin(member, ct);
        foreach (var key in await Keys(telling, ct))
        {
            var state = new TState();
            var ledger = LedgerNames.Name(definition.Kind, key);
            await foreach (var (type, e, meta) in past.Events(definition, key, ct))
            {
                var before = At(state, e, telling, done: false);
                definition.Evolve(state, e, meta);
                if (At(state, e, telling, done: true) is not { } after) continue;
                var said = Of(state, e, key, meta.Version, telling);
                yield return new RecordLine(
                    name, ledger, meta.Version, type, meta.Recorded, meta.Effective, meta.Caller, meta.Edition, said.About, said.Reason, after.Since(before), meta.Sender, said.Corrects);
            }
        }
    }

    /// <summary>What an event is about, and why it happened.</summary>
    /// <param name="Corrects">Version of the event it corrects.</param>
    protected readonly record struct Said(string About, string Reason = "", long? Corrects = null);
}

/// <summary>One telling of one person's chapter.</summary>
/// <param name="Open">Opens sealed attributes of the person.</param>
sealed record Telling(MemberId Member, Func<byte[], Person> Open)
{
    /// <summary>What ledgers are called, by key, where their names stand elsewhere.</summary>
    public Dictionary<string, string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Which event made what, by the key of what it made.</summary>
    public Dictionary<string, long> Made { get; } = new(StringComparer.Ordinal);
}
