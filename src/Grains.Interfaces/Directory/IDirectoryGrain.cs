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

    /// <summary>Programs, newest first; a keyset page.</summary>
    [Alias("programs")]
    Task<ProgramPage> Programs(ProgramQuery query, Caller caller, CancellationToken ct);

    /// <summary>Names of associations by code; unknown codes are left out. At most 1,000 codes.</summary>
    [Alias("associations")]
    Task<IReadOnlyDictionary<string, string>> Associations(IReadOnlyList<string> codes, CancellationToken ct);

    /// <summary>Names of people by id, for whoever may see them. At most 200 ids.</summary>
    [Alias("names")]
    Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyList<MemberId> ids, Caller caller, CancellationToken ct);

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

[GenerateSerializer, Immutable, Alias("program-query")]
public sealed record ProgramQuery(
    [property: Id(0)] AssociationId? Host,
    [property: Id(1)] SessionStatus? Status,
    [property: Id(2)] string? After,
    [property: Id(3)] int Size = 50);

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
    [property: Id(8)] SessionStatus Status);

[GenerateSerializer, Immutable, Alias("program-page")]
public sealed record ProgramPage([property: Id(0)] IReadOnlyList<ProgramLine> Programs, [property: Id(1)] string? Next);
