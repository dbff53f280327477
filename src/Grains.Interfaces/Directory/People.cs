namespace JmaActors.Directory;

/// <summary>Numbers that name people.</summary>
/// <param name="Registries">医籍登録番号.</param>
[GenerateSerializer, Immutable, Alias("people-sought")]
public sealed record PeopleSought(
    [property: Id(0)] IReadOnlyList<MemberId> Members,
    [property: Id(1)] IReadOnlyList<string> Registries,
    [property: Id(2)] IReadOnlyList<string> Cards);

/// <summary>Whose they are; numbers nobody has are left out.</summary>
[GenerateSerializer, Immutable, Alias("people-found")]
public sealed record PeopleFound(
    [property: Id(0)] IReadOnlyList<MemberId> Members,
    [property: Id(1)] IReadOnlyDictionary<string, MemberId> Registries,
    [property: Id(2)] IReadOnlyDictionary<string, MemberId> Cards);
