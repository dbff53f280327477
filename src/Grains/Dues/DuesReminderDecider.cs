using Decision = JmaActors.Ledgers.Decision<JmaActors.Dues.DuesEvent>;
using JmaActors.Ledgers;
using JmaActors.Time;

namespace JmaActors.Dues;

/// <summary>What becomes of reminders of dues. Pure.</summary>
public static class DuesReminderDecider
{
    /// <summary>The step that is due today. What may no longer agree with the record is not reminded of before it does.</summary>
    public static Decision Remind(DuesState state, DuesPolicy policy, Deciding deciding)
    {
        var today = Tokyo.DateOf(deciding.Now);
        return !state.Behind && DuesReminderRules.Due(state, policy, today) is { Count: > 0 } due ? Sent(due, policy, today) : Decision.Nothing();
    }

    public static Decision RemindNow(DuesState state, (RemindDues Command, DuesPolicy Policy, string? Unreachable) asked, Deciding deciding)
    {
        var (key, today) = (asked.Command.Key, Tokyo.DateOf(deciding.Now));
        if (state.Reminders.Exists(r => r.Key == key)) return Decision.Again();
        if (state.Deeds.ContainsKey(key) || state.Payments.Exists(p => p.Key == key) || state.Reductions.Exists(r => r.Key == key)) return Decision.Refuse(DuesMoneyDecider.KeyTaken);
        if (DuesMoneyDecider.Fault(state, key) is { } fault) return Decision.Refuse(fault);
        if (asked.Unreachable is { } why) return Decision.Refuse(why);
        if (DuesReminderRules.Held(state, today)) return Decision.Refuse("reminders-held", "", $"Reminders are held back until {state.Hold!.Until:yyyy-MM-dd}.");
        if (state.Reminders.Exists(r => r.On == today)) return Decision.Refuse("reminded-today");
        if (DuesReminderRules.Drawn(state, today)) return Decision.Refuse("being-drawn");
        return DuesReminderRules.Now(state, asked.Policy, today, key) is { Count: > 0 } now ? Sent(now, asked.Policy, today) : Decision.Refuse("nothing-late");
    }

    static Decision Sent(IReadOnlyList<DuesReminded> reminders, DuesPolicy policy, DateOnly today) => Decision.Events([.. reminders], [.. reminders.Select(_ => today)], policy.Edition);

    public static Decision Hold(DuesState state, HoldReminders command, Deciding deciding)
    {
        var today = Tokyo.DateOf(deciding.Now);
        if (DuesMoneyDecider.Known(state, command.Key, DuesDeed.Of(command)) is { } known) return known;
        if ((DuesMoneyDecider.Fault(state, command.Key) ?? DuesMoneyDecider.Reason(command.Reason)) is { } fault) return Decision.Refuse(fault);
        if (command.Until is not { } until) return DuesReminderRules.Held(state, today) ? Decision.Event(new RemindersResumed(command.Key, command.Reason)) : Decision.Refuse("no-hold");
        return until < today || (until > today.AddDays(DuesLimits.HoldDays) && (until, command.Caller.Role) != (DuesHold.ForGood, CallerRole.System))
            ? Decision.Refuse("bad-period", "", $"Reminders are held back until a day from today on, at most {DuesLimits.HoldDays} days ahead.")
            : Decision.Event(new RemindersHeld(command.Key, until, command.Reason));
    }
}
