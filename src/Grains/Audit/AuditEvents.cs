using System.Text.Json.Serialization;

namespace JmaActors.Audit;

/// <summary>What an audit ledger keeps. Who it was stands with every event, as everywhere.</summary>
/// <param name="Mark">SHA-256 of salt and place: proves the place as long as the view keeps it, and tells nothing once it is forgotten.</param>
public abstract record AuditEvent(string? Mark)
{
    /// <summary>Where it was done from. In no event that is stored: it is kept in the view for as long as policy says, and cannot be had from the journal.</summary>
    [JsonIgnore]
    public Place? Place { get; init; }
}

/// <summary>From where somebody came, with what makes its mark unguessable.</summary>
public sealed record Place(string From, string Salt);

/// <summary>One person's record was opened.</summary>
/// <param name="Parts">See <see cref="AuditParts"/>.</param>
/// <param name="Within">The version of the look this is part of, a little while ago; null when it begins one.</param>
public sealed record PersonLooked(long Person, AuditParts Parts, long? Within, string? Why, string? Mark) : AuditEvent(Mark);

/// <summary>People were shown in a list.</summary>
/// <param name="People">Those not shown before today in this kind of list; null when they are not named.</param>
/// <param name="Count">How many the list showed.</param>
public sealed record PeopleListed(string What, long[]? People, int Count, string? Why, string? Mark) : AuditEvent(Mark);

/// <summary>Something was refused.</summary>
/// <param name="Times">How many refusals this stands for.</param>
public sealed record AttemptRefused(string What, string Key, long? Person, int Times, string? Mark) : AuditEvent(Mark);
