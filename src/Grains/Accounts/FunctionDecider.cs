using Decision = JmaActors.Ledgers.Decision<JmaActors.Accounts.AccountEvent>;
using JmaActors.Ledgers;
using JmaActors.Time;

namespace JmaActors.Accounts;

/// <summary>Decides about functions of an account. Pure.</summary>
public static class FunctionDecider
{
    public static Decision Grant(AccountState state, GrantFunction c, Deciding deciding)
    {
        if (!AccountLimits.IsKey(c.Key)) return Decision.Refuse("bad-key", "", $"A key has 1 to {AccountLimits.KeyLength} letters, digits, dots, hyphens or underscores.");
        if (IsProviders(c.Key) && deciding.Caller.Subject != AccountSubject.Provider) return Decision.Refuse("bad-key", "", $"Keys that begin with {AccountSubject.ProviderKey} are the provider's.");
        if (state.Function(c.Key) is not null) return Decision.Again();
        if (FunctionRules.Fault(c.Role, c.Scope, c.Duties, c.From, c.Until) is { } fault) return Decision.Refuse(fault);
        if (NoReason(c.Reason) is { } refusal) return refusal;
        if (c.Role == CallerRole.Member && state.Functions.Exists(f => f is { Role: CallerRole.Member, Ended: null } && f.Scope != c.Scope))
        {
            return Decision.Refuse("somebody-else", "", "An account is one person: it has the function of one member only.");
        }
        if (state.Functions.Count(f => f.Of is null) >= AccountLimits.Functions) return Full();
        return Decision.Event(new FunctionGranted(c.Key, c.Role, c.Scope, c.Duties, c.From, c.Until, c.Reason), c.From);
    }

    public static Decision Withdraw(AccountState state, WithdrawFunction c, Deciding deciding)
    {
        if (state.Function(c.Function) is not { } function) return Decision.Refuse("no-function");
        if (function.Of is not null) return Decision.Refuse("not-own", "", "A lent function is taken back by whoever lent it.");
        if (function.Ended is not null) return Decision.Again();
        return NoReason(c.Reason) ?? Decision.Event(new FunctionWithdrawn(c.Function, c.Reason));
    }

    /// <param name="c">With the account it is asked of, which cannot be its own deputy.</param>
    public static Decision Lend(AccountState state, (string Account, LendFunction Command) c, Deciding deciding)
    {
        var command = c.Command;
        if (!AccountLimits.IsKey(command.Key) || !AccountLimits.IsKey(command.To) || IsProviders(command.Key)) return Decision.Refuse("bad-key");
        if (state.Loan(command.Key) is not null) return Decision.Again();
        if (command.To == c.Account) return Decision.Refuse("same-account");
        if (state.Function(command.Function) is not { Ended: null } function) return Decision.Refuse("no-function");
        if (function.Of is not null) return Decision.Refuse("not-own", "", "What was lent is not lent further.");
        if (FunctionRules.Fault(function, command.Duties, command.From, command.Until) is { } fault) return Decision.Refuse(fault);
        if (NoReason(command.Reason) is { } refusal) return refusal;
        if (function.Loans.Count >= AccountLimits.Functions) return Full();
        if (function.Loans.Count(l => l.Ended is null && l.Until >= Tokyo.DateOf(deciding.Now)) >= AccountLimits.LoansAtOnce) return Decision.Refuse("too-many-loans", "", $"A function has at most {AccountLimits.LoansAtOnce} deputies at a time.");
        return Decision.Event(new FunctionLent(command.Function, command.Key, command.To, command.Duties, command.From, command.Until, command.Reason), command.From);
    }

    public static Decision Recall(AccountState state, RecallFunction c, Deciding deciding)
    {
        if (state.Loan(c.Loan) is not { } found) return Decision.Refuse("no-loan");
        if (found.Loan.Ended is not null) return Decision.Again();
        return NoReason(c.Reason) ?? Decision.Event(new FunctionRecalled(c.Loan, c.Reason));
    }

    /// <summary>What another account tells this one: it lends, takes back, or did not take what was lent to it.</summary>
    public static Decision Accept(AccountState state, LoanWord word, Deciding deciding)
    {
        if (word.Lent is { } lent)
        {
            if (state.Function(lent.Loan) is not null) return Decision.Nothing();
            var today = Tokyo.DateOf(deciding.Now);
            // Whoever lends without being asked to fills nobody's account.
            if (state.Functions.Count(f => f.Of is not null && f.Lives(today)) >= AccountLimits.LoansAtOnce) return Decision.Event(new BorrowingDeclined(lent.Loan, lent.Of));
            return Decision.Event(lent, lent.From);
        }
        if (word.Declined is { } declined) return state.Loan(declined) is { Loan.Ended: null } ? Decision.Event(new LoanDeclined(declined)) : Decision.Nothing();
        var ended = word.Ended.Where(l => state.Function(l) is { Ended: null, Of: not null }).ToList();
        return ended.Count == 0 ? Decision.Nothing() : Decision.Event(new BorrowingEnded(ended));
    }

    static bool IsProviders(string key) => key.StartsWith(AccountSubject.ProviderKey, StringComparison.Ordinal);

    internal static Decision? NoReason(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) return Decision.Refuse("no-reason");
        return reason.Length > AccountLimits.ReasonLength ? Decision.Refuse("reason-too-long", "", $"A reason has at most {AccountLimits.ReasonLength} characters.") : null;
    }

    static Decision Full() => Decision.Refuse("ledger-full", "", $"An account can have had {AccountLimits.Functions} functions.");
}
