using JmaActors.Accounts;
using JmaActors.Ledgers;
using JmaActors.Members;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>All functions of an account; one's own, or those of somebody whose functions the caller may give.</summary>
    public async Task<IReadOnlyList<HeldFunction>> FunctionsOf(string account, Caller caller, CancellationToken ct)
    {
        var functions = await Ask(Account(account), caller, static (g, c, t) => g.Functions(c, t), ct).ConfigureAwait(false);
        if (AccountSubject.Account(caller.Subject) == account) return functions;
        return [.. functions.Where(f => Scopes.Allows(caller, new Target.SeeFunctions(f.Scope)))];
    }

    /// <summary>Functions of one scope, whoever has them.</summary>
    public Task<FunctionPage> FunctionsOfScope(FunctionQuery query, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeFunctions(query.Scope), "see functions");
        return Ask(actors.Grain<IFunctionListGrain>(0), (query, caller), static (g, w, t) => g.OfScope(w.query, w.caller, t), ct);
    }

    /// <summary>Gives a function; nobody to oneself.</summary>
    public async Task<Answer<HeldFunction>> GrantFunction(string account, GrantFunction command, CancellationToken ct)
    {
        if (await RequireGrant(account, command, ct).ConfigureAwait(false) is { } refusal) return new Answer<HeldFunction>(null, refusal, 0, false);
        return await Change(account, command, static (g, c, t) => g.Grant(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>Passes when the caller may give this function to this account; else says why not.</summary>
    /// <param name="account">Null for one that is yet to be made.</param>
    internal async Task<Refusal?> RequireGrant(string? account, GrantFunction command, CancellationToken ct)
    {
        var target = await GrantTarget(command.Caller, command.Role, command.Scope, command.Duties, ct).ConfigureAwait(false);
        if (command.Role == CallerRole.Member)
        {
            var others = await AccountsOf(MemberId.Parse(command.Scope), account, ct).ConfigureAwait(false);
            Require(command.Caller, target with { Replaces = others.Count > 0 }, "grant a function");
            if (others.Any(f => Lives(f))) return MemberHasAccount;
        }

        Require(command.Caller, target, "grant a function");
        return account is not null && AccountSubject.Account(command.Caller.Subject) == account ? NotToOneself : null;
    }

    /// <summary>Takes a function away; who may give it may.</summary>
    public async Task<Answer<HeldFunction>> WithdrawFunction(string account, WithdrawFunction command, CancellationToken ct)
    {
        var functions = await Ask(Account(account), command.Caller, static (g, c, t) => g.Functions(c, t), ct).ConfigureAwait(false);
        if (functions.FirstOrDefault(f => f.Id == command.Function) is not { } held) throw new NothingThereException("function");
        var target = await GrantTarget(command.Caller, held.Role, held.Scope, held.Duties, ct).ConfigureAwait(false);
        Require(command.Caller, target with { Replaces = held.Role == CallerRole.Member }, "withdraw a function");
        return await Change(account, command, static (g, c, t) => g.Withdraw(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>Accounts that have or had a member's own function, but for one.</summary>
    internal async Task<IReadOnlyList<FunctionLine>> AccountsOf(MemberId member, string? but, CancellationToken ct)
    {
        var page = await Ask(
            actors.Grain<IFunctionListGrain>(0), new FunctionQuery(member.ToString(), true, null, AccountLimits.Page), static (g, q, t) => g.OfScope(q, Caller.System, t), ct).ConfigureAwait(false);
        return [.. page.Functions.Where(f => f is { Role: CallerRole.Member, Of: null } && f.Account != but)];
    }

    static readonly Refusal MemberHasAccount = new("member-has-account", "", "This member has an account already: the function is withdrawn there first.");

    static readonly Refusal NotToOneself = new("not-to-oneself", "", "Nobody gives oneself a function.");

    bool Lives(FunctionLine f) => f.Ended is null && (f.Until is null || Today <= f.Until);

    DateOnly Today => JmaActors.Design.Show.DayOf(clock.GetUtcNow());

    /// <summary>代理: lends a function of one's own.</summary>
    public Task<Answer<Loan>> LendFunction(LendFunction command, CancellationToken ct) =>
        Change(Self(command.Caller), command, static (g, c, t) => g.Lend(c, t), ct);

    /// <summary>Why a loan would be refused whoever the deputy is; null when it would not be.</summary>
    internal Task<Refusal?> MayLend(LendFunction command, CancellationToken ct) =>
        Ask(Account(Self(command.Caller)), command, static (g, c, t) => g.MayLend(c, t), ct);

    /// <summary>Takes back what one lent.</summary>
    public Task<Answer<Loan>> RecallFunction(RecallFunction command, CancellationToken ct) =>
        Change(Self(command.Caller), command, static (g, c, t) => g.Recall(c, t), ct);

    /// <summary>Goes on in a function of one's own.</summary>
    internal Task<Answer<OpenSession>> ChooseFunction(string account, ChooseFunction command, CancellationToken ct) =>
        Change(account, command, static (g, c, t) => g.Choose(c, t), ct);

    /// <summary>代行: begins to act for a member the office sees. Null when there is no such member for this caller.</summary>
    public async Task<Answer<OpenSession>?> ActFor(MemberId member, ChooseFunction command, CancellationToken ct)
    {
        if (await Seen(member, command.Caller, ct).ConfigureAwait(false) is not { } membership) return null;
        Require(command.Caller, new Target.ActFor(member, membership), "act for a member");
        return await ChooseFunction(Self(command.Caller), command, ct).ConfigureAwait(false);
    }

    /// <summary>Gives a device or script a token in one of one's own functions.</summary>
    public Task<Answer<HeldToken>> IssueToken(IssueToken command, CancellationToken ct) =>
        Change(Self(command.Caller), command, static (g, c, t) => g.Issue(c, t), ct);

    public Task<Answer<HeldToken>> RevokeToken(RevokeToken command, CancellationToken ct) =>
        Change(Self(command.Caller), command, static (g, c, t) => g.Revoke(c, t), ct);

    /// <summary>What became of one's own account.</summary>
    public Task<IReadOnlyList<HistoryLine>> AccountHistory(long after, Caller caller, CancellationToken ct) =>
        Ask(Account(Self(caller)), (after, caller), static (g, w, t) => g.History(w.after, w.caller, t), ct);

    /// <summary>The account of a member whom the caller may help to sign in again; null when she has none.</summary>
    internal async Task<string?> AccountOfMember(MemberId member, Caller caller, CancellationToken ct)
    {
        if (await MembershipOf(member, ct).ConfigureAwait(false) is not { } membership) return null;
        if (!Scopes.Allows(caller, new Target.SeeMember(member, membership))) return null;
        Require(caller, new Target.HelpRecover(member, membership), "help to sign in again");
        var (accounts, linked) = (await AccountsOf(member, null, ct).ConfigureAwait(false), await Ask(MemberAccount(member), 0, static (g, _, t) => g.Linked(t), ct).ConfigureAwait(false));
        List<string> inForce = [.. accounts.Where(f => Lives(f) && f.From <= Today).Select(f => f.Account).Distinct()];
        // Of several, from before one member had one account, none is guessed.
        return inForce.Find(a => a == linked) ?? (inForce is [var only] ? only : null);
    }

    /// <summary>Whether a caller could give everything an account has, and it is not the caller's own: then its second step may be turned off by the caller's word.</summary>
    internal async Task<bool> CouldGiveAll(string account, Caller caller, CancellationToken ct)
    {
        if (AccountSubject.Account(caller.Subject) == account) return false;
        foreach (var f in (await AccountStanding(account, ct).ConfigureAwait(false)).Functions.Where(f => f.Lives(Today)))
        {
            if (!Scopes.Allows(caller, (await GrantTarget(caller, f.Role, f.Scope, f.Duties, ct).ConfigureAwait(false)) with { Replaces = f.Role == CallerRole.Member })) return false;
        }

        return true;
    }

    /// <summary>All that tells who asks. Whoever shows a session or a token of the account has not been let in yet: no right is asked for.</summary>
    internal Task<AccountStanding> AccountStanding(string account, CancellationToken ct) => Ask(Account(account), 0, static (g, _, t) => g.Standing(t), ct);

    /// <summary>Somebody has proved who they are.</summary>
    internal Task<Answer<OpenSession>> OpenAccess(string account, OpenAccess command, CancellationToken ct) =>
        Change(account, command, static (g, c, t) => g.Open(c, t), ct);

    internal Task<Answer<AccountStanding>> EndAccess(string account, EndAccess command, CancellationToken ct) =>
        Change(account, command, static (g, c, t) => g.End(c, t), ct);

    internal Task<Answer<AccountStanding>> NoteSecurity(string account, NoteSecurity command, CancellationToken ct) =>
        Change(account, command, static (g, c, t) => g.Note(c, t), ct);

    /// <summary>Not waited for: a last use that is not kept today is kept tomorrow.</summary>
    internal void MarkUsed(string account, string id) => Account(account).Used(id, CancellationToken.None).Ignore();

    /// <summary>An account was changed by way of this node, or may have been.</summary>
    internal event Action<string>? AccountChanged;

    /// <summary>Changes an account. This node knows before the change is answered, whether or not word of it goes round.</summary>
    async Task<Answer<T>> Change<TCommand, T>(string account, TCommand command, Func<IAccountGrain, TCommand, CancellationToken, Task<Answer<T>>> change, CancellationToken ct)
    {
        try
        {
            return await Ask(Account(account), command, change, ct).ConfigureAwait(false);
        }
        finally
        {
            AccountChanged?.Invoke(account);
        }
    }

    internal IAccountObserver ReferAccounts(IAccountObserver observer) => actors.Refer(observer);

    internal Task<long> FollowAccounts(IAccountObserver reference, CancellationToken ct) =>
        Ask(actors.Grain<IAccountChangesGrain>(0), reference, static (g, r, t) => g.Follow(r, t), ct);

    internal Task UnfollowAccounts(IAccountObserver reference, CancellationToken ct) =>
        Ask(actors.Grain<IAccountChangesGrain>(0), reference, static async (g, r, t) => { await g.Unfollow(r, t).ConfigureAwait(false); return true; }, ct);

    IMemberAccountGrain MemberAccount(MemberId member) => actors.Grain<IMemberAccountGrain>(member.Number);

    IAccountGrain Account(string id) => AccountLimits.IsKey(id) ? actors.Grain<IAccountGrain>(id) : throw new InvalidInputException("account", "An account's id has letters and digits.");

    /// <summary>The account of somebody who is signed in. A token manages no account, and nobody does while acting for somebody else.</summary>
    static string Self(Caller caller) => AccountSubject.IsPerson(caller.Subject) && caller.For is null && AccountSubject.Account(caller.Subject) is { } account
        ? account
        : throw new OutOfScopeException("manage an account");

    /// <summary>What a function is judged by: of a door, the host of its session; of a member, the membership; of another office, whether it has an approver.</summary>
    async Task<Target.GrantFunction> GrantTarget(Caller caller, CallerRole role, string scope, OfficeDuties duties, CancellationToken ct)
    {
        if (!FunctionScopes.Fits(role, scope)) throw new InvalidInputException("scope", "The scope is not one of this role.");
        var host = role == CallerRole.Door ? await HostOf(new SessionId(scope), ct).ConfigureAwait(false) ?? throw new NothingThereException("session") : (AssociationId?)null;
        var membership = role == CallerRole.Member ? await MembershipOf(MemberId.Parse(scope), ct).ConfigureAwait(false) ?? throw new NothingThereException("member") : null;
        var governed = role == CallerRole.Office && caller.Role == CallerRole.Office && caller.Scope != scope
            && await Ask(actors.Grain<IFunctionListGrain>(0), (scope, Today), static (g, w, t) => g.HasApprover(w.scope, w.Today, t), ct).ConfigureAwait(false);
        return new Target.GrantFunction(role, scope, duties, host, membership, Governed: governed);
    }
}
