using Decision = JmaActors.Ledgers.Decision<JmaActors.Bank.DebitsEvent>;
using JmaActors.Dues;
using JmaActors.Ledgers;
using JmaActors.Time;

namespace JmaActors.Bank;

/// <summary>What becomes of batches and their lines. Pure.</summary>
public static class DebitsDecider
{
    /// <summary>振替済.</summary>
    public const char Paid = '0';

    /// <summary>What is wrong with a batch to be drawn; null when nothing is.</summary>
    public static Refusal? Fault(DrawDebits command, DateOnly today) =>
        command.Key.Length is 0 or > DebitLimits.Key || command.Key.Contains('/', StringComparison.Ordinal) ? new Refusal("bad-key", "", $"A key has 1 to {DebitLimits.Key} characters and no slash.")
        : command.Day < today || command.Day > today.AddDays(DebitLimits.DaysAhead) ? new Refusal("bad-date", "", $"A batch is drawn within {DebitLimits.DaysAhead} days.")
        : command.Client.Length != 10 || !command.Client.All(char.IsAsciiDigit) ? new Refusal("bad-client", "", "A client code has ten digits.")
        : null;

    public static Decision Draw(DebitsState state, (DrawDebits Command, IReadOnlyList<DebitDrawn> Due, bool Kept, DuesPolicy Policy) asked, Deciding deciding)
    {
        if (state.Batches.ContainsKey(asked.Command.Key)) return Decision.Again();
        if (Fault(asked.Command, Tokyo.DateOf(deciding.Now)) is { } fault) return Decision.Refuse(fault);
        if (!asked.Kept) return Decision.Refuse("no-bank-account", "", "Dues are drawn to an account the association keeps.");
        var pending = state.Pending;
        var lines = asked.Due.Where(d => d.Yen > 0 && !pending.Contains(d.Member)).ToList();
        if (lines.Count > DebitLimits.Lines) return Decision.Refuse("too-many-rows", "", $"A batch has at most {DebitLimits.Lines} lines.");
        return lines.Count == 0
            ? Decision.Refuse("nothing-due", "", "Nobody who lets dues be drawn owes anything that is not drawn already.")
            : Decision.Event(new DebitsDrawn(asked.Command.Key, asked.Command.Day, asked.Command.Client, asked.Command.Account.Text, lines, asked.Command.Until, asked.Command.Day.AddDays(asked.Policy.DrawnDays)), edition: asked.Policy.Edition);
    }

    public static Decision Settle(DebitsState state, SettleDebits command, Deciding deciding)
    {
        if (state.Batches.GetValueOrDefault(command.Key) is not { Withdrawn: false } batch) return Decision.Refuse("no-batch");
        if (command.Results.Count > DebitLimits.Chunk) return Decision.Refuse("too-many-rows", "", $"At most {DebitLimits.Chunk} results at once.");
        Dictionary<long, DebitsEvent> events = [];
        foreach (var result in command.Results)
        {
            if (batch.Lines.GetValueOrDefault(result.Member.Number) is not { } line) return Decision.Refuse("no-line", "", $"The batch has no line of member {result.Member}.");
            if (line.Yen != result.Amount.Amount) return Decision.Refuse("bad-amount", "", $"Of member {result.Member} {line.Yen} yen were drawn.");
            if ((line.Result is { } known && known != result.Result) || events.ContainsKey(result.Member.Number)) return Decision.Refuse("other-result", "", $"Of member {result.Member} the bank said something else before.");
            if (line.Result is null) events.Add(result.Member.Number, new DebitSettled(command.Key, result.Member.Number, result.Result));
        }
        return events.Count == 0 ? Decision.Again() : Decision.Events([.. events.Values]);
    }

    public static Decision Withdraw(DebitsState state, WithdrawDebits command, Deciding deciding)
    {
        if (state.Batches.GetValueOrDefault(command.Key) is not { } batch) return Decision.Refuse("no-batch");
        if (batch.Withdrawn) return Decision.Again();
        if (batch.Lines.Values.Any(l => l.Result is not null)) return Decision.Refuse("in-use", "", "The bank has answered it.");
        return DuesMoneyDecider.Reason(command.Reason) is { } fault ? Decision.Refuse(fault) : Decision.Event(new DebitsWithdrawn(command.Key, command.Reason));
    }

    internal static DebitBatch Shown(string key, DebitBatchState batch)
    {
        var paid = batch.Lines.Values.Where(l => l.Result == Paid).ToList();
        return new DebitBatch(
            key, batch.Day, batch.Client, batch.Account, batch.Lines.Count, new Yen(batch.Lines.Values.Sum(l => l.Yen)), paid.Count, new Yen(paid.Sum(l => l.Yen)),
            batch.Lines.Values.Count(l => l.Result is { } r && r != Paid), batch.Withdrawn);
    }
}
