using JmaActors.Ledgers;
using JmaActors.Policies;
using JmaActors.Time;

namespace JmaActors.Enrolments;

/// <summary>Decides what becomes of payments, refunds and mistakes in them. Pure.</summary>
public static class PaymentDecider
{
    /// <summary>A payment is counted once: by its key, and by its reference where it has one.</summary>
    /// <param name="mark">What is kept of a reference, which is often the payer's name.</param>
    public static Decision<EnrolmentEvent> Pay(EnrolmentState state, RecordPayment command, Deciding deciding, PolicyBook book, Func<string, string> mark)
    {
        if (Known(state, command.Key, command.Member) is { } known) return known;
        if (Fault(state, command.Member, command.Key, command.Amount, command.PaidOn, command.Method, deciding) is { } fault) return Decision<EnrolmentEvent>.Refuse(fault);
        if (command.Reference.Length > EnrolmentLimits.ReferenceLength) return Refuse("bad-reference", $"A reference has at most {EnrolmentLimits.ReferenceLength} characters.");
        var kept = command.Reference.Length == 0 ? "" : mark(command.Reference);
        // What was written before marks holds the reference as it was given.
        if (command.Reference.Length > 0 && (state.Referred(command.Method, kept) || state.Referred(command.Method, command.Reference))) return Refuse("reference-used", "A payment with this reference has been recorded.");
        return Decision<EnrolmentEvent>.Event(
            new PaymentPosted(state.Entries.Count + 1, command.Member.Number, command.Amount, command.Method, command.PaidOn, kept, command.Key,
                book.Training(command.PaidOn).CourseFeeTaxPercent), command.PaidOn);
    }

    /// <summary>No more is given back than was paid.</summary>
    public static Decision<EnrolmentEvent> Refund(EnrolmentState state, RecordRefund command, Deciding deciding)
    {
        if (Known(state, command.Key, command.Member) is { } known) return known;
        if (Fault(state, command.Member, command.Key, command.Amount, command.PaidOn, command.Method, deciding) is { } fault) return Decision<EnrolmentEvent>.Refuse(fault);
        if (ReasonFault(command.Reason) is { } unreasoned) return Decision<EnrolmentEvent>.Refuse(unreasoned);
        if (command.Amount > state.Find(command.Member)!.Paid) return Refuse("refund-too-high", "No more is given back than was paid.");
        return Decision<EnrolmentEvent>.Event(
            new RefundPosted(state.Entries.Count + 1, command.Member.Number, command.Amount, command.Method, command.PaidOn, command.Reason.Trim(), command.Key), command.PaidOn);
    }

    /// <summary>The entry does not count from now on. One that does not count already stays as it is.</summary>
    public static Decision<EnrolmentEvent> Void(EnrolmentState state, VoidEntry command, Deciding deciding)
    {
        if (state.Entry(command.No) is not { } entry || entry.Member != command.Member) return Decision<EnrolmentEvent>.Refuse("no-entry", "", "This person has no entry under this number.");
        if (entry.Voided is not null) return Decision<EnrolmentEvent>.Again();
        if (ReasonFault(command.Reason) is { } unreasoned) return Decision<EnrolmentEvent>.Refuse(unreasoned);
        if (entry.Counts > state.Find(entry.Member)!.Paid) return Refuse("refund-stands", "Without this payment more would have been given back than was paid: void the refund first.");
        return Decision<EnrolmentEvent>.Event(new EntryVoided(command.No, command.Reason.Trim()));
    }

    static Decision<EnrolmentEvent>? Known(EnrolmentState state, string key, MemberId member)
    {
        if (!state.EntryKeys.TryGetValue(key, out var no)) return null;
        return state.Entry(no)!.Member == member ? Decision<EnrolmentEvent>.Again() : Decision<EnrolmentEvent>.Refuse("key-taken", "", "This key has been used for somebody else.");
    }

    static Refusal? Fault(EnrolmentState state, MemberId member, string key, Yen amount, DateOnly on, PaymentMethod method, Deciding deciding)
    {
        if (key.Length is < 1 or > EnrolmentLimits.KeyLength) return new Refusal("bad-key", "", $"A key has 1 to {EnrolmentLimits.KeyLength} characters.");
        if (state.Find(member) is not { } seat) return new Refusal("not-signed-up", "", "This person has never been signed up.");
        if (seat.Entries.Count >= EnrolmentLimits.EntriesPerPerson) return new Refusal("ledger-full", "", $"At most {EnrolmentLimits.EntriesPerPerson} entries a person.");
        if (amount.Amount is < 1 or > EnrolmentLimits.Payment) return new Refusal("bad-amount", EnrolmentRuleIds.Payment, $"An amount is 1 to {EnrolmentLimits.Payment} yen.");
        if (!Enum.IsDefined(method)) return new Refusal("bad-payment-method", EnrolmentRuleIds.Payment, "Cash, transfer or card.");
        return on > Tokyo.DateOf(deciding.Now) ? new Refusal("date-in-future", EnrolmentRuleIds.Payment, "What is recorded has happened.") : null;
    }

    static Refusal? ReasonFault(string reason) => reason.Trim().Length switch
    {
        0 => new Refusal("no-reason", EnrolmentRuleIds.Payment, "Say why."),
        > EnrolmentLimits.ReasonLength => new Refusal("reason-too-long", EnrolmentRuleIds.Payment, $"At most {EnrolmentLimits.ReasonLength} characters."),
        _ => null,
    };

    static Decision<EnrolmentEvent> Refuse(string reason, string detail) => Decision<EnrolmentEvent>.Refuse(reason, EnrolmentRuleIds.Payment, detail);
}
