using System.Text.Json.Serialization;

namespace JmaActors.Members;

/// <summary>A person as the events tell. Only sealed bytes are folded and kept; the clear person is an opened copy of them in memory.</summary>
public sealed class MemberState
{
    public bool Registered { get; set; }

    /// <summary>The attributes, sealed; empty before registration.</summary>
    public byte[] Sealed { get; set; } = [];

    public CardNumber? Card { get; set; }

    public Membership Membership { get; set; } = Membership.None;

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

    public bool Knows(string key) => Keys?.Contains(key) is true;

    public Identifiers Identifiers => new(Person?.Registry, Card);
}
