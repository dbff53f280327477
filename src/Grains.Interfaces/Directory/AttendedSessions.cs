using JmaActors.Training;

namespace JmaActors.Directory;

/// <summary>A session somebody attended.</summary>
/// <param name="FirstIn">First time seen, in the hall or on the web; null for who is on the roll by decision alone.</param>
/// <param name="LastOut">Last time seen; for who has not left, the end of the last talk.</param>
/// <param name="Web">On the web, at least in part.</param>
[GenerateSerializer, Immutable, Alias("attended-session")]
public sealed record AttendedSession(
    [property: Id(0)] SessionId Session,
    [property: Id(1)] string Title,
    [property: Id(2)] string Place,
    [property: Id(3)] AssociationId Host,
    [property: Id(4)] string HostName,
    [property: Id(5)] DateTimeOffset Start,
    [property: Id(6)] DateTimeOffset End,
    [property: Id(7)] SessionStatus Status,
    [property: Id(8)] DateTimeOffset? FirstIn,
    [property: Id(9)] DateTimeOffset? LastOut,
    [property: Id(10)] bool Web);

[GenerateSerializer, Immutable, Alias("attendance-page")]
public sealed record AttendancePage([property: Id(0)] IReadOnlyList<AttendedSession> Sessions, [property: Id(1)] string? Next);
