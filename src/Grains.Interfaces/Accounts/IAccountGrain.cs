using JmaActors.Ledgers;

namespace JmaActors.Accounts;

/// <summary>
/// What somebody may do, and where somebody is signed in: functions, loans, sessions and tokens of one account. Keyed by the account's id. Who the person
/// is and how it is proved (password, passkeys) stands elsewhere; this ledger knows no name.
/// Every command is refused with <c>bad-key</c>, <c>no-reason</c>, <c>reason-too-long</c> or <c>ledger-full</c> where that applies.
/// </summary>
[Alias("account-grain")]
public interface IAccountGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>All that tells who asks.</summary>
    [Alias("standing")]
    Task<AccountStanding> Standing(CancellationToken ct);

    /// <summary>Every function, also those ended.</summary>
    [Alias("functions")]
    Task<IReadOnlyList<HeldFunction>> Functions(Caller caller, CancellationToken ct);

    /// <summary>Gives a function. Natural key: <see cref="GrantFunction.Key"/>. Refused with <c>bad-scope</c>, <c>bad-duties</c>, <c>bad-dates</c>, <c>somebody-else</c>, <c>member-has-account</c>.</summary>
    [Alias("grant")]
    Task<Answer<HeldFunction>> Grant(GrantFunction command, CancellationToken ct);

    /// <summary>Ends a function and everything it was lent for. Refused with <c>no-function</c>, and <c>not-own</c> for one that is lent: its owner takes it back.</summary>
    [Alias("withdraw")]
    Task<Answer<HeldFunction>> Withdraw(WithdrawFunction command, CancellationToken ct);

    /// <summary>Ends the link of a member (see <see cref="IMemberAccountGrain"/>) to this account when it does not have her function. False when it has, or is just being given it.</summary>
    [Alias("disclaim")]
    Task<bool> Disclaim(MemberId member, CancellationToken ct);

    /// <summary>
    /// Lends a function. Natural key: <see cref="LendFunction.Key"/>. Refused with <c>no-function</c>, <c>not-own</c>, <c>not-lendable</c>, <c>bad-duties</c>,
    /// <c>bad-dates</c>, <c>same-account</c>, <c>too-many-loans</c>. The deputy's account takes at most <see cref="AccountLimits.LoansAtOnce"/> at a time, and says when it does not take one.
    /// </summary>
    [Alias("lend")]
    Task<Answer<Loan>> Lend(LendFunction command, CancellationToken ct);

    /// <summary>Why a loan would be refused, whoever the deputy is; null when it would not be. Changes nothing.</summary>
    [Alias("may-lend")]
    Task<Refusal?> MayLend(LendFunction command, CancellationToken ct);

    /// <summary>Takes back a loan; the deputy has it no more a moment later. Refused with <c>no-loan</c>.</summary>
    [Alias("recall")]
    Task<Answer<Loan>> Recall(RecallFunction command, CancellationToken ct);

    /// <summary>Somebody signed in. Natural key: <see cref="OpenAccess.Session"/>.</summary>
    [Alias("open")]
    Task<Answer<OpenSession>> Open(OpenAccess command, CancellationToken ct);

    /// <summary>Signs out, here or everywhere; what has ended is no refusal.</summary>
    [Alias("end")]
    Task<Answer<AccountStanding>> End(EndAccess command, CancellationToken ct);

    /// <summary>Goes on in another function, or for a member. Refused with <c>signed-out</c>, <c>no-function</c>, <c>not-a-clerk</c>.</summary>
    [Alias("choose")]
    Task<Answer<OpenSession>> Choose(ChooseFunction command, CancellationToken ct);

    /// <summary>Keeps a token's hash. Natural key: <see cref="IssueToken.Token"/>. Refused with <c>no-function</c>, <c>bad-name</c>, <c>bad-dates</c>, <c>too-many-tokens</c>.</summary>
    [Alias("issue")]
    Task<Answer<HeldToken>> Issue(IssueToken command, CancellationToken ct);

    /// <summary>Ends a token. Refused with <c>no-token</c>.</summary>
    [Alias("revoke")]
    Task<Answer<HeldToken>> Revoke(RevokeToken command, CancellationToken ct);

    /// <summary>A session or a token was used today; kept once a day.</summary>
    /// <param name="id">Of the session or the token.</param>
    [Alias("used")]
    Task Used(string id, CancellationToken ct);

    /// <summary>Keeps what became of the account's security.</summary>
    [Alias("note")]
    Task<Answer<AccountStanding>> Note(NoteSecurity command, CancellationToken ct);

    /// <summary>Every event after a version, at most one page.</summary>
    [Alias("history")]
    Task<IReadOnlyList<HistoryLine>> History(long after, Caller caller, CancellationToken ct);
}

/// <summary>Lists over the view of functions. Stateless.</summary>
[Alias("function-list-grain")]
public interface IFunctionListGrain : IGrainWithIntegerKey
{
    /// <summary>Functions of one scope by account; a keyset page.</summary>
    [Alias("of-scope")]
    Task<FunctionPage> OfScope(FunctionQuery query, Caller caller, CancellationToken ct);

    /// <summary>Whether an office has an approver in force, deputies left out.</summary>
    [Alias("has-approver")]
    Task<bool> HasApprover(string scope, DateOnly on, CancellationToken ct);
}

/// <summary>Tells web nodes which accounts have changed, so that nobody keeps a right that was withdrawn. One actor, key 0. A node that does not answer misses what is said.</summary>
[Alias("account-changes-grain")]
public interface IAccountChangesGrain : IGrainWithIntegerKey
{
    /// <summary>Follows from now on, or goes on following. Another number than before: what was said between may have been lost.</summary>
    [Alias("follow")]
    Task<long> Follow(IAccountObserver observer, CancellationToken ct);

    [Alias("unfollow")]
    Task Unfollow(IAccountObserver observer, CancellationToken ct);

    /// <summary>An account has changed; ends when all who follow have heard, or will not.</summary>
    [Alias("report")]
    Task Report(string account);
}

/// <summary>A web node that follows.</summary>
[Alias("account-observer")]
public interface IAccountObserver : IGrainObserver
{
    [Alias("changed")]
    Task Changed(string account);
}
