using JmaActors.Ledgers;
using JmaActors.Live;

namespace JmaActors.Disputes;

/// <summary>
/// 異議申立て: a member says that something recorded of her is wrong; the office that answers for it reads, answers and decides, and what it corrected is named. Keyed by
/// <see cref="DisputeId.Text"/>. What the two write is kept sealed under the member's own key. Its picture is a <see cref="DisputeView"/>.
/// </summary>
[Alias("dispute-grain")]
public interface IDisputeGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>Opens the case; a repeat gets the first answer. Refused with <c>bad-subject</c>, <c>no-words</c>, <c>not-registered</c>, <c>erased</c>.</summary>
    [Alias("open")]
    Task<Answer<DisputeView>> Open(OpenDispute command, CancellationToken ct);

    /// <summary>Says something to an open case, from either side. Natural key: <see cref="SayDispute.Key"/>. Refused with <c>not-open-case</c>, <c>no-words</c>, <c>too-many-words</c>.</summary>
    [Alias("say")]
    Task<Answer<DisputeView>> Say(SayDispute command, CancellationToken ct);

    /// <summary>
    /// Decides. Who upholds has corrected before: the newest event of the record in question since the case was opened is named with the decision;
    /// without one it is refused with <c>not-corrected</c>. Also <c>not-open-case</c>, <c>no-words</c>. Of a member who was erased the words are not kept.
    /// </summary>
    [Alias("decide")]
    Task<Answer<DisputeView>> Decide(DecideDispute command, CancellationToken ct);

    /// <summary>The member takes the case back. Refused with <c>not-open-case</c>.</summary>
    [Alias("withdraw")]
    Task<Answer<DisputeView>> Withdraw(Caller caller, CancellationToken ct);

    /// <summary>The case; null when there is none.</summary>
    [Alias("read")]
    Task<DisputeView?> Read(Caller caller, CancellationToken ct);

    [Alias("watch")]
    Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct);

    [Alias("unwatch")]
    Task Unwatch(IBoardObserver observer, CancellationToken ct);
}

/// <summary>Cases by index, within the caller's scope. Stateless; key 0.</summary>
[Alias("dispute-inbox-grain")]
public interface IDisputeInboxGrain : IGrainWithIntegerKey
{
    /// <summary>Cases of a member, or those an office answers for; those due first. A keyset page.</summary>
    [Alias("cases")]
    Task<DisputePage> Cases(DisputeQuery query, CancellationToken ct);
}

/// <summary>Named limits of disputes.</summary>
public static class DisputeLimits
{
    public const int Words = 2_000;
    public const int About = 100;
    public const int Key = 40;
    public const int Page = 50;

    /// <summary>Words one case takes from both sides.</summary>
    public const int Lines = 100;
}

/// <summary>Names a case: the member's number, a dot, and a key of 1 to 40 letters, digits, hyphens or underscores.</summary>
[GenerateSerializer, Immutable, Alias("dispute-id")]
public readonly record struct DisputeId([property: Id(0)] MemberId Member, [property: Id(1)] string Key)
{
    public string Text => $"{Member}.{Key}";

    public static bool TryParse(string? text, out DisputeId id)
    {
        id = default;
        if (text is not { Length: >= 12 and <= 11 + DisputeLimits.Key } || text[10] != '.' || !MemberId.TryParse(text[..10], out var member) || !IsKey(text[11..])) return false;
        id = new DisputeId(member, text[11..]);
        return id.Text == text;
    }

    public static bool IsKey(string? key) => key is { Length: >= 1 and <= DisputeLimits.Key } && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}

/// <summary>What is said to be wrong.</summary>
[GenerateSerializer, Alias("dispute-subject")]
public enum DisputeSubject
{
    /// <summary>Attendance at a session: its host answers.</summary>
    Attendance = 1,

    /// <summary>Name, dates, numbers, membership: the member's association answers.</summary>
    Identity = 2,

    /// <summary>An entry of credit that was reported: whoever recorded it answers.</summary>
    Report = 3,
}

[GenerateSerializer, Alias("dispute-status")]
public enum DisputeStatus
{
    /// <summary>The office has to answer.</summary>
    Open = 1,

    /// <summary>The office has answered; either may go on.</summary>
    Answered = 2,
    Upheld = 3,
    Rejected = 4,
    Withdrawn = 5,
}

/// <param name="About">The session, the attribute, or the key of the entry.</param>
/// <param name="Office">The association that answers.</param>
[GenerateSerializer, Immutable, Alias("open-dispute")]
public sealed record OpenDispute(
    [property: Id(0)] DisputeSubject Subject, [property: Id(1)] string About, [property: Id(2)] string Words, [property: Id(3)] AssociationId Office, [property: Id(4)] Caller Caller);

[GenerateSerializer, Immutable, Alias("say-dispute")]
public sealed record SayDispute([property: Id(0)] string Key, [property: Id(1)] string Words, [property: Id(2)] bool ByOffice, [property: Id(3)] Caller Caller);

[GenerateSerializer, Immutable, Alias("decide-dispute")]
public sealed record DecideDispute([property: Id(0)] bool Upheld, [property: Id(1)] string Words, [property: Id(2)] Caller Caller);

/// <param name="Due">By this civil date the office is to decide.</param>
/// <param name="Correction">The event that corrects, <c>ledger@version</c>; null without one.</param>
[GenerateSerializer, Immutable, Alias("dispute-view")]
public sealed record DisputeView(
    [property: Id(0)] string Id,
    [property: Id(1)] MemberId Member,
    [property: Id(2)] DisputeSubject Subject,
    [property: Id(3)] string About,
    [property: Id(4)] AssociationId Office,
    [property: Id(5)] DisputeStatus Status,
    [property: Id(6)] DateTimeOffset Opened,
    [property: Id(7)] DateOnly Due,
    [property: Id(8)] IReadOnlyList<DisputeLine> Lines,
    [property: Id(9)] string? Correction,
    [property: Id(10)] long Version);

/// <param name="ByOffice">Said by the office; otherwise by the member.</param>
/// <param name="Words">Empty where the member was erased.</param>
[GenerateSerializer, Immutable, Alias("dispute-line")]
public sealed record DisputeLine([property: Id(0)] DateTimeOffset At, [property: Id(1)] bool ByOffice, [property: Id(2)] Caller By, [property: Id(3)] string Words);

/// <param name="Member">Cases of this member; null for an office's.</param>
/// <param name="Office">Cases this association answers for; null for all, where a member is not given.</param>
/// <param name="Closed">Those decided or withdrawn; otherwise those under way.</param>
[GenerateSerializer, Immutable, Alias("dispute-query")]
public sealed record DisputeQuery(
    [property: Id(0)] MemberId? Member, [property: Id(1)] AssociationId? Office, [property: Id(2)] bool Closed, [property: Id(3)] string? After, [property: Id(4)] int Size);

[GenerateSerializer, Immutable, Alias("dispute-page")]
public sealed record DisputePage([property: Id(0)] IReadOnlyList<DisputeRow> Cases, [property: Id(1)] string? Next);

/// <summary>A case as lists show it.</summary>
[GenerateSerializer, Immutable, Alias("dispute-row")]
public sealed record DisputeRow(
    [property: Id(0)] string Id,
    [property: Id(1)] MemberId Member,
    [property: Id(2)] string Name,
    [property: Id(3)] DisputeSubject Subject,
    [property: Id(4)] string About,
    [property: Id(5)] AssociationId Office,
    [property: Id(6)] DisputeStatus Status,
    [property: Id(7)] DateTimeOffset Opened,
    [property: Id(8)] DateOnly Due);
