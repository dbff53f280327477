using JmaActors.Ledgers;

namespace JmaActors.Associations;

/// <summary>An association's own record; see <see cref="IAssociationGrain"/>.</summary>
[GrainType("association")]
sealed class AssociationGrain(LedgerServices services, AssociationLedger ledger)
    : LedgerGrain<AssociationState, AssociationEvent>(services, ledger), IAssociationGrain
{
    public Task<Answer<AssociationView>> Establish(EstablishAssociation command, CancellationToken ct) =>
        Commit(new Establishing(Key, command), command.Caller, AssociationDecider.Establish, static (state, c) => View(c.Code, state), ct);

    public Task<AssociationView?> Read(Caller caller, CancellationToken ct) => Durable(State.Established ? View(Key, State) : null);

    static AssociationView View(string code, AssociationState state) => new(new AssociationId(code), state.Name, state.Phone, state.Demonstration, state.Version);
}
