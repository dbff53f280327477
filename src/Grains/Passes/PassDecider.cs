using Decision = JmaActors.Ledgers.Decision<JmaActors.Passes.PassEvent>;
using JmaActors.Ledgers;

namespace JmaActors.Passes;

/// <summary>What a person's pass ledger decides. Pure.</summary>
public static class PassDecider
{
    /// <summary>Takes back what was shown so far; the same key again changes nothing.</summary>
    public static Decision Revoke(PassState state, RevokePasses command, Deciding deciding)
    {
        if (command.Key.Length is 0 or > PassLimits.KeyLength) return Decision.Refuse("bad-key", "", $"A key has 1 to {PassLimits.KeyLength} characters.");
        if (state.GenerationOf(command.Key) > 0) return Decision.Again();
        if (string.IsNullOrWhiteSpace(command.Reason)) return Decision.Refuse("no-reason");
        if (command.Reason.Length > PassLimits.ReasonLength) return Decision.Refuse("reason-too-long", "", $"A reason has at most {PassLimits.ReasonLength} characters.");
        if (state.Generation >= PassLimits.Generations) return Decision.Refuse("ledger-full", "", $"Passes can be taken back {PassLimits.Generations} times.");
        return Decision.Event(new PassesRevoked(state.Generation + 1, command.Key, command.Reason));
    }
}
