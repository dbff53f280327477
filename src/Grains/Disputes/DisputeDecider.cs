using Decision = JmaActors.Ledgers.Decision<JmaActors.Disputes.DisputeEvent>;
using JmaActors.Ledgers;

namespace JmaActors.Disputes;

/// <summary>A command with what was done before the decision: its words are sealed.</summary>
/// <param name="Sealed">Null when there is no such person, or the person was erased.</param>
/// <param name="Due">By when a case opened now is to be decided.</param>
/// <param name="Correction">The newest event of the record in question since the case was opened; null without one.</param>
public readonly record struct PreparedDispute<T>(T Command, byte[]? Sealed, DateOnly Due = default, string? Correction = null);

/// <summary>What becomes of a case. Pure.</summary>
public static class DisputeDecider
{
    public static Decision Open(DisputeState state, PreparedDispute<OpenDispute> prepared, Deciding deciding)
    {
        if (state.Status is not null) return Decision.Again();
        var command = prepared.Command;
        if (!Enum.IsDefined(command.Subject) || command.About.Length is 0 or > DisputeLimits.About) return Decision.Refuse("bad-subject");
        if (Fault(command.Words) is { } fault) return Decision.Refuse(fault);
        return prepared.Sealed is { } words
            ? Decision.Event(new DisputeOpened(command.Subject, command.About, words, command.Office.Code, prepared.Due))
            : Decision.Refuse("erased");
    }

    public static Decision Say(DisputeState state, PreparedDispute<SayDispute> prepared, Deciding deciding)
    {
        var command = prepared.Command;
        if (state.Keys.Contains(command.Key)) return Decision.Again();
        if (!state.UnderWay) return Decision.Refuse(NotOpen);
        if (!DisputeId.IsKey(command.Key)) return Decision.Refuse("bad-key", "", $"A key has 1 to {DisputeLimits.Key} letters, digits, hyphens or underscores.");
        if (Fault(command.Words) is { } fault) return Decision.Refuse(fault);
        if (state.Lines.Count >= DisputeLimits.Lines) return Decision.Refuse("ledger-full", "", $"A case takes at most {DisputeLimits.Lines} words from both sides.");
        return prepared.Sealed is { } words ? Decision.Event(new DisputeSaid(command.Key, words, command.ByOffice)) : Decision.Refuse("erased");
    }

    public static Decision Decide(DisputeState state, PreparedDispute<DecideDispute> prepared, Deciding deciding)
    {
        var command = prepared.Command;
        if (state.Status == (command.Upheld ? DisputeStatus.Upheld : DisputeStatus.Rejected)) return Decision.Again();
        if (!state.UnderWay) return Decision.Refuse(NotOpen);
        if (Fault(command.Words) is { } fault) return Decision.Refuse(fault);
        if (command.Upheld && prepared.Correction is null) return Decision.Refuse("not-corrected", "", "Correct the record first: the correction is named with the decision.");
        // Of somebody who was erased nothing can be sealed any more: the case is closed without words.
        return Decision.Event(new DisputeDecided(command.Upheld, prepared.Sealed ?? [], command.Upheld ? prepared.Correction : null));
    }

    public static Decision Withdraw(DisputeState state, Caller caller, Deciding deciding) =>
        state.Status == DisputeStatus.Withdrawn ? Decision.Again() : state.UnderWay ? Decision.Event(new DisputeWithdrawn()) : Decision.Refuse(NotOpen);

    static readonly Refusal NotOpen = new("not-open-case", "", "The case is not open, or no longer.");

    static Refusal? Fault(string words) =>
        string.IsNullOrWhiteSpace(words) ? new Refusal("no-words")
        : words.Length > DisputeLimits.Words ? new Refusal("too-many-words", "", $"At most {DisputeLimits.Words} characters.")
        : null;
}
