using JmaActors.Ledgers;
using JmaActors.WorkHours;

namespace JmaActors.Feeds;

/// <summary>
/// Calendars of duties that somebody takes elsewhere (iCalendar): a physician's own, over all employers that plan here, or a department's of a workplace. Keyed by
/// <see cref="FeedOwner.Text"/>. Each has a secret address; only the secret's hash is kept.
/// </summary>
[Alias("feed-grain")]
public interface IFeedGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>Keeps a calendar. Natural key: <see cref="IssueFeed.Feed"/>. Refused with <c>bad-key</c>, <c>bad-name</c>, <c>too-many-feeds</c>.</summary>
    [Alias("issue")]
    Task<Answer<FeedLine>> Issue(IssueFeed command, CancellationToken ct);

    /// <summary>Ends a calendar: its address leads to nothing any more. Refused with <c>no-feed</c>.</summary>
    [Alias("revoke")]
    Task<Answer<FeedLine>> Revoke(RevokeFeed command, CancellationToken ct);

    /// <summary>Those not ended.</summary>
    [Alias("list")]
    Task<IReadOnlyList<FeedLine>> List(Caller caller, CancellationToken ct);
}

/// <summary>What a secret address leads to. Stateless; key 0.</summary>
[Alias("feed-reader-grain")]
public interface IFeedReaderGrain : IGrainWithIntegerKey
{
    /// <summary>The calendar whose secret has this hash; null when there is none.</summary>
    /// <param name="hash">SHA-256.</param>
    [Alias("find")]
    Task<FoundFeed?> Find(byte[] hash, CancellationToken ct);

    /// <summary>The shifts of a calendar as they are planned now: from <see cref="DutyFeedLimits.DaysBack"/> days ago to <see cref="DutyFeedLimits.DaysAhead"/> ahead.</summary>
    [Alias("read")]
    Task<DutyFeed> Read(FoundFeed feed, CancellationToken ct);
}

/// <summary>Whose calendars: of a physician, or of a workplace.</summary>
[GenerateSerializer, Immutable, Alias("feed-owner")]
public readonly record struct FeedOwner([property: Id(0)] CallerRole Role, [property: Id(1)] string Scope)
{
    public static FeedOwner Of(MemberId member) => new(CallerRole.Member, member.ToString());

    public static FeedOwner Of(WorkplaceId workplace) => new(CallerRole.Workplace, workplace.Code);

    /// <summary>How it is written: <c>member:1000000001</c>, <c>workplace:W26-014</c>.</summary>
    public string Text => Role == CallerRole.Member ? $"member:{Scope}" : $"workplace:{Scope}";

    /// <summary>Reads what <see cref="Text"/> wrote; false when it is none.</summary>
    public static bool TryParse(string? text, out FeedOwner owner)
    {
        owner = default;
        switch (text?.Split(':'))
        {
            case ["member", var id] when MemberId.TryParse(id, out var member):
                owner = Of(member);
                break;
            case ["workplace", var code] when WorkplaceId.TryParse(code, out var workplace):
                owner = Of(workplace);
                break;
            default:
                return false;
        }
        return owner.Text == text;
    }

    public override string ToString() => Text;
}

/// <param name="Feed">The sender's own id of it: 1 to <see cref="DutyFeedLimits.Key"/> characters.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Department">Of a workplace: whose duties; empty for all physicians.</param>
/// <param name="Hash">SHA-256 of the secret.</param>
[GenerateSerializer, Immutable, Alias("issue-feed")]
public sealed record IssueFeed([property: Id(0)] string Feed, [property: Id(1)] string Name, [property: Id(2)] string Department, [property: Id(3)] byte[] Hash, [property: Id(4)] Caller Caller);

[GenerateSerializer, Immutable, Alias("revoke-feed")]
public sealed record RevokeFeed([property: Id(0)] string Feed, [property: Id(1)] Caller Caller);

/// <summary>A calendar without its secret.</summary>
[GenerateSerializer, Immutable, Alias("feed-line")]
public sealed record FeedLine([property: Id(0)] string Feed, [property: Id(1)] string Name, [property: Id(2)] string Department, [property: Id(3)] DateTimeOffset Since, [property: Id(4)] Caller By);

[GenerateSerializer, Immutable, Alias("found-feed")]
public sealed record FoundFeed([property: Id(0)] FeedOwner Owner, [property: Id(1)] FeedLine Line);

/// <param name="Shifts">In order of their beginning; at most <see cref="DutyFeedLimits.Shifts"/>.</param>
[GenerateSerializer, Immutable, Alias("duty-feed")]
public sealed record DutyFeed([property: Id(0)] string Name, [property: Id(1)] IReadOnlyList<FeedShift> Shifts);

/// <param name="Member">Whose shift it is.</param>
/// <param name="Person">Her name; empty in her own calendar.</param>
/// <param name="Place">What the workplace is called.</param>
[GenerateSerializer, Immutable, Alias("feed-shift")]
public sealed record FeedShift([property: Id(0)] MemberId Member, [property: Id(1)] string Person, [property: Id(2)] WorkplaceId Workplace, [property: Id(3)] string Place, [property: Id(4)] RosterShift Shift);

/// <summary>Named limits of calendars of duties.</summary>
public static class DutyFeedLimits
{
    /// <summary>Calendars of one owner at a time.</summary>
    public const int Feeds = 20;

    /// <summary>Characters of an id.</summary>
    public const int Key = 40;

    /// <summary>Characters of a name.</summary>
    public const int Name = 60;

    /// <summary>Physicians one calendar of a workplace takes.</summary>
    public const int Physicians = 200;

    /// <summary>Physicians' ledgers asked at a time.</summary>
    public const int AtOnce = 20;

    /// <summary>Shifts of one calendar.</summary>
    public const int Shifts = 5_000;

    /// <summary>Days of the past a calendar shows.</summary>
    public const int DaysBack = 31;

    /// <summary>Days ahead it shows.</summary>
    public const int DaysAhead = 184;
}
