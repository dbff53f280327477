using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Policies;

namespace JmaActors.Dues;

/// <summary>What one association decided about its dues; see <see cref="IDuesTariffGrain"/>. Whoever reckons dues asks it, so the answer is made once for each version.</summary>
[GrainType(DuesTariffLedger.Name)]
sealed class DuesTariffGrain(LedgerServices services, DuesTariffLedger ledger, PolicyBook book) : LedgerGrain<DuesTariffState, DuesTariffEvent>(services, ledger), IDuesTariffGrain
{
    DuesTariffs? shown;

    AssociationId Me => new(Key);

    public Task<Answer<DuesTariffs>> Set(SetDuesTariff command, CancellationToken ct) => Commit((command, Me), command.Caller, DuesTariffDecider.Set, (_, _) => Shown, ct);

    public Task<Answer<DuesTariffs>> Withdraw(WithdrawDuesTariff command, CancellationToken ct) => Commit(command, command.Caller, DuesTariffDecider.Withdraw, (_, _) => Shown, ct);

    public Task<DuesTariffs?> Read(long known, CancellationToken ct) => Durable(known == Version ? null : Shown);

    public async Task<DuesTariffInForce> InForce(FiscalYear year, CancellationToken ct)
    {
        Dictionary<AssociationId, DuesTariffs> decided = [];
        foreach (var association in Me.AndAbove().Skip(1)) decided.Add(association, (await GrainFactory.GetGrain<IDuesTariffGrain>(association.Code).Read(-1, ct))!);
        decided.Add(Me, await Durable(Shown));
        return DuesTariffAnswers.InForce(book.Dues(year.FirstDay).With(decided, year), Me, year, decided[Me]);
    }

    DuesTariffs Shown => shown is { } known && known.Version == Version ? known : shown = DuesTariffDecider.Shown(State, Version);
}
