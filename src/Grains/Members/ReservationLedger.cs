using System.Text.Json.Serialization.Metadata;
using JmaActors.Ledgers;

namespace JmaActors.Members;

/// <summary>How a reservation's events fold.</summary>
public sealed class ReservationLedger : LedgerDefinition<ReservationState, ReservationEvent>
{
    public override string Kind => "reservation";

    public override bool NumberKey => false;

    public override EventCatalog<ReservationEvent> Events { get; } = new EventCatalog<ReservationEvent>()
        .Add("reserved", 1, MemberJson.Default.Reserved)
        .Add("released", 1, MemberJson.Default.Released);

    public override JsonTypeInfo<ReservationState> SnapshotJson => MemberJson.Default.ReservationState;

    public override void Evolve(ReservationState state, ReservationEvent e, in EventMeta meta)
    {
        switch (e)
        {
            case Reserved reserved:
                state.Holders[reserved.Value] = reserved.Holder.Number;
                break;
            case Released released:
                state.Holders.Remove(released.Value);
                break;
        }
    }
}
