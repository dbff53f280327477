using JmaActors.Members;

namespace JmaActors.Merges;

/// <summary>A member's ledger as a merge of two records asks it, step by step. The actor is <see cref="IMemberGrain"/>; only the merge itself asks this way.</summary>
[Alias("merging-member-grain")]
public interface IMergingMemberGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// First step of a merge, at the record that stays: from here on it can itself be merged into none. Refused with <c>already-merged</c>, <c>erased</c>.
    /// </summary>
    [Alias("take-in")]
    Task<Answer<MemberView>> TakeIn(MergeStep step, CancellationToken ct);

    /// <summary>
    /// The record is another one's from here on: it leaves lists and counts, changes no more, and what is asked for under its number leads to the other.
    /// Numbers the other takes over are given up. Refused with <c>already-merged</c>, <c>holds-others</c>, <c>erased</c>.
    /// </summary>
    [Alias("go-into")]
    Task<Answer<MemberView>> GoInto(MergeStep step, CancellationToken ct);

    /// <summary>The record that stays takes over what was chosen from the one merged into it. What cannot be had stays as it is.</summary>
    [Alias("adopt")]
    Task<Answer<MemberView>> Adopt(MergeStep step, CancellationToken ct);

    /// <summary>After <see cref="Adopt"/>, at the record that was merged: numbers given up that the other could not take over are this one's again, so that it is found by them.</summary>
    [Alias("keep")]
    Task<Answer<MemberView>> Keep(MergeStep step, CancellationToken ct);

    /// <summary>True when the person uses a reserved value (see <see cref="IReservationGrain"/>): merged, one that was given up is not used.</summary>
    [Alias("uses")]
    Task<bool> Uses(string value, CancellationToken ct);

    /// <summary>Undoes <see cref="Adopt"/>: what was taken over and has not changed since becomes again what it was.</summary>
    [Alias("restore")]
    Task<Answer<MemberView>> Restore(MergeStep step, CancellationToken ct);

    /// <summary>Undoes <see cref="GoInto"/>. A number that somebody else has taken meanwhile is not had again.</summary>
    [Alias("come-back")]
    Task<Answer<MemberView>> ComeBack(MergeStep step, CancellationToken ct);

    /// <summary>Undoes <see cref="TakeIn"/>.</summary>
    [Alias("let-go")]
    Task<Answer<MemberView>> LetGo(MergeStep step, CancellationToken ct);
}
