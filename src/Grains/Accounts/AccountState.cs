namespace JmaActors.Accounts;

/// <summary>An account as its events left it.</summary>
public sealed class AccountState
{
    /// <summary>Every function of its own it ever had, and the last <see cref="AccountLimits.LoansKept"/> lent to it, in order.</summary>
    public List<HeldFunction> Functions { get; set; } = [];

    /// <summary>Where somebody is signed in, oldest first; at most <see cref="AccountLimits.Sessions"/>.</summary>
    public List<OpenSession> Sessions { get; set; } = [];

    /// <summary>Every token it ever had.</summary>
    public List<HeldToken> Tokens { get; set; } = [];

    /// <summary>When a way back was asked for last; null when never.</summary>
    public DateTimeOffset? RecoveryAsked { get; set; }

    /// <summary>The ledger's version.</summary>
    public long Version { get; set; }

    public HeldFunction? Function(string id) => Functions.Find(f => f.Id == id);

    public OpenSession? Session(string id) => Sessions.Find(s => s.Id == id);

    public HeldToken? Token(string id) => Tokens.Find(t => t.Id == id);

    /// <summary>The function a loan is of, and the loan; null when there is none.</summary>
    public (HeldFunction Function, Loan Loan)? Loan(string id)
    {
        foreach (var function in Functions)
        {
            foreach (var loan in function.Loans)
            {
                if (loan.Id == id) return (function, loan);
            }
        }
        return null;
    }

    /// <summary>Makes room for one more loan: of those that are over the oldest go.</summary>
    public void Forget(DateOnly on)
    {
        while (Functions.Count(f => f.Of is not null) >= AccountLimits.LoansKept && Functions.FindIndex(f => f.Of is not null && !f.Lives(on)) is >= 0 and var oldest) Functions.RemoveAt(oldest);
    }

    public void Replace(HeldFunction function) => Functions[Functions.FindIndex(f => f.Id == function.Id)] = function;

    public void Replace(OpenSession session) => Sessions[Sessions.FindIndex(s => s.Id == session.Id)] = session;

    public void Replace(HeldToken token) => Tokens[Tokens.FindIndex(t => t.Id == token.Id)] = token;
}
