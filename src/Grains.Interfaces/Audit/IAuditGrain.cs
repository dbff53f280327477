using JmaActors.Ledgers;

namespace JmaActors.Audit;

/// <summary>
/// What one account saw on one civil day (Asia/Tokyo), and what it was refused: a ledger, so that it cannot be changed or shortened unseen. One a day and
/// account, so that no actor is asked by more people than one and none grows without end. An answer is given when the line is durable.
/// </summary>
[Alias("audit-ledger")]
public interface IAuditGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>
    /// One person's record is opened. A look at the same parts by the same function some minutes after the last is that look still.
    /// Answers until when further looks at these parts need not be told.
    /// </summary>
    [Alias("look")]
    Task<DateTimeOffset> Look(LookNote note, CancellationToken ct);

    /// <summary>
    /// People are shown in a list. Each is recorded once a day for a kind of list. Answers how many were recorded now.
    /// </summary>
    [Alias("list")]
    Task<int> List(ListNote note, CancellationToken ct);

    /// <summary>Something was refused. Answers how many times today.</summary>
    [Alias("refuse")]
    Task<int> Refuse(RefusalNote note, CancellationToken ct);
}

/// <param name="Why">The reason given; empty where none was asked.</param>
/// <param name="From">From where; empty when not known.</param>
[GenerateSerializer, Immutable, Alias("look-note")]
public sealed record LookNote([property: Id(0)] MemberId Person, [property: Id(1)] AuditParts Parts, [property: Id(2)] string Why, [property: Id(3)] string From, [property: Id(4)] Caller Caller);

/// <param name="What">The kind of list, e.g. <c>members</c>.</param>
/// <param name="People">Who was shown; null when too many to name, as in a whole export.</param>
/// <param name="Count">How many were shown.</param>
[GenerateSerializer, Immutable, Alias("list-note")]
public sealed record ListNote(
    [property: Id(0)] string What, [property: Id(1)] Immutable<long[]>? People, [property: Id(2)] int Count, [property: Id(3)] string Why, [property: Id(4)] string From, [property: Id(5)] Caller Caller);

/// <param name="What">What was wanted, by its stable name, e.g. <c>see-member</c>.</param>
/// <param name="Key">Of whom or what: a member number, a session, an association; empty when of nothing in particular.</param>
/// <param name="Person">The person it was about; null when about none.</param>
[GenerateSerializer, Immutable, Alias("refusal-note")]
public sealed record RefusalNote(
    [property: Id(0)] string What, [property: Id(1)] string Key, [property: Id(2)] MemberId? Person, [property: Id(3)] string From, [property: Id(4)] Caller Caller);

public static class AuditLimits
{
    /// <summary>Lines of one page.</summary>
    public const int Page = 100;

    /// <summary>Characters of a reason.</summary>
    public const int Why = 200;

    /// <summary>Characters of where somebody came from.</summary>
    public const int From = 100;

    /// <summary>Characters of the key of something refused.</summary>
    public const int Key = 80;

    /// <summary>People of one list note; more are told in several, or not by name.</summary>
    public const int People = 1_000;

    /// <summary>People one account's lists name in a day; who shows more is recorded as having shown everybody it may see.</summary>
    public const int PeopleADay = 20_000;

    /// <summary>Refusals recorded one by one for an account and day; beyond, every thousandth.</summary>
    public const int RefusalsADay = 10_000;

    /// <summary>Days one search may span.</summary>
    public const int Days = 366;
}
