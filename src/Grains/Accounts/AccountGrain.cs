using System.Text;
using JmaActors.Journal;
using JmaActors.Ledgers;

namespace JmaActors.Accounts;

/// <summary>What an account may do and where it is signed in; see <see cref="IAccountGrain"/>.</summary>
[GrainType(AccountLedger.Name)]
sealed class AccountGrain(LedgerServices services, AccountLedger ledger) : LedgerGrain<AccountState, AccountEvent>(services, ledger), IAccountGrain
{
    /// <summary>Lines of one page of history.</summary>
    const int HistoryPage = 200;

    /// <summary>Whoever keeps what this account may do hears that it has changed.</summary>
    protected override bool Follows => true;

    protected override void Committed() => GrainFactory.GetGrain<IAccountChangesGrain>(0).Report(Key).Ignore();

    public Task<AccountStanding> Standing(CancellationToken ct) => Durable(View(State));

    public Task<IReadOnlyList<HeldFunction>> Functions(Caller caller, CancellationToken ct) => Durable<IReadOnlyList<HeldFunction>>([.. State.Functions]);

    public Task<Answer<HeldFunction>> Grant(GrantFunction command, CancellationToken ct) =>
        Commit(command, command.Caller, FunctionDecider.Grant, static (s, c) => s.Function(c.Key)!, ct);

    public Task<Answer<HeldFunction>> Withdraw(WithdrawFunction command, CancellationToken ct) =>
        Commit(command, command.Caller, FunctionDecider.Withdraw, static (s, c) => s.Function(c.Function)!, ct);

    public Task<Answer<Loan>> Lend(LendFunction command, CancellationToken ct) =>
        Commit((Key, command), command.Caller, FunctionDecider.Lend, static (s, c) => s.Loan(c.command.Key)!.Value.Loan, ct);

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

    AccountStanding View(AccountState state) => new(
        Key, state.Version, [.. state.Functions.Where(f => f.Ended is null)], [.. state.Sessions], [.. state.Tokens.Where(t => t.Ended is null)]);

    static HistoryLine Line(EventRow row) => new(
        row.Version, row.Type, row.Schema, EventCodec.Instant(row.RecordedMicros), Encoding.UTF8.GetString(row.Body), Convert.ToHexStringLower(row.Hash));
}
