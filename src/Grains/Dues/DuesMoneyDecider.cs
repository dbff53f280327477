using Decision = JmaActors.Ledgers.Decision<JmaActors.Dues.DuesEvent>;
using JmaActors.Ledgers;
using JmaActors.Time;

namespace JmaActors.Dues;

/// <summary>What becomes of the money of dues. Pure. A key that was used for something else is refused: an amount that is swallowed is nowhere.</summary>
public static class DuesMoneyDecider
{
    internal static readonly Refusal KeyTaken = new("key-taken", "", "Something else was recorded under this key.");

    public static Decision Pay(DuesState state, PayDues command, Deciding deciding)
    {
        if (state.Payments.Find(p => p.Key == command.Key) is { } known)
            return (known.Amount, known.On, known.Channel, known.Reference) == (command.Amount, command.On, command.Channel, command.Reference) ? Decision.Again() : Decision.Refuse(KeyTaken);
        if (Fault(state, command.Key) is { } fault) return Decision.Refuse(fault);
        if (command.Amount.Amount is <= 0 or > DuesLimits.LargestPayment) return Decision.Refuse("bad-amount", "", $"A payment is 1 to {DuesLimits.LargestPayment} yen.");
        if (command.On > Tokyo.DateOf(deciding.Now) || command.On.Year < DuesLimits.FirstYear) return Decision.Refuse("bad-date", "", "A payment is of a day up to today.");
        if (!Enum.IsDefined(command.Channel) || command.Reference.Length > DuesLimits.Reference) return Decision.Refuse("bad-reference");
        return Decision.Event(new DuesPaid(command.Key, command.Amount.Amount, command.On, command.Channel, command.Reference), command.On);
    }

    /// <summary>Money the bank's account has decided on: recorded whatever stands here, since it did come.</summary>
    public static Decision Came(DuesState state, MoneyCame came) =>
        state.Payments.Exists(p => p.Key == came.Key) ? Decision.Nothing() : Decision.Event(new DuesPaid(came.Key, came.Yen, came.On, came.Channel, came.Reference), came.On);

    public static Decision Reverse(DuesState state, ReversePayment command, Deciding deciding)
    {
        if (state.Payments.Find(p => p.Key == command.Payment) is not { } payment) return Decision.Refuse("no-payment");
        if (payment.Reversed) return Decision.Again();
        if (Reason(command.Reason) is { } fault) return Decision.Refuse(fault);
        return payment.Amount.Amount > state.Free + state.Accounts.Sum(a => a.Paid)
            ? Decision.Refuse("refunded", "", "Of what was paid less is left than this payment: it was given back before.")
            : Decision.Event(new PaymentReversed(command.Payment, command.Reason));
    }

    public static Decision Refund(DuesState state, RefundDues command, Deciding deciding)
    {
        var deed = new DuesRefunded(command.Key, command.Amount.Amount, command.Reason);
        if (Known(state, command.Key, DuesDeed.Of(deed)) is { } known) return known;
        if ((Fault(state, command.Key) ?? Reason(command.Reason)) is { } fault) return Decision.Refuse(fault);
        return command.Amount.Amount <= 0 || command.Amount.Amount > state.Free ? Decision.Refuse("bad-amount", "", $"{state.Free} yen are free to be given back.") : Decision.Event(deed);
    }

    public static Decision Lessen(DuesState state, LessenDues command, Deciding deciding)
    {
        var deed = new DuesLessened(command.Key, command.Account, command.Amount.Amount, command.WriteOff, command.Reason);
        if (Known(state, command.Key, DuesDeed.Of(deed)) is { } known) return known;
        if ((Fault(state, command.Key) ?? Reason(command.Reason)) is { } fault) return Decision.Refuse(fault);
        if (state.Find(command.Account) is not { } account) return Decision.Refuse("no-account");
        // A credit note may be of what is paid: that comes free. Given up is only what is open.
        var most = command.WriteOff ? account.Open : account.Owed;
        return command.Amount.Amount <= 0 || command.Amount.Amount > most ? Decision.Refuse("bad-amount", "", $"At most {Math.Max(most, 0)} yen.") : Decision.Event(deed);
    }

    internal static Refusal? Fault(DuesState state, string key) =>
        key.Length is 0 or > DuesLimits.Key ? new Refusal("bad-key", "", $"A key has 1 to {DuesLimits.Key} characters.")
        : state.Reminders.Exists(r => r.Key == key) ? KeyTaken
        : state.Payments.Count + state.Deeds.Count + state.Reductions.Count + state.Reminders.Count >= DuesLimits.Entries ? new Refusal("ledger-full", "", $"At most {DuesLimits.Entries} entries.")
        : null;

    internal static Refusal? Reason(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("no-reason") : reason.Length > DuesLimits.Reason ? new Refusal("reason-too-long", "", $"At most {DuesLimits.Reason} characters.") : null;

    internal static Decision? Known(DuesState state, string key, DuesDeed deed) => state.Deeds.TryGetValue(key, out var known) ? known == deed ? Decision.Again() : Decision.Refuse(KeyTaken) : null;
}
