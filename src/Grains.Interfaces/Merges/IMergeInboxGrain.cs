using JmaActors.Members;

namespace JmaActors.Merges;

/// <summary>The inbox of records that may be one person's, within the caller's scope. Stateless; key 0.</summary>
[Alias("merge-inbox-grain")]
public interface IMergeInboxGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// Pairs of which the caller sees both, or one while the other belongs to no association; merged ones of whose person the caller sees. Last decided or found first; a keyset page.
    /// </summary>
    [Alias("pairs")]
    Task<MergeInbox> Pairs(MergeStatus status, string? after, int size, Caller caller, CancellationToken ct);
}

[GenerateSerializer, Immutable, Alias("merge-inbox")]
public sealed record MergeInbox([property: Id(0)] IReadOnlyList<MergeLine> Pairs, [property: Id(1)] string? Next);

/// <summary>A pair of the inbox.</summary>
/// <param name="Into">The record that stays or stayed; null before a merge was decided.</param>
/// <param name="Decided">When somebody last decided; when it was found while nobody has.</param>
[GenerateSerializer, Immutable, Alias("merge-line")]
public sealed record MergeLine(
    [property: Id(0)] MergePair Pair,
    [property: Id(1)] MergeStatus Status,
    [property: Id(2)] MergeReasons Reasons,
    [property: Id(3)] MemberId? Into,
    [property: Id(4)] DateTimeOffset Decided,
    [property: Id(5)] MergeSide Low,
    [property: Id(6)] MergeSide High);

/// <summary>One of the two as a list shows it.</summary>
/// <param name="Association">Code of the local association; null for none.</param>
[GenerateSerializer, Immutable, Alias("merge-side")]
public sealed record MergeSide(
    [property: Id(0)] MemberId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string Kana,
    [property: Id(3)] DateOnly? BirthDate,
    [property: Id(4)] string? Registry,
    [property: Id(5)] string? Association);
