using Decision = JmaActors.Ledgers.Decision<JmaActors.Members.ReservationEvent>;
using JmaActors.Ledgers;

namespace JmaActors.Members;

/// <summary>Somebody wants a value, or gives it back.</summary>
/// <param name="Block">Key of the actor that was asked.</param>
public readonly record struct Claim(string Block, string Value, MemberId Member);

/// <summary>What a block of reservations decides. Pure.</summary>
public static class ReservationDecider
{
    /// <summary>First come, first served; whoever comes later is told who holds it, which is no refusal.</summary>
    public static Decision Reserve(ReservationState state, Claim claim, Deciding deciding)
    {
        if (Fault(claim) is { } fault) return fault;
        var holder = state.Holder(claim.Value);
        if (holder is null) return Decision.Event(new Reserved(claim.Value, claim.Member));
        return holder == claim.Member ? Decision.Again() : Decision.Nothing();
    }

    /// <summary>Only the holder can give a value back; one that is free already is given back already.</summary>
    public static Decision Release(ReservationState state, Claim claim, Deciding deciding)
    {
        if (Fault(claim) is { } fault) return fault;
        var holder = state.Holder(claim.Value);
        if (holder == claim.Member) return Decision.Event(new Released(claim.Value, claim.Member));
        return holder is null ? Decision.Again() : Decision.Refuse("not-holder");
    }

    static Decision? Fault(Claim claim)
    {
        if (!claim.Member.IsValid) return Decision.Refuse("bad-member");
        return Reservations.Block(claim.Value) == claim.Block ? null : Decision.Refuse("wrong-block", "", "Another actor has this value.");
    }
}
