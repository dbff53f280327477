using JmaActors.Ledgers;

namespace JmaActors.Accounts;

/// <summary>Which account a member's own function belongs to; see <see cref="IMemberAccountGrain"/>.</summary>
[GrainType(MemberAccountLedger.Name)]
sealed class MemberAccountGrain(LedgerServices services, MemberAccountLedger ledger)
    : LedgerGrain<MemberAccountState, MemberAccountEvent>(services, ledger), IMemberAccountGrain
{
    public Task<Answer<string>> Link(LinkAccount command, CancellationToken ct) =>
        Commit(command, command.Caller, MemberAccountDecider.Link, static (state, c) => state.Account ?? c.Account, ct);

    public Task<Answer<string>> Unlink(LinkAccount command, CancellationToken ct) =>
        Commit(command, command.Caller, MemberAccountDecider.Unlink, static (_, c) => c.Account, ct);

    public Task<string?> Linked(CancellationToken ct) => Durable(State.Account);
}
