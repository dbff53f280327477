using JmaActors.Directory;

namespace JmaActors.Members;

/// <summary>Questions about people that are asked of the views. Every list asked for is bounded by its caller.</summary>
public interface IMemberDirectory
{
    /// <summary>
    /// Holders of cards; unknown cards are left out. A card of a record that was merged into another stays that record's: what it does counts for the other, and
    /// goes back with it should the merge be undone.
    /// </summary>
    Task<IReadOnlyDictionary<string, CardHolder>> ByCards(IReadOnlyCollection<string> cards, CancellationToken ct);

    /// <summary>The same of people known by number, with which of their passes are good; people nobody is registered under are left out.</summary>
    Task<IReadOnlyDictionary<long, CardHolder>> ByMembers(IReadOnlyCollection<long> memberIds, CancellationToken ct);

    /// <summary>
    /// Who may be meant at a door, those whose name or reading begins with it first, then those in whose it stands, each in order of reading; a number finds
    /// exactly one.
    /// </summary>
    /// <param name="most">At most so many.</param>
    Task<IReadOnlyList<DoorPerson>> AtDoor(DoorQuery query, int most, CancellationToken ct);

    /// <summary>People by registry number (医籍登録番号); unknown numbers are left out.</summary>
    Task<IReadOnlyDictionary<string, long>> ByRegistries(IReadOnlyCollection<string> registries, CancellationToken ct);

    /// <summary>Code of each person's local association, null for none; unknown people are left out.</summary>
    Task<IReadOnlyDictionary<long, string?>> LocalAssociations(IReadOnlyCollection<long> memberIds, CancellationToken ct);

    /// <summary>Names by id, as far as <paramref name="seenFrom"/> may see the person (null: everybody); others are left out.</summary>
    Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> memberIds, AssociationId? seenFrom, CancellationToken ct);

    /// <summary>A keyset page in order of kana, then id.</summary>
    /// <param name="query">What is sought; its text as typed.</param>
    /// <param name="kana">The text folded to full-width katakana; empty when it cannot be a reading.</param>
    /// <param name="seenFrom">Whose eyes: only members of that association's own layer are seen; null sees everybody.</param>
    Task<MemberPage> Search(MemberQuery query, string kana, AssociationId? seenFrom, CancellationToken ct);

    /// <summary>The wrapped key of a person's attributes; null when there is none or the person was erased.</summary>
    Task<byte[]?> PersonKey(long memberId, CancellationToken ct);

    /// <summary>The wrapped key of whoever comes first; null when nobody has one.</summary>
    Task<byte[]?> AnyPersonKey(CancellationToken ct);

    /// <summary>Wrapped keys of many people; those without one are left out.</summary>
    Task<IReadOnlyDictionary<long, byte[]>> PersonKeys(IReadOnlyCollection<long> memberIds, CancellationToken ct);
}

/// <summary>Whom somebody at a door is looking for, as the views are asked.</summary>
/// <param name="Folded">Name or reading folded by <see cref="NameRules"/>; empty when a number is given.</param>
/// <param name="Registry">医籍登録番号.</param>
/// <param name="Member">Member number.</param>
public sealed record DoorQuery(string Folded, string? Registry = null, long? Member = null);

/// <summary>Whose card it is.</summary>
/// <param name="Association">Code of the holder's local association; null for none.</param>
/// <param name="Revoked">True when the card is no longer valid although it is on record.</param>
/// <param name="PassGeneration">Which passes of the holder are good; known only where the holder was asked for by number.</param>
/// <param name="PassRevokedAt">When that generation began; null while nothing was ever taken back.</param>
/// <param name="Also">Other numbers of the same person, where records were merged; null for nearly everybody.</param>
public sealed record CardHolder(
    long MemberId, string? Association, bool Revoked, int PassGeneration = 0, DateTimeOffset? PassRevokedAt = null, IReadOnlyList<long>? Also = null);
