using JmaActors.Accounts;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>
    /// Which physician somebody is who acts in a function that is no member's own: the member whose own function the same account has. Null when it has none.
    /// </summary>
    public async Task<MemberId?> PersonOf(Caller caller, CancellationToken ct)
    {
        if (caller.Oneself) return MemberId.TryParse(caller.Scope, out var self) ? self : null;
        if (Eyes.PersonIn(caller) is { } said) return MemberId.TryParse(said, out var seen) ? seen : null;
        if (AccountSubject.Account(caller.Subject) is not { } account) return null;
        var standing = await AccountStanding(account, ct).ConfigureAwait(false);
        return standing.Functions.FirstOrDefault(f => f is { Role: CallerRole.Member, Of: null } && f.InForce(Today)) is { } own && MemberId.TryParse(own.Scope, out var member) ? member : null;
    }
}
