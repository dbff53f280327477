using Decision = JmaActors.Ledgers.Decision<JmaActors.Dues.DuesEvent>;
using JmaActors.Ledgers;
using JmaActors.Time;

namespace JmaActors.Dues;

/// <summary>A command with what was read before the decision.</summary>
/// <param name="Person">Null when nobody is registered under the id.</param>
/// <param name="Read">Version of the record the person was read from.</param>
public sealed record PreparedDues<T>(T Command, DuesPerson? Person, long Read, DuesPolicy Policy);

/// <summary>What becomes of a person's dues. Pure.</summary>
public static class DuesDecider
{
    /// <summary>Records what differs from what was reckoned before, and sends the statement when asked to.</summary>
    public static Decision Assess(DuesState state, PreparedDues<AssessDues> prepared, Deciding deciding)
    {
        var (command, policy) = (prepared.Command, prepared.Policy);
        if (prepared.Person is not { } read) return Decision.Refuse("not-registered");
        var person = read with { Reductions = state.Reductions };
        if (command.Year.Year > FiscalYear.Of(Tokyo.DateOf(deciding.Now)).Year + DuesLimits.YearsAhead) return Decision.Refuse("bad-year", "", "Dues are reckoned at most a year ahead.");
        List<DuesEvent> events = [];
        if (Assessed(state, command.Year, prepared.Read, policy, person) is { } assessed) events.Add(assessed);
        if (command.Post && !state.Posted.ContainsKey(command.Year.Year) && (state.Accounts.Exists(a => a.Id.Year == command.Year) || events.Count > 0)) events.Add(new StatementPosted(command.Year.Year));
        return events.Count == 0 ? Decision.Again() : Decision.Events(events, edition: policy.Edition);
    }

    /// <summary>Reckons every year that is not over anew after the record changed; years before stay as they were sent, and the office corrects them by hand.</summary>
    public static Decision Follow(DuesState state, PreparedDues<FiscalYear> prepared, Deciding deciding)
    {
        if (!state.Behind) return Decision.Nothing();
        var events = Again(state, prepared, prepared.Command, state.Reductions);
        events.Add(new RecordFollowed(Math.Max(prepared.Read, state.Moved)));
        return Decision.Events(events, edition: prepared.Policy.Edition);
    }

    public static Decision Reduce(DuesState state, PreparedDues<ReduceDues> prepared, Deciding deciding)
    {
        var (reduction, evidence) = (prepared.Command.Reduction, prepared.Command.Evidence);
        if (state.Reductions.Exists(r => r.Key == reduction.Key)) return Decision.Again();
        if (Fault(state, reduction.Key) is { } fault) return Decision.Refuse(fault);
        if (prepared.Person is not { } person) return Decision.Refuse("not-registered");
        if (evidence.Length > DuesLimits.Reference) return Decision.Refuse("bad-evidence");
        if (ReductionRules.Fault(prepared.Policy, reduction, person) is { } refusal) return Decision.Refuse(refusal);
        return With(state, prepared, [.. state.Reductions, reduction], deciding,
            new DuesReduced(reduction.Key, reduction.Kind, reduction.Until ?? DuesReduced.Endless, reduction.Layers, evidence), reduction.From);
    }

    public static Decision EndReduction(DuesState state, PreparedDues<EndReduction> prepared, Deciding deciding)
    {
        var command = prepared.Command;
        if (prepared.Person is not { } person) return Decision.Refuse("not-registered");
        if (state.Reductions.Find(r => r.Key == command.Reduction) is not { } reduction) return Decision.Refuse("no-reduction");
        if (reduction.Until == command.Until) return Decision.Again();
        if (Reason(command.Reason) is { } fault) return Decision.Refuse(fault);
        var ended = reduction with { Until = command.Until };
        if (ReductionRules.Fault(prepared.Policy, ended, person) is { } refusal) return Decision.Refuse(refusal);
        return With(state, prepared, [.. state.Reductions.Select(r => r.Key == ended.Key ? ended : r)], deciding,
            new ReductionEnded(command.Reduction, command.Until, command.Reason), Tokyo.DateOf(deciding.Now));
    }

    public static Decision Pay(DuesState state, PayDues command, Deciding deciding)
    {
        if (state.Payments.Exists(p => p.Key == command.Key)) return Decision.Again();
        if (Fault(state, command.Key) is { } fault) return Decision.Refuse(fault);
        if (command.Amount.Amount is <= 0 or > DuesLimits.LargestPayment) return Decision.Refuse("bad-amount", "", $"A payment is 1 to {DuesLimits.LargestPayment} yen.");
        if (command.On > Tokyo.DateOf(deciding.Now) || command.On.Year < 2000) return Decision.Refuse("bad-date", "", "A payment is of a day up to today.");
        if (!Enum.IsDefined(command.Channel) || command.Reference.Length > DuesLimits.Reference) return Decision.Refuse("bad-reference");
        return Decision.Event(new DuesPaid(command.Key, command.Amount.Amount, command.On, command.Channel, command.Reference), command.On);
    }

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
        if (state.Keys.Contains(command.Key)) return Decision.Again();
        if ((Fault(state, command.Key) ?? Reason(command.Reason)) is { } fault) return Decision.Refuse(fault);
        return command.Amount.Amount <= 0 || command.Amount.Amount > state.Free
            ? Decision.Refuse("bad-amount", "", $"{state.Free} yen are free to be given back.")
            : Decision.Event(new DuesRefunded(command.Key, command.Amount.Amount, command.Reason));
    }

    public static Decision Lessen(DuesState state, LessenDues command, Deciding deciding)
    {
        if (state.Keys.Contains(command.Key)) return Decision.Again();
        if ((Fault(state, command.Key) ?? Reason(command.Reason)) is { } fault) return Decision.Refuse(fault);
        if (state.Find(command.Account) is not { } account) return Decision.Refuse("no-account");
        // A credit note may be of what is paid: that comes free. Given up is only what is open.
        var most = command.WriteOff ? account.Open : account.Owed;
        return command.Amount.Amount <= 0 || command.Amount.Amount > most
            ? Decision.Refuse("bad-amount", "", $"At most {Math.Max(most, 0)} yen.")
            : Decision.Event(new DuesLessened(command.Key, command.Account, command.Amount.Amount, command.WriteOff, command.Reason));
    }

    /// <summary>The record changed: noted only where something was reckoned from it.</summary>
    public static Decision Moved(DuesState state, MemberMoved word) =>
        state.Accounts.Count == 0 || word.Version <= state.Moved ? Decision.Nothing() : Decision.Event(new RecordMoved(word.Version));

    static Decision With<T>(DuesState state, PreparedDues<T> prepared, IReadOnlyList<Reduction> reductions, Deciding deciding, DuesEvent first, DateOnly effective)
    {
        var today = Tokyo.DateOf(deciding.Now);
        var again = Again(state, prepared, FiscalYear.Of(today), reductions);
        return Decision.Events([first, .. again], [effective, .. again.Select(_ => today)], prepared.Policy.Edition);
    }

    static List<DuesEvent> Again<T>(DuesState state, PreparedDues<T> prepared, FiscalYear from, IReadOnlyList<Reduction> reductions)
    {
        List<DuesEvent> events = [];
        if (prepared.Person is not { } person) return events;
        foreach (var year in state.Years.Where(y => y >= from.Year))
        {
            if (Assessed(state, new FiscalYear(year), prepared.Read, prepared.Policy, person with { Reductions = reductions }) is { } assessed) events.Add(assessed);
        }
        return events;
    }

    /// <summary>What differs between what a year comes to and what was reckoned of it; null when nothing does, or when what was reckoned is of a newer record than was read.</summary>
    static DuesAssessed? Assessed(DuesState state, FiscalYear year, long read, DuesPolicy policy, DuesPerson person)
    {
        if (read < state.Read) return null;
        var assessment = DuesRules.Assess(policy, year, person);
        List<DuesLine> lines = [];
        foreach (var charge in assessment.Charges)
        {
            var before = state.Find(charge.Account)?.Assessed ?? 0;
            if (charge.Amount.Amount != before) lines.Add(Line(charge.Account, charge.Amount.Amount - before, charge.Due, charge.Why));
        }
        foreach (var account in state.Accounts)
        {
            if (account.Id.Year == year && account.Assessed != 0 && !assessment.Charges.Any(c => c.Account == account.Id)) lines.Add(Line(account.Id, -account.Assessed, account.Due, account.Why));
        }
        var gaps = state.Gaps.GetValueOrDefault(year.Year) ?? [];
        return lines.Count == 0 && gaps.SequenceEqual(assessment.Gaps) ? null : new DuesAssessed(year.Year, lines, assessment.Gaps, read);
    }

    static DuesLine Line(DuesAccountId account, long yen, DateOnly due, DuesWhy why) => new(account.Creditor.Code, account.Item, account.Term, account.Via.Code, yen, due, why);

    static Refusal? Fault(DuesState state, string key) =>
        key.Length is 0 or > DuesLimits.Key ? new Refusal("bad-key", "", $"A key has 1 to {DuesLimits.Key} characters.")
        : state.Payments.Count + state.Keys.Count + state.Reductions.Count >= DuesLimits.Entries ? new Refusal("ledger-full", "", $"At most {DuesLimits.Entries} entries.")
        : null;

    static Refusal? Reason(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("no-reason") : reason.Length > DuesLimits.Reason ? new Refusal("reason-too-long", "", $"At most {DuesLimits.Reason} characters.") : null;
}
