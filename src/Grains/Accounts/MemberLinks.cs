namespace JmaActors.Accounts;

/// <summary>
/// Links a member to the account that is to have her own function, before it has it, and ends the link after it has it no more: a crash between leaves a link
/// to an account without the function, and <see cref="IAccountGrain.Disclaim"/> ends it when another account is to have it.
/// </summary>
sealed class MemberLinks(IGrainFactory grains, string account)
{
    /// <summary>True when the member's function may be this account's.</summary>
    public async Task<bool> Take(MemberId member, string reason, Caller caller, CancellationToken ct)
    {
        var (link, command) = (Of(member), new LinkAccount(account, reason, caller));
        var holder = (await link.Link(command, ct)).Value!;
        if (holder == account) return true;
        if (!await grains.GetGrain<IAccountGrain>(holder).Disclaim(member, ct)) return false;
        return (await link.Link(command, ct)).Value == account;
    }

    public async Task<bool> Leave(MemberId member, string reason, Caller caller, CancellationToken ct) =>
        (await Of(member).Unlink(new LinkAccount(account, reason, caller), ct)).Accepted;

    IMemberAccountGrain Of(MemberId member) => grains.GetGrain<IMemberAccountGrain>(member.Number);
}
