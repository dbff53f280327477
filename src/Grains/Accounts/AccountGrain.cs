using System.Text;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Time;

namespace JmaActors.Accounts;

/// <summary>What an account may do and where it is signed in; see <see cref="IAccountGrain"/>.</summary>
[GrainType(AccountLedger.Name)]
sealed class AccountGrain(LedgerServices services, AccountLedger ledger) : LedgerGrain<AccountState, AccountEvent>(services, ledger), IAccountGrain
{
    /// <summary>Lines of one page of history.</summary>
    const int HistoryPage = 200;

    static readonly Refusal Taken = new("member-has-account", "", "This member has an account already: the function is withdrawn there first.");

    /// <summary>Changes of the member's own function take turns: what one links, another must not leave meanwhile.</summary>
    readonly SemaphoreSlim members = new(1, 1);

    MemberLinks Links => new(GrainFactory, Key);

    protected override bool Follows => true;

    /// <summary>Whoever keeps what this account may do has heard that it has changed before the change is answered: what was ended is worth nothing at once.</summary>
    protected override async Task Heard() =>
        await GrainFactory.GetGrain<IAccountChangesGrain>(0).Report(Key).WaitAsync(AccountLimits.Heard, Services.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    public Task<AccountStanding> Standing(CancellationToken ct) => Durable(View(State));

    public Task<IReadOnlyList<HeldFunction>> Functions(Caller caller, CancellationToken ct) => Durable<IReadOnlyList<HeldFunction>>([.. State.Functions]);

    public async Task<Answer<HeldFunction>> Grant(GrantFunction command, CancellationToken ct)
    {
        if (command.Role != CallerRole.Member || !MemberId.TryParse(command.Scope, out var member)) return await Given(command, ct);
        using var turn = await Turn.Take(members, ct);
        var sound = FunctionDecider.Grant(State, command, new Deciding(Now, command.Caller, Version)).Count > 0;
        if (sound && !await Links.Take(member, command.Reason, command.Caller, ct)) return await Durable(new Answer<HeldFunction>(null, Taken, Version, false));
        return await Given(command, ct);
    }

    public async Task<Answer<HeldFunction>> Withdraw(WithdrawFunction command, CancellationToken ct)
    {
        if (State.Function(command.Function) is not { Role: CallerRole.Member } held) return await Ended(command, ct);
        using var turn = await Turn.Take(members, ct);
        var (answer, member) = (await Ended(command, ct), MemberId.Parse(held.Scope));
        if (answer.Accepted && !Has(member)) await Links.Leave(member, command.Reason, command.Caller, ct);
        return answer;
    }

    public async Task<bool> Disclaim(MemberId member, CancellationToken ct)
    {
        // Not waiting for the turn: two accounts that want each other's members would wait for ever.
        if (!members.Wait(0, CancellationToken.None)) return false;
        using var turn = new Turn(members);
        await Durable(true);
        return !Has(member) && await Links.Leave(member, "", Caller.System, ct);
    }

    public Task<Answer<Loan>> Lend(LendFunction command, CancellationToken ct) =>
        Commit((Key, command), command.Caller, FunctionDecider.Lend, static (s, c) => s.Loan(c.command.Key)!.Value.Loan, ct);

    public Task<Refusal?> MayLend(LendFunction command, CancellationToken ct) =>
        Durable(FunctionDecider.Lend(State, (Key, command), new Deciding(Now, command.Caller, Version)).Refusal);

    public Task<Answer<Loan>> Recall(RecallFunction command, CancellationToken ct) =>
        Commit(command, command.Caller, FunctionDecider.Recall, static (s, c) => s.Loan(c.Loan)!.Value.Loan, ct);

    public Task<Answer<OpenSession>> Open(OpenAccess command, CancellationToken ct) =>
        Commit(command, command.Caller, AccessDecider.Open, static (s, c) => s.Session(c.Session)!, ct);

    public Task<Answer<AccountStanding>> End(EndAccess command, CancellationToken ct) =>
        Commit(command, command.Caller, AccessDecider.End, (s, _) => View(s), ct);

    public Task<Answer<OpenSession>> Choose(ChooseFunction command, CancellationToken ct) =>
        Commit(command, command.Caller, AccessDecider.Choose, static (s, c) => s.Session(c.Session)!, ct);

    public Task<Answer<HeldToken>> Issue(IssueToken command, CancellationToken ct) =>
        Commit(command, command.Caller, AccessDecider.Issue, static (s, c) => s.Token(c.Token)!, ct);

    public Task<Answer<HeldToken>> Revoke(RevokeToken command, CancellationToken ct) =>
        Commit(command, command.Caller, AccessDecider.Revoke, static (s, c) => s.Token(c.Token)!, ct);

    public Task Used(string id, CancellationToken ct) => Commit(id, Caller.System, AccessDecider.Used, static (_, _) => true, ct);

    public Task<Answer<AccountStanding>> Note(NoteSecurity command, CancellationToken ct) =>
        Commit(command, command.Caller, AccessDecider.Note, (s, _) => View(s), ct);

    public async Task<IReadOnlyList<HistoryLine>> History(long after, Caller caller, CancellationToken ct)
    {
        await Durable(true);
        var history = await Services.Journal.Read(Ledger, Math.Max(0, after), ct).AsTask().OrTryAgain();
        return [.. history.Events.Take(HistoryPage).Select(Line)];
    }

    /// <summary>True while this account is the member, or will be.</summary>
    bool Has(MemberId member) => State.Functions.Exists(f => f.Role == CallerRole.Member && f.Scope == member.ToString() && f.Lives(Tokyo.DateOf(Now)));

    Task<Answer<HeldFunction>> Given(GrantFunction command, CancellationToken ct) =>
        Commit(command, command.Caller, FunctionDecider.Grant, static (s, c) => s.Function(c.Key)!, ct);

    Task<Answer<HeldFunction>> Ended(WithdrawFunction command, CancellationToken ct) =>
        Commit(command, command.Caller, FunctionDecider.Withdraw, static (s, c) => s.Function(c.Function)!, ct);

    AccountStanding View(AccountState state) => new(
        Key, state.Version, [.. state.Functions.Where(f => f.Ended is null)], [.. state.Sessions], [.. state.Tokens.Where(t => t.Ended is null)]);

    static HistoryLine Line(EventRow row) => new(
        row.Version, row.Type, row.Schema, EventCodec.Instant(row.RecordedMicros), Encoding.UTF8.GetString(row.Body), Convert.ToHexStringLower(row.Hash));
}
