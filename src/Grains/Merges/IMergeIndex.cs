namespace JmaActors.Merges;

/// <summary>Questions about records that may be one person's, asked of the views.</summary>
public interface IMergeIndex
{
    /// <summary>
    /// Whoever is like one of these people: the same folded reading or name and birth date, or a walk-in of the same name and reading. Pairs known for the same reason are left
    /// out, and those with more than <paramref name="alike"/> like them: a birth date that many share says nothing. One query by index.
    /// </summary>
    Task<IReadOnlyList<LikePair>> Like(IReadOnlyCollection<long> memberIds, int alike, CancellationToken ct);

    /// <summary>Member numbers after one, in order.</summary>
    Task<IReadOnlyList<long>> People(long after, int size, CancellationToken ct);

    /// <summary>A page of the inbox as <paramref name="seenFrom"/> may see it; null sees all.</summary>
    Task<MergeInbox> Inbox(MergeStatus status, string? after, int size, AssociationId? seenFrom, CancellationToken ct);
}

/// <summary>Two who are alike, and why.</summary>
public readonly record struct LikePair(long A, long B, MergeReasons Reasons);
