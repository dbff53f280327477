using JmaActors.Accounts;
using JmaActors.Credits;
using JmaActors.Disputes;
using JmaActors.Journal;
using JmaActors.Passes;
using JmaActors.Works;

namespace JmaActors.Members;

/// <summary>What goes with an erased person from beside her own ledger. Each step changes nothing when it is done again.</summary>
sealed class ErasureSteps(IGrainFactory grains, IErasedAccounts accounts, IWorkIndex works, IEvidenceStore evidence, IErasedContent content)
{
    /// <summary>Words that events keep as the reason.</summary>
    const string Reason = "erased";

    /// <summary>Works read at once and asked side by side.</summary>
    const int WorksPage = 50;

    /// <param name="last">Nobody this person was merged into is erased after her: what names many people, and what the database keeps beside its rows, is dealt with once, in the end.</param>
    public async Task Do(MemberId member, bool last, Caller caller, CancellationToken ct)
    {
        await Accounts(member, caller, ct);
        await grains.GetGrain<IPassGrain>(member.Number).Revoke(new RevokePasses(Reason, Reason, caller), ct);
        await Cases(member, caller, ct);
        await evidence.Forget(member, ct);
        if (last) await Works(ct);
        if (last) await content.Purge(ct);
    }

    /// <summary>What both sides wrote went with the key: there is nothing left to decide on.</summary>
    async Task Cases(MemberId member, Caller caller, CancellationToken ct)
    {
        var query = new DisputeQuery(member, null, false, null, DisputeLimits.Page);
        do
        {
            var page = await grains.GetGrain<IDisputeInboxGrain>(0).Cases(query, ct);
            foreach (var open in page.Cases) await grains.GetGrain<IDisputeGrain>(open.Id).Withdraw(caller, ct);
            query = query with { After = page.Next };
        }
        while (query.After is not null);
    }

    /// <summary>All of them: which name the person is not kept, and what was gathered after her erasure can be gathered again.</summary>
    async Task Works(CancellationToken ct)
    {
        var after = "";
        while (await works.Kept(after, WorksPage, ct).OrTryAgain() is { Count: > 0 } page)
        {
            await Task.WhenAll(page.Select(id => grains.GetGrain<IWorkGrain>(id).Forget(ct)));
            after = page[^1];
        }
    }

    async Task Accounts(MemberId member, Caller caller, CancellationToken ct)
    {
        // Also functions ended before: a step that was cut short has ended them already.
        var query = new FunctionQuery(member.ToString(), true, null, AccountLimits.Page);
        HashSet<string> ids = new(StringComparer.Ordinal);
        do
        {
            var page = await grains.GetGrain<IFunctionListGrain>(0).OfScope(query, Caller.System, ct);
            ids.UnionWith(page.Functions.Where(f => f is { Role: CallerRole.Member, Of: null }).Select(f => f.Account));
            query = query with { After = page.Next };
        }
        while (query.After is not null);
        foreach (var id in ids) await Account(id, member, caller, ct);
    }

    /// <summary>
    /// Ends the function of this member, and where somebody is signed in. An account that has no other function, and never was another member's, is the person's own: who
    /// signs in with it is forgotten.
    /// </summary>
    async Task Account(string id, MemberId member, Caller caller, CancellationToken ct)
    {
        var account = grains.GetGrain<IAccountGrain>(id);
        var functions = await account.Functions(Caller.System, ct);
        var hers = functions.Where(f => f is { Role: CallerRole.Member, Of: null } && f.Scope == member.ToString()).ToList();
        var own = !functions.Except(hers).Any(f => f.Ended is null || f is { Role: CallerRole.Member, Of: null });
        var standing = await account.Standing(ct);
        foreach (var token in standing.Tokens.Where(t => own || hers.Exists(f => f.Id == t.Function))) await account.Revoke(new RevokeToken(token.Id, caller), ct);
        if (own || hers.Exists(f => f.Ended is null)) await account.End(new EndAccess(null, null, caller), ct);
        foreach (var function in hers.Where(f => f.Ended is null)) await account.Withdraw(new WithdrawFunction(function.Id, Reason, caller), ct);
        if (own) await accounts.Forget(id, ct);
    }
}
