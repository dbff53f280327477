using System.Numerics;
using JmaActors.Ledgers;
using JmaActors.Live;

namespace JmaActors.Associations;

/// <summary>The association's own state. Keyed by <see cref="AssociationId.Code"/>.</summary>
[Alias("association-grain")]
public interface IAssociationGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>Records the association for the first time; a repeat with the same values changes nothing, with other values records the change.</summary>
    [Alias("establish")]
    Task<Answer<AssociationView>> Establish(EstablishAssociation command, CancellationToken ct);

    /// <summary>The association; null when not established.</summary>
    [Alias("read")]
    Task<AssociationView?> Read(Caller caller, CancellationToken ct);
}

/// <param name="Areas">Of a local association, the towns and wards it serves, with 、 between: by them it is found from an address. Empty when not known.</param>
[GenerateSerializer, Immutable, Alias("establish-association")]
public sealed record EstablishAssociation(
    [property: Id(0)] string Name,
    [property: Id(1)] string Phone,
    [property: Id(2)] string Source,
    [property: Id(3)] bool Demonstration,
    [property: Id(4)] Caller Caller,
    [property: Id(5)] string Areas = "");

[GenerateSerializer, Immutable, Alias("association-view")]
public sealed record AssociationView(
    [property: Id(0)] AssociationId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string Phone,
    [property: Id(3)] bool Demonstration,
    [property: Id(4)] long Version);

/// <summary>
/// Live tallies of an association, derived: rebuilt from the views on waking and when a check finds a difference; climbs to its parent as
/// absolute figures. Keyed by <see cref="AssociationId.Code"/>. Its picture is an <see cref="AssociationPicture"/>.
/// </summary>
[Alias("association-board-grain")]
public interface IAssociationBoardGrain : IGrainWithStringKey, IBoardGrain
{
    /// <summary>A child's figures, absolute. An older version than the one known is passed over.</summary>
    [Alias("report")]
    Task Report(AssociationId child, AssociationFigures figures, FigureVersion version);

    /// <summary>The figures now.</summary>
    [Alias("figures")]
    Task<AssociationFigures> Figures(CancellationToken ct);

    /// <summary>Counts again from the views and says whether the figures held were right; heals them when not.</summary>
    [Alias("recount")]
    Task<Recount> Recount(CancellationToken ct);
}

/// <summary>Orders the reports of one child: the activation's epoch, then a count.</summary>
[GenerateSerializer, Immutable, Alias("figure-version")]
public readonly record struct FigureVersion([property: Id(0)] long Epoch, [property: Id(1)] long N) : IComparable<FigureVersion>
{
    public int CompareTo(FigureVersion other) => Epoch != other.Epoch ? Epoch.CompareTo(other.Epoch) : N.CompareTo(other.N);
}

/// <summary>What an association counts. Members of the layer itself, those also above, and those who are JMA members are kept apart.</summary>
/// <param name="LocalMembers">People who belong to a local association below (or to this one).</param>
/// <param name="PrefectureMembers">Of them, those who also belong to the prefectural association.</param>
/// <param name="JmaMembers">Of them, those who are members of 日本医師会.</param>
/// <param name="PostedTenths">CME units posted this fiscal year by these people, in tenths.</param>
/// <param name="PendingTenths">CME units pending, in tenths.</param>
/// <param name="Reached">People whose CME standing has reached the certificate condition (units + codes ≥ 60).</param>
[GenerateSerializer, Immutable, Alias("association-figures")]
public sealed record AssociationFigures(
    [property: Id(0)] int LocalMembers,
    [property: Id(1)] int PrefectureMembers,
    [property: Id(2)] int JmaMembers,
    [property: Id(3)] int A1,
    [property: Id(4)] int A2B,
    [property: Id(5)] int A2C,
    [property: Id(6)] int B,
    [property: Id(7)] int C,
    [property: Id(8)] long PostedTenths,
    [property: Id(9)] long PendingTenths,
    [property: Id(10)] int Reached) : IAdditionOperators<AssociationFigures, AssociationFigures, AssociationFigures>, IAdditiveIdentity<AssociationFigures, AssociationFigures>
{
    public static readonly AssociationFigures Zero = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public static AssociationFigures AdditiveIdentity => Zero;

    public static AssociationFigures operator +(AssociationFigures a, AssociationFigures b) => new(
        a.LocalMembers + b.LocalMembers, a.PrefectureMembers + b.PrefectureMembers, a.JmaMembers + b.JmaMembers,
        a.A1 + b.A1, a.A2B + b.A2B, a.A2C + b.A2C, a.B + b.B, a.C + b.C,
        a.PostedTenths + b.PostedTenths, a.PendingTenths + b.PendingTenths, a.Reached + b.Reached);
}

[GenerateSerializer, Immutable, Alias("recount")]
public sealed record Recount([property: Id(0)] bool WasRight, [property: Id(1)] AssociationFigures Before, [property: Id(2)] AssociationFigures After);

/// <summary>Picture of the topic <c>association/{id}</c>. Children are keyed by association code.</summary>
[GenerateSerializer, Immutable, Alias("association-picture")]
public sealed record AssociationPicture(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string Phone,
    [property: Id(3)] AssociationFigures Figures,
    [property: Id(4)] IReadOnlyDictionary<string, AssociationChild> Children,
    [property: Id(5)] DateTimeOffset AsOf);

[GenerateSerializer, Immutable, Alias("association-child")]
public sealed record AssociationChild([property: Id(0)] string Name, [property: Id(1)] AssociationFigures Figures);

/// <summary>How an association was found from an address, the surest first.</summary>
[GenerateSerializer, Alias("found-by")]
public enum FoundBy
{
    /// <summary>It serves the town or ward.</summary>
    Area = 1,

    /// <summary>It is of a university, and a university hospital was looked for.</summary>
    University = 2,

    /// <summary>Its name was given.</summary>
    Name = 3,

    /// <summary>It lies in the prefecture.</summary>
    Prefecture = 4,
}

/// <summary>A local or university association one could join, and whom to ask.</summary>
/// <param name="Contact">Name of the prefectural association, which knows.</param>
/// <param name="ContactPhone">Its telephone.</param>
[GenerateSerializer, Immutable, Alias("found-association")]
public sealed record FoundAssociation(
    [property: Id(0)] AssociationId Id, [property: Id(1)] string Name, [property: Id(2)] string Phone, [property: Id(3)] string Areas, [property: Id(4)] FoundBy By, [property: Id(5)] string Contact, [property: Id(6)] string ContactPhone);
