namespace JmaActors.Training;

/// <summary>What a desk says of itself every few seconds. Not kept for ever: it is about now.</summary>
/// <param name="SentAt">By the desk's clock, at the moment of sending.</param>
/// <param name="Waiting">Taps it could not send yet.</param>
[GenerateSerializer, Immutable, Alias("desk-report")]
public sealed record DeskReport(
    [property: Id(0)] string Device,
    [property: Id(1)] DateTimeOffset SentAt,
    [property: Id(2)] int Waiting);

/// <summary>How a desk stands, as last heard.</summary>
/// <param name="SkewMs">How far its clock is ahead of the server's, the way of the report included; negative when behind.</param>
[GenerateSerializer, Immutable, Alias("desk-line")]
public sealed record DeskLine(
    [property: Id(0)] string Device,
    [property: Id(1)] DateTimeOffset HeardAt,
    [property: Id(2)] int SkewMs,
    [property: Id(3)] int Waiting);
