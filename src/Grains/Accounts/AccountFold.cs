using JmaActors.Ledgers;

namespace JmaActors.Accounts;

/// <summary>How an account's events fold.</summary>
static class AccountFold
{
    public static void Evolve(AccountState state, AccountEvent e, in EventMeta meta)
    {
        state.Version = meta.Version;
        var (now, by) = (meta.Recorded, meta.Caller.Subject);
        switch (e)
        {
            case FunctionGranted g:
                state.Functions.Add(new HeldFunction(g.Function, g.Role, g.Scope, g.Duties, g.From, g.Until, null, g.Reason, by, now, null, []));
                break;
            case FunctionBorrowed b:
                state.Forget(Time.Tokyo.DateOf(now));
                state.Functions.Add(new HeldFunction(b.Loan, b.Role, b.Scope, b.Duties, b.From, b.Until, b.Of, b.Reason, by, now, null, []));
                break;
            case FunctionWithdrawn w:
                var withdrawn = state.Function(w.Function)!;
                state.Replace(withdrawn with { Ended = now, Loans = [.. withdrawn.Loans.Select(l => l.Ended is null ? l with { Ended = now } : l)] });
                break;
            case FunctionLent l:
                var lent = state.Function(l.Function)!;
                state.Replace(lent with { Loans = [.. lent.Loans, new Loan(l.Loan, l.To, l.Duties, l.From, l.Until, null, Reason: l.Reason)] });
                break;
            case FunctionRecalled r:
                var (of, recalled) = state.Loan(r.Loan)!.Value;
                state.Replace(of with { Loans = [.. of.Loans.Select(l => l == recalled ? l with { Ended = now } : l)] });
                break;
            case LoanDeclined d:
                var (offered, declined) = state.Loan(d.Loan)!.Value;
                state.Replace(offered with { Loans = [.. offered.Loans.Select(l => l == declined ? l with { Ended = now, Declined = true } : l)] });
                break;
            case BorrowingEnded ended:
                foreach (var loan in ended.Loans)
                {
                    if (state.Function(loan) is { } held) state.Replace(held with { Ended = now });
                }
                break;
            default:
                Access(state, e, now);
                break;
        }
    }

    static void Access(AccountState state, AccountEvent e, DateTimeOffset now)
    {
        switch (e)
        {
            case SignedIn s:
                state.Sessions.RemoveAll(o => o.Until <= now);
                if (state.Sessions.Count >= AccountLimits.Sessions) state.Sessions.RemoveAt(0);
                state.Sessions.Add(new OpenSession(s.Session, s.Device, s.How, now, s.Until, null, null, Time.Tokyo.DateOf(now)));
                break;
            case SignedOut s:
                state.Sessions.RemoveAll(o => s.Sessions.Contains(o.Id, StringComparer.Ordinal));
                break;
            case FunctionChosen c when state.Session(c.Session) is { } session:
                state.Replace(session with { Function = c.Function, For = c.For });
                break;
            case TokenIssued t:
                state.Tokens.Add(new HeldToken(t.Token, t.Name, t.Hash, t.Function, now, t.Until, null, null));
                break;
            case TokenRevoked t when state.Token(t.Token) is { } token:
                state.Replace(token with { Ended = now });
                break;
            case AccessUsed u when state.Session(u.Id) is { } session:
                state.Replace(session with { LastUsed = u.On });
                break;
            case AccessUsed u when state.Token(u.Id) is { } token:
                state.Replace(token with { LastUsed = u.On });
                break;
            case SecurityNoted { What: SecurityNotes.RecoveryAsked }:
                state.RecoveryAsked = now;
                break;
            default:
                // Any other note changes nothing that is acted on.
                break;
        }
    }
}
