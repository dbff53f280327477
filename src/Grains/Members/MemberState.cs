using System.Text.Json.Serialization;

namespace JmaActors.Members;

/// <summary>A person as the events tell. Only sealed bytes are folded and kept; the clear person is an opened copy of them in memory.</summary>
public sealed class MemberState
{
    public bool Registered { get; set; }

    /// <summary>The attributes, sealed; empty before registration.</summary>
    public byte[] Sealed { get; set; } = [];

    public CardNumber? Card { get; set; }

    /// <summary>In force on the day of the last event; what is in force on another day says <see cref="MembershipOn"/>.</summary>
    public Membership Membership { get; set; } = Membership.None;

    /// <summary>From when the registration holds; the day it was recorded where only the membership begins later.</summary>
    public DateOnly Since { get; set; }

    /// <summary>What was recorded of the membership, in the order recorded, corrections in their places; null while the registration alone speaks.</summary>
    public List<DatedMembership>? Memberships { get; set; }

    /// <summary>The same of the identity.</summary>
    public List<DatedIdentity>? Identities { get; set; }

    /// <summary>When a membership recorded ahead comes into force, as seen on the day of the last event; null when none does.</summary>
    public DateOnly? Due { get; set; }

    public bool Demonstration { get; set; }

    /// <summary>Keys of the changes done; null while there are none, as for nearly everybody.</summary>
    public List<string>? Keys { get; set; }

    /// <summary>The ledger's version.</summary>
    public long Version { get; set; }

    /// <summary><see cref="Sealed"/> opened; null until the actor needs it and opens it.</summary>
    [JsonIgnore]
    public Person? Person { get; set; }

    /// <summary>The local association before the last event, so that both boards hear of a move.</summary>
    [JsonIgnore]
    public AssociationId? FormerLocal { get; set; }

    /// <summary>The local association the person belonged to last, when it is not the present one: who left is still its former member.</summary>
    public AssociationId? LastLocal { get; set; }

    /// <summary>An erasure that was asked for and is not done yet, or is; null when none was.</summary>
    public PlannedErasure? Erasure { get; set; }

    /// <summary>When the person was erased; null for nearly everybody.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>What goes with an erased person has gone.</summary>
    public bool ErasureDone { get; set; }

    /// <summary>The record this one is merged into; null for nearly everybody.</summary>
    public MergedAway? Merged { get; set; }

    /// <summary>Records merged into this one, by the name of the merge; null for nearly everybody.</summary>
    public SortedDictionary<string, TakenIn>? Holds { get; set; }

    /// <summary>What is recorded of the membership, in the order recorded.</summary>
    public IReadOnlyList<DatedMembership> RecordedMemberships => Memberships ?? (Registered ? [new DatedMembership(1, Since, Membership)] : []);

    /// <summary>What is recorded of the identity, in the order recorded.</summary>
    public IReadOnlyList<DatedIdentity> RecordedIdentities => Identities ?? (Registered ? [new DatedIdentity(1, Since, Sealed, Card)] : []);

    /// <summary>The membership in force on a date; none before anything recorded holds.</summary>
    public Membership MembershipOn(DateOnly on) => Memberships is null
        ? Registered && Since <= on ? Membership : Membership.None
        : Memberships.FindLast(m => m.From <= on)?.Membership ?? Membership.None;

    /// <summary>The identity that holds on a date; null before anything recorded holds.</summary>
    public DatedIdentity? IdentityOn(DateOnly on) => Identities is null
        ? Registered && Since <= on ? new DatedIdentity(1, Since, Sealed, Card) : null
        : Identities.FindLast(i => i.From <= on);

    public bool Knows(string key) => Keys?.Contains(key) is true;

    /// <summary>What is reserved for this record: numbers given up in a merge are not.</summary>
    public Identifiers Identifiers => new(Merged?.GivesRegistry == true ? null : Person?.Registry, Merged?.GivesCard == true ? null : Card);
}
