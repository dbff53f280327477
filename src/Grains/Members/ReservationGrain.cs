using JmaActors.Ledgers;

namespace JmaActors.Members;

/// <summary>Gives out the values of one block; see <see cref="IReservationGrain"/>.</summary>
[GrainType("reservation")]
sealed class ReservationGrain(LedgerServices services, ReservationLedger ledger)
    : LedgerGrain<ReservationState, ReservationEvent>(services, ledger), IReservationGrain
{
    public Task<Answer<MemberId>> Reserve(string value, MemberId holder, Caller caller, CancellationToken ct) =>
        Commit(new Claim(Key, value, holder), caller, ReservationDecider.Reserve, static (state, c) => state.Holder(c.Value) ?? c.Member, ct);

    public Task<Answer<MemberId>> Release(string value, MemberId holder, Caller caller, CancellationToken ct) =>
        Commit(new Claim(Key, value, holder), caller, ReservationDecider.Release, static (_, c) => c.Member, ct);

    public Task<MemberId?> Holder(string value, CancellationToken ct) => Durable(State.Holder(value));
}
