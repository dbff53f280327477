using JmaActors.Credits;
using JmaActors.Ledgers;
using JmaActors.Members;

namespace JmaActors.Merges;

/// <summary>
/// Two records that may be one person's: why it is thought, who said what to it, and the merging of one into the other, which is a long work that a crash at any
/// step leaves to be finished. Keyed by <see cref="MergePair.Key"/>.
/// </summary>
[Alias("merge-grain")]
public interface IMergeGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>Says that the two may be one person. A pair that was found to be two is proposed again only for a reason not known then.</summary>
    [Alias("propose")]
    Task<Answer<MergeView>> Propose(MergeReasons reasons, Caller caller, CancellationToken ct);

    /// <summary>"Not the same person", with the reason. Refused with <c>not-proposed</c>, <c>no-reason</c>.</summary>
    [Alias("dismiss")]
    Task<Answer<MergeView>> Dismiss(DismissPair command, CancellationToken ct);

    /// <summary>
    /// Merges one record into the other. Answers when done, or after some seconds while it goes on. Refused with <c>already-merged</c>, <c>under-way</c>,
    /// <c>not-of-pair</c>, <c>no-reason</c>; a merge that a record itself refuses ends as it began, with <see cref="MergeView.Fault"/>.
    /// </summary>
    [Alias("decide")]
    Task<Answer<MergeView>> Decide(DecideMerge command, CancellationToken ct);

    /// <summary>Undoes the merge: each record is what it would be without it. Refused with <c>not-merged</c>, <c>no-reason</c>.</summary>
    [Alias("undo")]
    Task<Answer<MergeView>> Undo(UndoMerge command, CancellationToken ct);

    /// <summary>The pair as it stands; null when nobody ever proposed it.</summary>
    [Alias("read")]
    Task<MergeView?> Read(Caller caller, CancellationToken ct);

    /// <summary>What a merge would come to; nothing is recorded. Null when one of the two is not registered.</summary>
    [Alias("preview")]
    Task<MergePreview?> Preview(MemberId into, Caller caller, CancellationToken ct);

    /// <summary>Every event, oldest first; at most 200 after <paramref name="after"/>.</summary>
    [Alias("history")]
    Task<IReadOnlyList<HistoryLine>> History(long after, Caller caller, CancellationToken ct);
}

/// <summary>Named limits of merging.</summary>
public static class MergeLimits
{
    public const int ReasonLength = 200;

    /// <summary>Pairs of one page of the inbox.</summary>
    public const int Page = 50;
}

/// <summary>Two records, the lower number first.</summary>
[GenerateSerializer, Immutable, Alias("merge-pair")]
public readonly record struct MergePair([property: Id(0)] MemberId Low, [property: Id(1)] MemberId High)
{
    public static MergePair Of(MemberId a, MemberId b) => a.Number < b.Number ? new(a, b) : new(b, a);

    /// <summary>Two numbers of ten digits, e.g. <c>1000000001-1000000002</c>.</summary>
    public string Key => $"{Low}-{High}";

    public bool Has(MemberId member) => member == Low || member == High;

    public MemberId Other(MemberId member) => member == Low ? High : Low;

    /// <summary>Reads a key; false for anything that is not written exactly so.</summary>
    public static bool TryParse(string? text, out MergePair pair)
    {
        pair = default;
        if (text is not { Length: 21 } || text[10] != '-' || !MemberId.TryParse(text[..10], out var low) || !MemberId.TryParse(text[11..], out var high)) return false;
        pair = new MergePair(low, high);
        return low.Number < high.Number && pair.Key == text;
    }
}

/// <summary>Why two records may be one person's.</summary>
[Flags, GenerateSerializer, Alias("merge-reasons")]
public enum MergeReasons
{
    None = 0,

    /// <summary>The same reading and birth date.</summary>
    Kana = 1,

    /// <summary>The same name, 旧字・異体字 taken for their standard characters, and birth date.</summary>
    Name = 2,

    /// <summary>One was to get the registry number (医籍登録番号) the other has.</summary>
    Registry = 4,

    /// <summary>One was to get the card the other has.</summary>
    Card = 8,

    /// <summary>Somebody taken down at a door, without number or birth date, has the name and reading of the other.</summary>
    WalkIn = 16,

    /// <summary>An office named the two.</summary>
    Office = 32,
}

[GenerateSerializer, Alias("merge-status")]
public enum MergeStatus
{
    /// <summary>Waits for an office to decide.</summary>
    Proposed = 1,

    /// <summary>Found to be two people.</summary>
    Dismissed = 2,
    Merging = 3,
    Merged = 4,
    Undoing = 5,

    /// <summary>Was merged, and that was undone.</summary>
    Undone = 6,
}

[GenerateSerializer, Immutable, Alias("dismiss-pair")]
public sealed record DismissPair([property: Id(0)] string Reason, [property: Id(1)] Caller Caller);

/// <param name="Into">The record that stays.</param>
/// <param name="Fields">What it takes over from the other one.</param>
[GenerateSerializer, Immutable, Alias("decide-merge")]
public sealed record DecideMerge([property: Id(0)] MemberId Into, [property: Id(1)] MergeFields Fields, [property: Id(2)] string Reason, [property: Id(3)] Caller Caller);

[GenerateSerializer, Immutable, Alias("undo-merge")]
public sealed record UndoMerge([property: Id(0)] string Reason, [property: Id(1)] Caller Caller);

/// <param name="Into">The record that stays, or stayed; null before a merge was decided.</param>
/// <param name="Round">How often a merge was decided.</param>
/// <param name="Step">Steps done of the work under way.</param>
/// <param name="Steps">Steps it has.</param>
/// <param name="Reason">Words of whoever decided last; empty while nobody has.</param>
/// <param name="By">Who decided last; null while nobody has.</param>
/// <param name="Fault">Why a merge did not come about; null when none failed since.</param>
[GenerateSerializer, Immutable, Alias("merge-view")]
public sealed record MergeView(
    [property: Id(0)] MergePair Pair,
    [property: Id(1)] MergeStatus Status,
    [property: Id(2)] MergeReasons Reasons,
    [property: Id(3)] DateTimeOffset Found,
    [property: Id(4)] MemberId? Into,
    [property: Id(5)] MergeFields Fields,
    [property: Id(6)] int Round,
    [property: Id(7)] int Step,
    [property: Id(8)] int Steps,
    [property: Id(9)] string Reason,
    [property: Id(10)] Caller? By,
    [property: Id(11)] DateTimeOffset? At,
    [property: Id(12)] string? Fault,
    [property: Id(13)] long Version);

/// <summary>What merging would come to.</summary>
/// <param name="Lacking">What the record that stays lacks and the other one has: taken over unless chosen otherwise.</param>
/// <param name="Differing">Where the two differ.</param>
/// <param name="Credits">What becomes of the credits.</param>
/// <param name="Alone">The standing of today of the other record by itself.</param>
/// <param name="Hindrance">Why it would be refused; null when it would not.</param>
[GenerateSerializer, Immutable, Alias("merge-preview")]
public sealed record MergePreview(
    [property: Id(0)] MemberView Into,
    [property: Id(1)] MemberView From,
    [property: Id(2)] MergeFields Lacking,
    [property: Id(3)] MergeFields Differing,
    [property: Id(4)] LoanTrial Credits,
    [property: Id(5)] CmeStanding Alone,
    [property: Id(6)] string? Hindrance);
