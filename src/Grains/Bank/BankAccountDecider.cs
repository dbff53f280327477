using Decision = JmaActors.Ledgers.Decision<JmaActors.Bank.BankAccountEvent>;
using JmaActors.Ledgers;
using JmaActors.Time;

namespace JmaActors.Bank;

/// <param name="Owing">Of the people a command is about, those who owe dues through the association.</param>
public sealed record PreparedBank<T>(T Command, IReadOnlySet<long> Owing);

/// <summary>What becomes of an account and its lines. Pure. An account that is another's answers as one that is not there.</summary>
public static class BankAccountDecider
{
    public static Decision Open(BankAccountState state, OpenBankAccount command, Deciding deciding)
    {
        if (state.Association == command.Association.Code && state.Name == command.Name) return Decision.Again();
        if (state.Association is not null && state.Association != command.Association.Code) return Decision.Refuse("account-taken", "", "Another association keeps this account.");
        return string.IsNullOrWhiteSpace(command.Name) || command.Name.Length > BankLimits.Name
            ? Decision.Refuse("bad-name", "", $"A name has 1 to {BankLimits.Name} characters.")
            : Decision.Event(new BankAccountOpened(command.Association.Code, command.Name));
    }

    public static Decision Close(BankAccountState state, CloseBankAccount command, Deciding deciding) =>
        Strange(state, command.Association) ?? (state.Used ? Decision.Refuse("in-use", "", "Lines were taken of it.") : Decision.Event(new BankAccountClosed()));

    public static Decision Take(BankAccountState state, PreparedBank<TakeBankLines> prepared, Deciding deciding)
    {
        var command = prepared.Command;
        if (Strange(state, command.Association) is { } strange) return strange;
        if (BankLineRules.Fault(command.Lines, Tokyo.DateOf(deciding.Now)) is { } fault) return Decision.Refuse(fault);
        var found = BankLineRules.Find(state, command.Lines, prepared.Owing);
        var taken = found.Zip(command.Lines).Where(f => f.First.Fate != BankLineFate.Known).ToList();
        if (taken.Count == 0) return Decision.Again();
        List<BankAccountEvent> events = [new BankLinesTaken([.. taken.Select(f => Taken(f.First, f.Second))])];
        events.AddRange(taken.Where(f => f.First.Fate == BankLineFate.Books).Select(f => new BankLineBooked(f.First.Key, f.First.Member!.Value.Number, true)));
        return Decision.Events(events);
    }

    public static Decision Match(BankAccountState state, PreparedBank<MatchBankLine> prepared, Deciding deciding)
    {
        var command = prepared.Command;
        if (Strange(state, command.Association) is { } strange) return strange;
        if (state.Lines.GetValueOrDefault(command.Line) is not { } line) return NoLine;
        if (line.Turn == command.Turn + 1 && line.Status == BankLineStatus.Booked && line.Member == command.Member.Number) return Decision.Again();
        if (line.Turn != command.Turn || line.Status != BankLineStatus.Waiting) return Moved;
        if (line.Cancels) return Decision.Refuse("line-cancels", "", "The bank takes an earlier line back with it: have that one wait again, and put both aside.");
        if (line.Yen > Dues.DuesLimits.LargestPayment) return Decision.Refuse("bad-amount", "", $"A payment of dues is at most {Dues.DuesLimits.LargestPayment} yen.");
        return prepared.Owing.Contains(command.Member.Number)
            ? Decision.Event(new BankLineBooked(command.Line, command.Member.Number, false))
            : Decision.Refuse("not-ours", "", "Nobody of this number owes dues through the association.");
    }

    public static Decision Settle(BankAccountState state, SettleBankLine command, Deciding deciding)
    {
        if (Strange(state, command.Association) is { } strange) return strange;
        if (state.Lines.GetValueOrDefault(command.Line) is not { } line) return NoLine;
        if (command.Status is not (BankLineStatus.Aside or BankLineStatus.Returned)) return Decision.Refuse("bad-status");
        if (line.Turn == command.Turn + 1 && line.Status == command.Status && line.Reason == command.Reason) return Decision.Again();
        if (line.Turn != command.Turn || line.Status != BankLineStatus.Waiting) return Moved;
        return Reason(command.Reason) ?? Decision.Event(new BankLineSettled(command.Line, command.Status, command.Reason));
    }

    /// <summary>What stands in the way of having a line wait again; null when nothing does and the payment may be taken back.</summary>
    public static Decision Reopen(BankAccountState state, ReopenBankLine command, Deciding deciding)
    {
        if (Strange(state, command.Association) is { } strange) return strange;
        if (state.Lines.GetValueOrDefault(command.Line) is not { } line) return NoLine;
        if (line.Turn == command.Turn + 1 && line.Status == BankLineStatus.Waiting && line.Reason == command.Reason) return Decision.Again();
        if (line.Turn != command.Turn || line.Status == BankLineStatus.Waiting) return Moved;
        return Reason(command.Reason) ?? Decision.Event(new BankLineReopened(command.Line, command.Reason));
    }

    /// <summary>The payment a line was booked as was taken back: the line waits again, unless whoever asked for it was quicker.</summary>
    public static Decision Went(BankAccountState state, PaymentWent word) =>
        state.Lines.GetValueOrDefault(word.Line) is { Status: BankLineStatus.Booked } line && line.Turn == word.Turn ? Decision.Event(new BankLineReopened(word.Line, word.Reason)) : Decision.Nothing();

    static Decision NoLine => Decision.Refuse("no-line");

    static Decision Moved => Decision.Refuse("line-moved", "", "Something else was decided about it meanwhile: look again.");

    static Decision? Strange(BankAccountState state, AssociationId association) => state.Association == association.Code ? null : Decision.Refuse("no-bank-account");

    static Decision? Reason(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? Decision.Refuse("no-reason") : reason.Length > BankLimits.Reason ? Decision.Refuse("reason-too-long", "", $"At most {BankLimits.Reason} characters.") : null;

    static TakenLine Taken(BankLineFound found, BankLine line) =>
        new(found.Key, line.On, line.Amount.Amount, line.Like, line.Kind, line.Cancels, found.Doubt) { Payer = line.Name.Length > 0 ? line.Name : line.Code };
}
