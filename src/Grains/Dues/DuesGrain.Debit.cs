using JmaActors.Bank;
using JmaActors.Ledgers;

namespace JmaActors.Dues;

/// <summary>The account dues are drawn from.</summary>
sealed partial class DuesGrain : IDuesDebitGrain
{
    public async Task<Answer<bool>> Agree(AgreeDebit command, CancellationToken ct)
    {
        var (sealedAccount, present) = (await seal.Seal(Me, command.Account, ct), State.Debit);
        var same = await seal.Open(Me, present, ct) == command.Account;
        return await Commit((command, sealedAccount, present, same), command.Caller, static (state, p, _) => DebitAgreement.Agree(state, p.command, p.sealedAccount, p.same && state.Debit == p.present), static (_, _) => true, ct);
    }

    public Task<Answer<bool>> End(EndDebit command, CancellationToken ct) => Commit(command, command.Caller, static (state, c, _) => DebitAgreement.End(state, c), static (_, _) => true, ct);

    public async Task<DebitAccount?> Debit(CancellationToken ct) => await seal.Open(Me, await Durable(State.Debit), ct);
}

/// <summary>What becomes of an agreement. Pure.</summary>
static class DebitAgreement
{
    /// <param name="sealedAccount">Null when there is nobody to seal it for.</param>
    /// <param name="same">It is the account that is agreed on.</param>
    public static Decision<DuesEvent> Agree(DuesState state, AgreeDebit command, byte[]? sealedAccount, bool same)
    {
        if (sealedAccount is null) return Decision<DuesEvent>.Refuse("not-registered");
        if (same) return Decision<DuesEvent>.Again();
        if (!BankAccountId.TryParse(command.Account.Account, out _)) return Decision<DuesEvent>.Refuse("bad-account", "", "An account is written like 0158-100-1-0012345.");
        return command.Account.Holder.Length is 0 or > DebitAccount.HolderLength || HalfKana.Of(command.Account.Holder) != command.Account.Holder
            ? Decision<DuesEvent>.Refuse("bad-name", "", $"A holder is written as banks do, in at most {DebitAccount.HolderLength} characters.")
            : Decision<DuesEvent>.Event(new DuesDebitAgreed(sealedAccount));
    }

    public static Decision<DuesEvent> End(DuesState state, EndDebit command) =>
        state.Debit is null ? Decision<DuesEvent>.Again() : DuesMoneyDecider.Reason(command.Reason) is { } fault ? Decision<DuesEvent>.Refuse(fault) : Decision<DuesEvent>.Event(new DuesDebitEnded(command.Reason));
}
