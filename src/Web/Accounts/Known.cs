using System.Collections.Concurrent;
using System.Globalization;
using JmaActors.Accounts;

namespace JmaActors.Web.Accounts;

/// <summary>What a web node knows of one account since a moment.</summary>
/// <param name="Since">When it was asked for, as a time stamp.</param>
/// <param name="now">The same as an instant: what is in force is judged then.</param>
/// <param name="used">Told once of a session or token that is used today for the first time.</param>
sealed class Known(AccountStanding standing, long since, DateTimeOffset now, Action<string> used)
{
    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    readonly ConcurrentDictionary<string, (Asked Asked, DateTimeOffset Until)> _sessions = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, (Asked Asked, byte[] Hash, DateTimeOffset Until)> _tokens = new(StringComparer.Ordinal);
    readonly DateOnly _today = DateOnly.FromDateTime(now.ToOffset(Tokyo).DateTime);

    public long Since => since;

    /// <summary>There is such an account; what is made up is not worth keeping.</summary>
    public bool Exists => standing.Version > 0;

    /// <summary>Such a token is among them, whether or not it still holds.</summary>
    public bool Knows(string token) => standing.Tokens.Any(t => t.Id == token);

    public Asked? Session(string id, DateTimeOffset at)
    {
        if (!_sessions.TryGetValue(id, out var kept))
        {
            if (standing.Sessions.FirstOrDefault(s => s.Id == id) is not { } session) return null;
            kept = _sessions.GetOrAdd(id, (Of(session), session.Until));
            if (session.LastUsed < _today) used(id);
        }

        return at < kept.Until ? kept.Asked : null;
    }

    public (Asked Asked, byte[] Hash)? Token(string id, DateTimeOffset at)
    {
        if (!_tokens.TryGetValue(id, out var kept))
        {
            if (standing.Tokens.FirstOrDefault(t => t.Id == id) is not { } token || InForce(token.Function) is not { } function) return null;
            kept = _tokens.GetOrAdd(id, (new Asked(standing.Account, null, id, function.As(AccountSubject.OfToken(standing.Account, id)), function), token.Hash, token.Until));
            if (token.LastUsed is null || token.LastUsed < _today) used(id);
        }

        return at < kept.Until ? (kept.Asked, kept.Hash) : null;
    }

    HeldFunction? InForce(string? id) => id is null ? null : standing.Functions.FirstOrDefault(f => f.Id == id && f.InForce(_today));

    /// <summary>In the function chosen; where there is only one of one's own, in that one. What somebody else lent changes nothing by itself.</summary>
    Asked Of(OpenSession session)
    {
        var function = InForce(session.Function);
        if (function is null && session.Function is null && standing.Functions.Where(f => f.Of is null && f.InForce(_today)).ToList() is [var only]) function = only;
        var caller = function?.As(AccountSubject.Of(standing.Account));
        // 代行: in the clerk's own function, for the member: each entry says both.
        if (caller is not null && session.For is { } member) caller = caller with { For = member.ToString() };
        return new Asked(standing.Account, session.Id, null, caller, function, session.Since);
    }
}
