namespace JmaActors.Training;

/// <summary>A program as lists see it: a row of <c>program</c>.</summary>
/// <param name="Host">Code of the association that holds it.</param>
/// <param name="Status"><see cref="SessionStatus"/> as a number.</param>
/// <param name="Stage"><see cref="ProgramStage"/> as a number.</param>
/// <param name="Published">Shown to everybody.</param>
/// <param name="Schemes">A bit per scheme offered.</param>
/// <param name="Offers"><c>|0:8|1:3|</c>: scheme and subject of each offer.</param>
/// <param name="WaitsFor"><c>|26|JMA|</c>: approvers asked who have not decided; empty when nobody is waited for.</param>
/// <param name="Approvers">The same of all who were asked.</param>
/// <param name="Search">Title, organiser, titles and speakers of the talks, folded.</param>
/// <param name="PlaceSearch">The place, folded.</param>
/// <param name="Delivery"><see cref="ProgramDelivery"/> as a number.</param>
public sealed record ProgramRow(
    string ProgramId,
    string SessionId,
    string Host,
    string Title,
    string Place,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    int Status,
    long Version,
    string? Organizer = null,
    int Stage = 0,
    bool Published = false,
    int Schemes = 0,
    string Offers = "",
    string WaitsFor = "",
    string Approvers = "",
    string Search = "",
    string PlaceSearch = "",
    int Delivery = 0);

/// <summary>A session as lists see it: a row of <c>session</c>, written when its status changes, not at every tap.</summary>
/// <param name="Status"><see cref="SessionStatus"/> as a number.</param>
/// <param name="Unfinished">Confirmed, but entries of it are still to be posted.</param>
public sealed record SessionRow(
    string SessionId,
    string ProgramId,
    string Host,
    string Title,
    int Status,
    int Inside,
    int People,
    bool Unfinished,
    long Version);

/// <summary>Somebody at a session: a row of <c>attendance</c>, written when first or last sight of the person changes, not at every tap.</summary>
/// <param name="FirstIn">First time seen, in the hall or on the web; null for who is on the roll by decision alone.</param>
/// <param name="LastOut">Last time seen; for who has not left, the end of the last talk.</param>
/// <param name="Web">On the web, at least in part.</param>
public sealed record AttendanceRow(long MemberId, string SessionId, DateTimeOffset? FirstIn, DateTimeOffset? LastOut, bool Web);
