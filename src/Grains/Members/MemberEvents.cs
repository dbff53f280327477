using System.Text.Json.Serialization;

namespace JmaActors.Members;

/// <summary>What can happen to a person's identity and membership.</summary>
public abstract record MemberEvent;

/// <summary>An event that says who somebody is. Only sealed bytes are stored; the clear person travels beside them while the event is new.</summary>
/// <param name="Sealed">The attributes, sealed under the person's own key; see <see cref="IPersonCipher"/>.</param>
/// <param name="Card">Number of the card or pass; null without one.</param>
public abstract record IdentityEvent(byte[] Sealed, CardNumber? Card) : MemberEvent
{
    /// <summary>What was sealed: there for the view row of the same commit, never written to the journal, null when read from it.</summary>
    [JsonIgnore]
    public Person? Person { get; init; }
}

/// <summary>A person was recorded for the first time.</summary>
/// <param name="Demonstration">The person is made up.</param>
public sealed record MemberRegistered(byte[] Sealed, CardNumber? Card, Membership Membership, bool Demonstration) : IdentityEvent(Sealed, Card)
{
    /// <summary>The person's key, wrapped: goes to <c>person_key</c> in the same commit, never into the journal, so that it can be destroyed.</summary>
    [JsonIgnore]
    public byte[]? WrappedKey { get; init; }
}

/// <summary>Identity attributes or the card changed.</summary>
/// <param name="Key">Natural key of the command.</param>
public sealed record ProfileChanged(byte[] Sealed, CardNumber? Card, string Key, string Reason) : IdentityEvent(Sealed, Card);

/// <summary>The associations or the category changed.</summary>
/// <param name="Key">Natural key of the command.</param>
/// <param name="TakenOver">True where she did not join by it; null otherwise.</param>
public sealed record MembershipChanged(Membership Membership, string Key, string Reason, bool? TakenOver = null) : MemberEvent;

/// <summary>Another record of the same person is merged into this one.</summary>
/// <param name="Merge">Name of the merge.</param>
/// <param name="Of">Number of the other record.</param>
public sealed record MemberTookIn(string Merge, long Of) : MemberEvent;

/// <summary>The merge was undone, or did not come about.</summary>
/// <param name="Merge">Name of the merge.</param>
/// <param name="Of">Number of the other record.</param>
public sealed record MemberLetGo(string Merge, long Of) : MemberEvent;

/// <summary>This record is merged into another one of the same person.</summary>
/// <param name="Merge">Name of the merge.</param>
/// <param name="Into">Number of the record that stays.</param>
/// <param name="GivesRegistry">The record that stays takes the registry number over.</param>
/// <param name="GivesCard">It takes the card over.</param>
public sealed record MemberMerged(string Merge, long Into, bool GivesRegistry, bool GivesCard, string Reason) : MemberEvent;

/// <summary>Numbers given up in the merge that the record that stays could not take over: they are this record's again, and it is found by them.</summary>
/// <param name="Merge">Name of the merge.</param>
public sealed record MemberKept(string Merge, bool Registry, bool Card) : MemberEvent;

/// <summary>The merge was undone: this record stands for itself again.</summary>
/// <param name="Merge">Name of the merge.</param>
public sealed record MemberCameBack(string Merge, string Reason) : MemberEvent;

/// <summary>An approver asked that the person be erased.</summary>
/// <param name="Due">From this civil date on it can be done.</param>
public sealed record ErasureAsked(DateOnly Due, string Reason) : MemberEvent;

/// <summary>What was asked for is not to be done.</summary>
public sealed record ErasureStopped(string Reason) : MemberEvent;

/// <summary>The person was erased: the key of everything sealed was destroyed in the same commit. Counts stay as they were.</summary>
public sealed record MemberErased : MemberEvent;

/// <summary>What goes with an erased person has gone: passes, card, documents.</summary>
public sealed record ErasureFollowed : MemberEvent;

/// <summary>What an earlier event recorded of the membership was wrong: in its place this holds. The earlier event stays as it is.</summary>
/// <param name="Of">Version of the event corrected.</param>
/// <param name="Key">Natural key of the command.</param>
public sealed record MembershipCorrected(long Of, Membership Membership, string Key, string Reason) : MemberEvent;

/// <summary>What an earlier event recorded of the identity was wrong: in its place this holds.</summary>
/// <param name="Of">Version of the event corrected.</param>
/// <param name="Key">Natural key of the command.</param>
public sealed record IdentityCorrected(byte[] Sealed, CardNumber? Card, long Of, string Key, string Reason) : IdentityEvent(Sealed, Card);

/// <summary>A membership that was recorded ahead has come into force: lists and boards show it from here on.</summary>
public sealed record MembershipBegan : MemberEvent;
