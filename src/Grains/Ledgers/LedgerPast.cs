using JmaActors.Journal;
using JmaActors.Records;

namespace JmaActors.Ledgers;

/// <summary>
/// Reads ledgers as they were, from the journal alone: no actor is woken, and one that is awake does not notice. What was known at an instant is the fold of the
/// first events up to the last that was recorded by then — a state that really stood, also where clocks of silos differ. What of it holds on a date, the state
/// itself says: its facts carry their dates.
/// </summary>
/// <remarks>Cost: one read for every thousand events and the folding of them; two readings of one ledger cost one reading and two folds.</remarks>
public sealed class LedgerPast(IJournal journal)
{
    /// <summary>The state as known at each of the instants, in the order given; null is now.</summary>
    /// <exception cref="PastTooLongException">The ledger has more than <see cref="RecordLimits.Events"/> events.</exception>
    public async Task<IReadOnlyList<TState>> Read<TState, TEvent>(
        LedgerDefinition<TState, TEvent> definition, string key, IReadOnlyList<DateTimeOffset?> known, CancellationToken ct)
        where TState : class, new()
        where TEvent : class
    {
        var states = known.Select(_ => new TState()).ToArray();
        var ended = new bool[states.Length];
        await foreach (var (_, e, meta) in Events(definition, key, ct))
        {
            for (var i = 0; i < states.Length; i++)
            {
                if (ended[i] |= meta.Recorded > known[i]) continue;
                definition.Evolve(states[i], e, meta);
            }
        }
        return states;
    }

    /// <summary>Every event of a ledger, oldest first, with the name it is stored under.</summary>
    /// <inheritdoc cref="Read" path="/exception" />
    public async IAsyncEnumerable<(string Type, TEvent Event, EventMeta Meta)> Events<TState, TEvent>(
        LedgerDefinition<TState, TEvent> definition, string key, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
        where TState : class, new()
        where TEvent : class
    {
        var ledger = LedgerNames.Name(definition.Kind, key);
        for (var after = 0L; ;)
        {
            var page = await journal.Read(ledger, after, ct).AsTask().OrTryAgain();
            if (page.Head.Version > RecordLimits.Events) throw new PastTooLongException(ledger);
            foreach (var row in page.Events)
            {
                var (e, meta) = EventCodec.Read(definition.Events, row);
                yield return (row.Type, e, meta);
            }
            if (page.Events.Count == 0 || page.Events[^1].Version >= page.Head.Version) yield break;
            after = page.Events[^1].Version;
        }
    }
}

/// <summary>A ledger has more events than are folded for a look at the past.</summary>
public sealed class PastTooLongException(string ledger) : Exception($"{ledger} has more than {RecordLimits.Events} events.");
