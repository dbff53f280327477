using JmaActors.Dues;
using JmaActors.Journal;
using JmaActors.Ledgers;

namespace JmaActors.Bank;

/// <summary>One account; see <see cref="IBankAccountGrain"/>. Bookings reach the dues of who paid by parcels, whatever happens to this actor meanwhile.</summary>
[GrainType(BankAccountLedger.Name)]
sealed class BankAccountGrain(LedgerServices services, BankAccountLedger ledger, IBankIndex index) : LedgerGrain<BankAccountState, BankAccountEvent>(services, ledger), IBankAccountGrain
{
    public Task<Answer<bool>> Open(OpenBankAccount command, CancellationToken ct) => Commit(command, command.Caller, BankAccountDecider.Open, static (_, _) => true, ct);

    public Task<Answer<bool>> Close(CloseBankAccount command, CancellationToken ct) => Commit(command, command.Caller, BankAccountDecider.Close, static (_, _) => true, ct);

    public async Task<Answer<IReadOnlyList<BankLineFound>>> Try(TakeBankLines command, CancellationToken ct)
    {
        var owing = await Owing(command, ct);
        var decision = BankAccountDecider.Take(State, new PreparedBank<TakeBankLines>(command, owing), new Deciding(Now, command.Caller, Version));
        return await Durable(new Answer<IReadOnlyList<BankLineFound>>(decision.Refusal is null ? BankLineRules.Find(State, command.Lines, owing) : null, decision.Refusal, Version, false));
    }

    public async Task<Answer<IReadOnlyList<BankLineFound>>> Take(TakeBankLines command, CancellationToken ct)
    {
        var owing = await Owing(command, ct);
        var found = BankLineRules.Find(State, command.Lines, owing);
        return await Commit(new PreparedBank<TakeBankLines>(command, owing), command.Caller, BankAccountDecider.Take, (_, _) => found, ct);
    }

    public async Task<Answer<bool>> Match(MatchBankLine command, CancellationToken ct)
    {
        var owing = await index.Owing(command.Association, [command.Member.Number], ct).OrTryAgain();
        return await Commit(new PreparedBank<MatchBankLine>(command, owing), command.Caller, BankAccountDecider.Match, static (_, _) => true, ct);
    }

    public Task<Answer<bool>> Settle(SettleBankLine command, CancellationToken ct) => Commit(command, command.Caller, BankAccountDecider.Settle, static (_, _) => true, ct);

    /// <summary>
    /// The payment goes first: while it is taken back the line stays booked and nobody else can have it. That it was taken back is told to the line by a parcel too, which finishes what is cut off in between.
    /// </summary>
    public async Task<Answer<bool>> Reopen(ReopenBankLine command, CancellationToken ct)
    {
        var decision = BankAccountDecider.Reopen(State, command, new Deciding(Now, command.Caller, Version));
        if (decision.Count > 0 && State.Lines[command.Line] is { Status: BankLineStatus.Booked } line)
        {
            var payment = BankAccountLedger.Payment(Key, command.Line, line.Turn);
            var reversed = await GrainFactory.GetGrain<IDuesGrain>(line.Member).Reverse(new ReversePayment(payment, command.Reason, command.Caller), ct);
            if (reversed.Refusal?.Reason == "no-payment") throw new TryAgainException("moved", "The payment is on its way to the books; send the same command again.");
            if (reversed.Refusal is { } refusal) return await Durable(new Answer<bool>(false, refusal, Version, false));
        }
        return await Commit(command, command.Caller, BankAccountDecider.Reopen, static (_, _) => true, ct);
    }

    /// <summary>Whom the payer's numbers of these lines name, as far as they owe anything here.</summary>
    async Task<IReadOnlySet<long>> Owing(TakeBankLines command, CancellationToken ct)
    {
        long[] named = [.. command.Lines.Select(l => PayerNumber.Find(l.Code, l.Name)).OfType<MemberId>().Select(m => m.Number).Distinct()];
        return named.Length == 0 ? new HashSet<long>() : await index.Owing(command.Association, named, ct).OrTryAgain();
    }
}
