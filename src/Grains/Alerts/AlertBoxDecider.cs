using JmaActors.Ledgers;
using Decision = JmaActors.Ledgers.Decision<JmaActors.Alerts.AlertBoxEvent>;

namespace JmaActors.Alerts;

/// <summary>What becomes of an inbox. Pure.</summary>
static class AlertBoxDecider
{
    /// <summary>Keeps what was chosen of what is told; of nothing chosen, nothing.</summary>
    public static Decision Keep(AlertBoxState state, CrossingsTold told, CallerRole role, AlertPolicy policy)
    {
        var kept = AlertChoiceRules.Keep(told.Crossings, Chosen(state, role, policy));
        return kept.Count == 0 ? Decision.Nothing() : Decision.Event(new AlertsKept(told.Member, [.. kept.Select(k => new KeptAlert(k.Crossing, k.Ways))]), edition: policy.Edition);
    }

    /// <summary>What is told: as chosen, or by default. What is always told goes by default where it was not chosen how.</summary>
    public static IReadOnlyList<AlertChoice> Chosen(AlertBoxState state, CallerRole role, AlertPolicy policy)
    {
        var defaults = policy.Defaults.GetValueOrDefault(role) ?? [];
        return state.Choices is { } chosen ? [.. chosen, .. defaults.Where(d => d.Kind.AlwaysTold() && !chosen.Any(c => c.Kind == d.Kind))] : defaults;
    }

    public static Decision MarkRead(AlertBoxState state, MarkAlertsRead command, Deciding deciding)
    {
        var unread = state.Alerts.Where(a => a.Read is null && (command.Numbers.Count == 0 ? a.Number <= command.UpTo : command.Numbers.Contains(a.Number))).ToList();
        return unread.Count == 0 ? Decision.Again() : Decision.Event(new AlertsRead(command.Numbers.Count == 0 ? [] : [.. unread.Select(a => a.Number)], command.UpTo));
    }

    public static Decision Choose(AlertBoxState state, (ChooseAlerts Command, CallerRole Role, AlertPolicy Policy) prepared, Deciding deciding)
    {
        var (command, role, policy) = prepared;
        if (state.Choices is not null && state.ChoiceKey == command.Key) return Decision.Again();
        if (command.Key.Length is 0 or > AlertLimits.Key) return Decision.Refuse("bad-key", "", $"A key has 1 to {AlertLimits.Key} characters.");
        return AlertChoiceRules.Fit(command.Choices, role, policy)
            ? Decision.Event(new AlertsChosen(command.Key, [.. command.Choices.Where(c => c.Ways != AlertWays.None)]), edition: policy.Edition)
            : Decision.Refuse("bad-choice", "", "Choose of what is offered, each once.");
    }

    public static Decision LetterSent(AlertBoxState state, (long UpTo, int Recipients) letter, Deciding deciding) =>
        state.Waiting.Any(a => a.Number <= letter.UpTo) ? Decision.Event(new AlertLetterSent(letter.UpTo, letter.Recipients)) : Decision.Again();
}
