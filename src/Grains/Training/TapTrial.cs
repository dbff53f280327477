using System.Text.Json;
using JmaActors.Ledgers;
using JmaActors.Time;

namespace JmaActors.Training;

/// <summary>
/// What taps would come to, one after the other, on a copy of the session: each is decided as at the door and folded, so that a coming makes the going that follows
/// it possible. Nothing is kept. Pure.
/// </summary>
static class TapTrial
{
    /// <summary>Of each tap, in the order given, why it would not be taken; null when it would.</summary>
    public static TapTried[] Of(SessionState state, SessionLedger ledger, IReadOnlyList<DoorTap> taps, Deciding deciding)
    {
        var copy = JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(state, ledger.SnapshotJson), ledger.SnapshotJson)!;
        var (tried, version) = (new TapTried[taps.Count], deciding.Version);
        foreach (var i in Enumerable.Range(0, taps.Count).OrderBy(i => taps[i].Card.At))
        {
            var decision = ledger.Decider.Tap(copy, taps[i], deciding with { Version = version });
            for (var e = 0; e < decision.Count; e++) ledger.Evolve(copy, decision[e], new EventMeta(++version, deciding.Now, Tokyo.DateOf(deciding.Now), deciding.Caller, decision.Edition, null, 0));
            var kept = decision.Refusal is null ? SessionAnswers.Tap(copy, taps[i].Key) : null;
            tried[i] = new TapTried(decision.Refusal?.Reason ?? kept?.Reason, decision.Repeat);
        }
        return tried;
    }
}
