using JmaActors.Credits;

namespace JmaActors.Training;

/// <summary>Absolute figures of a session at one version.</summary>
/// <param name="Sequence">The session's version they were computed from.</param>
/// <param name="Curve">The newest point of the curve; null before the first tap.</param>
/// <param name="PendingTenths">CME units; other schemes stand in <paramref name="Schemes"/>, which has CME too.</param>
/// <param name="Web">People who attended on the web, at least in part.</param>
/// <param name="Desks">Desks as last heard of; not durable.</param>
/// <param name="CurveEdits">Rises when a point before the newest one changed, after a late tap: then <see cref="ISessionGrain.Curve"/> is to be read again.</param>
[GenerateSerializer, Immutable, Alias("session-figures")]
public sealed record SessionFigures(
    [property: Id(0)] long Sequence,
    [property: Id(1)] SessionStatus Status,
    [property: Id(2)] int Inside,
    [property: Id(3)] int People,
    [property: Id(4)] int Ins,
    [property: Id(5)] int Outs,
    [property: Id(6)] int Refused,
    [property: Id(7)] long PendingTenths,
    [property: Id(8)] long PostedTenths,
    [property: Id(9)] int Voided,
    [property: Id(10)] IReadOnlyList<TalkFigures> Talks,
    [property: Id(11)] IReadOnlyDictionary<string, int> InsideByAssociation,
    [property: Id(12)] IReadOnlyList<TapLine> LastRefused,
    [property: Id(13)] CurvePoint? Curve,
    [property: Id(14)] int CurveEdits = 0,
    [property: Id(15)] IReadOnlyList<SchemeFigures>? Schemes = null,
    [property: Id(16)] int Web = 0,
    [property: Id(17)] IReadOnlyList<DeskLine>? Desks = null);

[GenerateSerializer, Immutable, Alias("talk-figures")]
public sealed record TalkFigures(
    [property: Id(0)] int Talk,
    [property: Id(1)] int People,
    [property: Id(2)] long PendingTenths,
    [property: Id(3)] long PostedTenths,
    [property: Id(4)] int Voided);

/// <summary>People inside at the end of a minute (event time), and the taps in and out in it.</summary>
[GenerateSerializer, Immutable, Alias("curve-point")]
public sealed record CurvePoint(
    [property: Id(0)] DateTimeOffset Minute,
    [property: Id(1)] int Inside,
    [property: Id(2)] int Ins,
    [property: Id(3)] int Outs);

/// <summary>What a session's own claims come to under one scheme, absolute.</summary>
[GenerateSerializer, Immutable, Alias("scheme-figures")]
public sealed record SchemeFigures(
    [property: Id(0)] CreditScheme Scheme,
    [property: Id(1)] long PendingTenths,
    [property: Id(2)] long PostedTenths,
    [property: Id(3)] int Voided);
