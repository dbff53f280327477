using JmaActors.Credits;
using JmaActors.Live;

namespace JmaActors.Training;

/// <summary>The live board of a session. Keyed by <see cref="SessionId.Code"/>. Its picture is a <see cref="SeminarPicture"/>.</summary>
[Alias("seminar-board-grain")]
public interface ISeminarBoardGrain : IGrainWithStringKey, IBoardGrain;

/// <summary>
/// Picture of the topic <c>seminar/{session}</c>. It names nobody: doubts show device and reason; who it was is asked of the roll, by scope.
/// Lists are objects keyed by a stable key, so that a merge patch stays small.
/// </summary>
/// <param name="Sequence">The session's version shown.</param>
/// <param name="Talks">Keyed by talk number.</param>
/// <param name="Associations">People inside per association code; <c>none</c> for those who belong to no association.</param>
/// <param name="Curve">Keyed by minute, <c>HH:mm</c> in Asia/Tokyo: people inside at its end.</param>
/// <param name="Schemes">Units given so far, keyed by scheme: <c>cme</c>, <c>occupational</c> …</param>
/// <param name="Desks">Keyed by device, as last heard of.</param>
/// <param name="Web">People who attended on the web, at least in part.</param>
/// <param name="Doubts">Refused taps, keyed by their sequence, the newest <see cref="SeminarPicture.DoubtsShown"/>.</param>
[GenerateSerializer, Immutable, Alias("seminar-picture")]
public sealed record SeminarPicture(
    [property: Id(0)] string Session,
    [property: Id(1)] long Sequence,
    [property: Id(2)] string Title,
    [property: Id(3)] string Place,
    [property: Id(4)] string HostName,
    [property: Id(5)] SessionStatus Status,
    [property: Id(6)] DateTimeOffset DoorsOpen,
    [property: Id(7)] DateTimeOffset DoorsClose,
    [property: Id(8)] bool WholeTalk,
    [property: Id(9)] int Inside,
    [property: Id(10)] int People,
    [property: Id(11)] int Ins,
    [property: Id(12)] int Outs,
    [property: Id(13)] int Refused,
    [property: Id(14)] decimal PendingUnits,
    [property: Id(15)] decimal PostedUnits,
    [property: Id(16)] IReadOnlyDictionary<string, SeminarTalk> Talks,
    [property: Id(17)] IReadOnlyDictionary<string, SeminarAssociation> Associations,
    [property: Id(18)] IReadOnlyDictionary<string, int> Curve,
    [property: Id(19)] IReadOnlyDictionary<string, SeminarDoubt> Doubts,
    [property: Id(20)] int InsLastMinute,
    [property: Id(21)] int OutsLastMinute,
    [property: Id(22)] IReadOnlyDictionary<string, SeminarScheme>? Schemes = null,
    [property: Id(23)] IReadOnlyDictionary<string, SeminarDesk>? Desks = null,
    [property: Id(24)] int Web = 0)
{
    public const int DoubtsShown = 12;
    public const int AssociationsShown = 12;
}

[GenerateSerializer, Immutable, Alias("seminar-talk")]
public sealed record SeminarTalk(
    [property: Id(0)] DateTimeOffset Start,
    [property: Id(1)] DateTimeOffset End,
    [property: Id(2)] string Title,
    [property: Id(3)] string Speaker,
    [property: Id(4)] int Code,
    [property: Id(5)] string CodeTitle,
    [property: Id(6)] decimal MaxUnits,
    [property: Id(7)] int People,
    [property: Id(8)] decimal PendingUnits,
    [property: Id(9)] decimal PostedUnits,
    [property: Id(10)] int Voided,
    [property: Id(11)] TalkKind Kind = TalkKind.Lecture,
    [property: Id(12)] IReadOnlyList<SeminarOffer>? Offers = null);

/// <summary>Units of one scheme given at a session; units of different schemes are never added up.</summary>
[GenerateSerializer, Immutable, Alias("seminar-scheme")]
public sealed record SeminarScheme([property: Id(0)] decimal PendingUnits, [property: Id(1)] decimal PostedUnits, [property: Id(2)] int Voided);

/// <summary>A desk on the board.</summary>
[GenerateSerializer, Immutable, Alias("seminar-desk")]
public sealed record SeminarDesk([property: Id(0)] DateTimeOffset HeardAt, [property: Id(1)] int SkewMs, [property: Id(2)] int Waiting);

/// <summary>What a talk offers beside its curriculum code.</summary>
[GenerateSerializer, Immutable, Alias("seminar-offer")]
public sealed record SeminarOffer([property: Id(0)] CreditScheme Scheme, [property: Id(1)] short Subject, [property: Id(2)] Words Title, [property: Id(3)] decimal MaxUnits);

[GenerateSerializer, Immutable, Alias("seminar-association")]
public sealed record SeminarAssociation([property: Id(0)] string Name, [property: Id(1)] int Inside);

[GenerateSerializer, Immutable, Alias("seminar-doubt")]
public sealed record SeminarDoubt([property: Id(0)] DateTimeOffset At, [property: Id(1)] string Device, [property: Id(2)] string Reason);
