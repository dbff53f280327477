using JmaActors.Associations;
using JmaActors.Credits;
using JmaActors.Members;
using JmaActors.Training;

namespace JmaActors.Directory;

/// <summary>Searches over the views, each within the caller's scope. Stateless.</summary>
[Alias("directory-grain")]
public interface IDirectoryGrain : IGrainWithIntegerKey
{
    /// <summary>Members in order of kana, then id; a keyset page.</summary>
    [Alias("members")]
    Task<MemberPage> Members(MemberQuery query, Caller caller, CancellationToken ct);

    /// <summary>Programs by any of the query's conditions, each met; newest first unless asked otherwise; a keyset page. Drafts are seen by their host and their approvers only.</summary>
    [Alias("programs")]
    Task<ProgramPage> Programs(ProgramQuery query, Caller caller, CancellationToken ct);

    /// <summary>Subjects a talk can offer on a date, of every scheme beside CME, in order of scheme and number.</summary>
    [Alias("subjects")]
    Task<IReadOnlyList<SubjectLine>> Subjects(DateOnly on, CancellationToken ct);

    /// <summary>Names of associations by code; unknown codes are left out. At most 1,000 codes.</summary>
    [Alias("associations")]
    Task<IReadOnlyDictionary<string, string>> Associations(IReadOnlyList<string> codes, CancellationToken ct);

    /// <summary>Local and university associations one could join, from the address of a workplace or a home, a university hospital, or a name; the surest first.</summary>
    [Alias("find-associations")]
    Task<IReadOnlyList<FoundAssociation>> FindAssociations(string text, CancellationToken ct);

    /// <summary>Names of people by id, for whoever may see them. At most 200 ids.</summary>
    [Alias("names")]
    Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyList<MemberId> ids, Caller caller, CancellationToken ct);

    /// <summary>
    /// Whose numbers these are. For whoever may see everybody; the gateway asks in the system's name for who steers a program. At most
    /// <see cref="DirectoryLimits.Identified"/> of each kind.
    /// </summary>
    [Alias("identify")]
    Task<PeopleFound> Identify(PeopleSought sought, Caller caller, CancellationToken ct);

    /// <summary>
    /// People on a session's roll whose name, reading, registry or card number a text matches, in member order, at most
    /// <see cref="TrainingLimits.RollPage"/>. For whoever may see everybody, as <see cref="Identify"/>.
    /// </summary>
    [Alias("on-roll")]
    Task<IReadOnlyList<MemberId>> OnRoll(SessionId session, string text, Caller caller, CancellationToken ct);

    /// <summary>Sessions somebody attended, newest first; a keyset page. For the person, and for whoever may see everybody.</summary>
    [Alias("attendance")]
    Task<AttendancePage> Attendance(MemberId member, string? after, int size, Caller caller, CancellationToken ct);

    /// <summary>
    /// Who may be meant by what somebody at a session's door typed: start or part of a name or reading, in old or new characters, any kana, with or without the
    /// space; or a registry or member number exactly. Everybody may come to a door, so this is not narrowed by membership: whoever asks must have been found to
    /// be at a door, or its host. At most <see cref="DirectoryLimits.AtDoor"/>.
    /// </summary>
    [Alias("at-door")]
    Task<DoorPeople> AtDoor(string text, Caller caller, CancellationToken ct);
}

public static class DirectoryLimits
{
    public const int Page = 100;

    /// <summary>Numbers of one kind looked up at once.</summary>
    public const int Identified = 1_000;

    /// <summary>People a search at a door finds: more than one would read through; typing more finds fewer.</summary>
    public const int AtDoor = 20;
}

/// <param name="Text">Start of kana, part of a name, registry number, card number or member id; empty for all.</param>
/// <param name="Within">Only people of this association (any layer); null for the caller's whole scope.</param>
/// <param name="After">Cursor from the page before; null for the first.</param>
[GenerateSerializer, Immutable, Alias("member-query")]
public sealed record MemberQuery(
    [property: Id(0)] string Text,
    [property: Id(1)] AssociationId? Within,
    [property: Id(2)] MemberCategory? Category,
    [property: Id(3)] bool? Reached,
    [property: Id(4)] string? After,
    [property: Id(5)] int Size = 50);

[GenerateSerializer, Immutable, Alias("member-line")]
public sealed record MemberLine(
    [property: Id(0)] MemberId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string Kana,
    [property: Id(3)] string? Registry,
    [property: Id(4)] string? Card,
    [property: Id(5)] string? Association,
    [property: Id(6)] string? AssociationName,
    [property: Id(7)] MembershipLayers Layers,
    [property: Id(8)] MemberCategory? Category,
    [property: Id(9)] decimal CmeTotal,
    [property: Id(10)] bool Demonstration);

[GenerateSerializer, Immutable, Alias("member-page")]
public sealed record MemberPage([property: Id(0)] IReadOnlyList<MemberLine> Members, [property: Id(1)] string? Next);

/// <summary>Enough of a person to pick the right one at a door, and no more.</summary>
/// <param name="AssociationName">Name of the local association; null for people of none.</param>
/// <param name="RegistryEnd">The last three digits of the registry number; null when not known.</param>
[GenerateSerializer, Immutable, Alias("door-person")]
public sealed record DoorPerson(
    [property: Id(0)] MemberId Member,
    [property: Id(1)] string Name,
    [property: Id(2)] string Kana,
    [property: Id(3)] string? AssociationName,
    [property: Id(4)] string? RegistryEnd);

/// <param name="More">True when others are meant as well: type more.</param>
[GenerateSerializer, Immutable, Alias("door-people")]
public sealed record DoorPeople([property: Id(0)] IReadOnlyList<DoorPerson> People, [property: Id(1)] bool More);

/// <param name="Text">Words of title, organiser, talks and speakers, all of which must occur; null for any.</param>
/// <param name="Place">Words of the place.</param>
/// <param name="From">First civil date (Asia/Tokyo) of its beginning.</param>
/// <param name="To">Last civil date of its beginning.</param>
/// <param name="Scheme">Offers units of this scheme.</param>
/// <param name="Subject">Offers this subject of <paramref name="Scheme"/>; a curriculum code when no scheme is given.</param>
/// <param name="WaitsFor">Waits for this approver's decision.</param>
/// <param name="Soonest">Oldest start first.</param>
/// <param name="PublishedOnly">Leaves out drafts also for those who may see them.</param>
/// <param name="Waiting">Waits for anybody's decision.</param>
/// <param name="Delivery">Held so that one can take part in a hall, or on the web; held in both ways, for <see cref="ProgramDelivery.Both"/>.</param>
[GenerateSerializer, Immutable, Alias("program-query")]
public sealed record ProgramQuery(
    [property: Id(0)] AssociationId? Host,
    [property: Id(1)] SessionStatus? Status,
    [property: Id(2)] string? After,
    [property: Id(3)] int Size = 50,
    [property: Id(4)] string? Text = null,
    [property: Id(5)] string? Place = null,
    [property: Id(6)] DateOnly? From = null,
    [property: Id(7)] DateOnly? To = null,
    [property: Id(8)] CreditScheme? Scheme = null,
    [property: Id(9)] short? Subject = null,
    [property: Id(10)] ProgramStage? Stage = null,
    [property: Id(11)] AssociationId? WaitsFor = null,
    [property: Id(12)] bool Soonest = false,
    [property: Id(13)] bool PublishedOnly = false,
    [property: Id(14)] bool Waiting = false,
    [property: Id(15)] ProgramDelivery? Delivery = null);

/// <param name="Organizer">Who holds it when that is not the host itself.</param>
/// <param name="Schemes">Schemes it offers units of.</param>
/// <param name="Version">The program's version shown.</param>
[GenerateSerializer, Immutable, Alias("program-line")]
public sealed record ProgramLine(
    [property: Id(0)] ProgramId Id,
    [property: Id(1)] SessionId Session,
    [property: Id(2)] string Title,
    [property: Id(3)] string Place,
    [property: Id(4)] AssociationId Host,
    [property: Id(5)] string HostName,
    [property: Id(6)] DateTimeOffset Start,
    [property: Id(7)] DateTimeOffset End,
    [property: Id(8)] SessionStatus Status,
    [property: Id(9)] string? Organizer = null,
    [property: Id(10)] ProgramStage Stage = ProgramStage.Draft,
    [property: Id(11)] IReadOnlyList<CreditScheme>? Schemes = null,
    [property: Id(12)] long Version = 0,
    [property: Id(13)] ProgramDelivery Delivery = ProgramDelivery.Both);

/// <summary>A subject a talk can offer.</summary>
/// <param name="Part">The part of the scheme it counts in.</param>
[GenerateSerializer, Immutable, Alias("subject-line")]
public sealed record SubjectLine(
    [property: Id(0)] CreditScheme Scheme,
    [property: Id(1)] short Number,
    [property: Id(2)] string Part,
    [property: Id(3)] Words Title);

[GenerateSerializer, Immutable, Alias("program-page")]
public sealed record ProgramPage([property: Id(0)] IReadOnlyList<ProgramLine> Programs, [property: Id(1)] string? Next);
