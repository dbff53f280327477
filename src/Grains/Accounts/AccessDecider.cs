using System.Security.Cryptography;
using Decision = JmaActors.Ledgers.Decision<JmaActors.Accounts.AccountEvent>;
using JmaActors.Ledgers;
using JmaActors.Time;

namespace JmaActors.Accounts;

/// <summary>Decides about where somebody is signed in and which tokens hold. Pure.</summary>
public static class AccessDecider
{
    static readonly IReadOnlySet<string> Ways = new HashSet<string>(StringComparer.Ordinal) { "password", "two-step", "passkey", "openid" };

    public static Decision Open(AccountState state, OpenAccess c, Deciding deciding)
    {
        if (!AccountLimits.IsKey(c.Session) || !Ways.Contains(c.How)) return Decision.Refuse("bad-key");
        if (c.Device.Length > AccountLimits.NameLength) return Decision.Refuse("bad-name");
        if (state.Session(c.Session) is not null) return Decision.Again();
        return Decision.Event(new SignedIn(c.Session, c.Device, c.How, deciding.Now + AccountLimits.SessionLife));
    }

    public static Decision End(AccountState state, EndAccess c, Deciding deciding)
    {
        var ended = state.Sessions.Select(s => s.Id).Where(id => (c.Session is null || c.Session == id) && c.But != id).ToList();
        return ended.Count == 0 ? Decision.Nothing() : Decision.Event(new SignedOut(ended));
    }

    public static Decision Choose(AccountState state, ChooseFunction c, Deciding deciding)
    {
        if (state.Session(c.Session) is not { } session || session.Until <= deciding.Now) return Decision.Refuse("signed-out");
        if (state.Function(c.Function) is not { } function || !function.InForce(Tokyo.DateOf(deciding.Now))) return Decision.Refuse("no-function");
        if (session.Function == c.Function && session.For == c.For) return Decision.Nothing();
        if (c.For is null) return Decision.Event(new FunctionChosen(c.Session, c.Function, null, ""));
        if (function.Role != CallerRole.Office || !function.Duties.HasFlag(OfficeDuties.Clerk)) return Decision.Refuse("not-a-clerk");
        return FunctionDecider.NoReason(c.Reason) ?? Decision.Event(new FunctionChosen(c.Session, c.Function, c.For, c.Reason));
    }

    public static Decision Issue(AccountState state, IssueToken c, Deciding deciding)
    {
        if (!AccountLimits.IsKey(c.Token) || c.Hash.Length != SHA256.HashSizeInBytes) return Decision.Refuse("bad-key");
        if (state.Token(c.Token) is not null) return Decision.Again();
        if (string.IsNullOrWhiteSpace(c.Name) || c.Name.Length > AccountLimits.NameLength) return Decision.Refuse("bad-name", "", $"A name has 1 to {AccountLimits.NameLength} characters.");
        if (state.Function(c.Function) is not { } function || !function.InForce(Tokyo.DateOf(deciding.Now))) return Decision.Refuse("no-function");
        if (c.Until <= deciding.Now || c.Until > deciding.Now + AccountLimits.TokenLife) return Decision.Refuse("bad-dates", "", $"A token holds for {AccountLimits.TokenLife.Days} days at most.");
        if (state.Tokens.Count >= AccountLimits.Tokens) return Decision.Refuse("ledger-full");
        if (state.Tokens.Count(t => t.Ended is null && t.Until > deciding.Now) >= AccountLimits.TokensAtOnce) return Decision.Refuse("too-many-tokens", "", $"An account has at most {AccountLimits.TokensAtOnce} tokens.");
        return Decision.Event(new TokenIssued(c.Token, c.Name, c.Hash, c.Function, c.Until));
    }

    public static Decision Revoke(AccountState state, RevokeToken c, Deciding deciding)
    {
        if (state.Token(c.Token) is not { } token) return Decision.Refuse("no-token");
        return token.Ended is not null ? Decision.Again() : Decision.Event(new TokenRevoked(c.Token));
    }

    /// <summary>Kept once a day, so that showing the last use costs next to nothing.</summary>
    public static Decision Used(AccountState state, string id, Deciding deciding)
    {
        var today = Tokyo.DateOf(deciding.Now);
        var news = state.Session(id) is { } session ? session.LastUsed < today : state.Token(id) is { Ended: null } token && (token.LastUsed is null || token.LastUsed < today);
        return news ? Decision.Event(new AccessUsed(id, today)) : Decision.Nothing();
    }

    public static Decision Note(AccountState state, NoteSecurity c, Deciding deciding)
    {
        if (!SecurityNotes.All.Contains(c.What)) return Decision.Refuse("bad-key");
        if (c.What == SecurityNotes.RecoveryAsked && state.RecoveryAsked is { } asked && deciding.Now - asked < AccountLimits.RecoveryPause) return Decision.Refuse("asked-already");
        return c.Reason.Length > AccountLimits.ReasonLength ? Decision.Refuse("reason-too-long") : Decision.Event(new SecurityNoted(c.What, c.Reason));
    }
}
