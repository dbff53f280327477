using JmaActors.Benefits;
using JmaActors.Members;

namespace JmaActors.Records;

/// <summary>
/// A person's record over time: everything that happened to it in whatever ledger, and what held or was believed on a past date. Reads the journal, never the
/// actors: nothing is woken and nothing waits. Stateless; key 0.
/// </summary>
[Alias("record-grain")]
public interface IRecordGrain : IGrainWithIntegerKey
{
    /// <summary>Events newest first, a keyset page. Refused with <c>history-too-long</c> beyond <see cref="RecordLimits.Events"/> events.</summary>
    [Alias("history")]
    Task<Answer<RecordPage>> History(RecordQuery query, Caller caller, CancellationToken ct);

    /// <summary>
    /// What held on a date as it is known now, and what was believed on that date. The answer has no value when nobody is registered under this id;
    /// refused as <see cref="History"/> is.
    /// </summary>
    [Alias("as-of")]
    Task<Answer<RecordAsOf>> AsOf(MemberId member, DateOnly on, Caller caller, CancellationToken ct);

    /// <summary>The same of those benefits alone that the reader may see.</summary>
    [Alias("read-as-of")]
    Task<Answer<RecordAsOf>> ReadAsOf(RecordAsOfQuery query, Caller caller, CancellationToken ct);
}

/// <summary>Named limits of a record.</summary>
public static class RecordLimits
{
    /// <summary>Lines of one page of history.</summary>
    public const int HistoryPage = 100;

    /// <summary>Events of one ledger that are folded for an answer.</summary>
    public const int Events = 200_000;

    /// <summary>Ledgers that are read for one person's history, beside the person's own; the newest are taken.</summary>
    public const int Ledgers = 100;
}

/// <summary>A page of somebody's history.</summary>
/// <param name="Chapters">Parts of the record to tell of, see <see cref="RecordChapters"/>; empty for none.</param>
/// <param name="After">Cursor of the page before; null for the newest.</param>
/// <param name="Size">1 to <see cref="RecordLimits.HistoryPage"/>.</param>
/// <param name="Holds">Other records of the person that were merged into this one: told of together. Null for none.</param>
[GenerateSerializer, Immutable, Alias("record-query")]
public sealed record RecordQuery(
    [property: Id(0)] MemberId Member, [property: Id(1)] IReadOnlyList<string> Chapters, [property: Id(2)] string? After = null, [property: Id(3)] int Size = 50,
    [property: Id(4)] IReadOnlyList<MemberId>? Holds = null);

/// <summary>A record on a past date.</summary>
/// <param name="Benefits">Names of the benefits to read, as in <see cref="Standing.Benefit"/>.</param>
[GenerateSerializer, Immutable, Alias("record-as-of-query")]
public sealed record RecordAsOfQuery([property: Id(0)] MemberId Member, [property: Id(1)] DateOnly On, [property: Id(2)] IReadOnlyList<string> Benefits);

/// <summary>Parts of a record that can be told of apart.</summary>
public static class RecordChapters
{
    public const string Member = "member";
    public const string Credits = "credits";
    public const string Enrolments = "enrolments";
    public const string Passes = "passes";
    public const string Certificates = "certificates";
    public const string WorkHours = "work-hours";
    public const string Dues = "dues";
}

[GenerateSerializer, Immutable, Alias("record-page")]
public sealed record RecordPage([property: Id(0)] IReadOnlyList<RecordLine> Lines, [property: Id(1)] string? Next);

/// <summary>One event as people read it.</summary>
/// <param name="Chapter">Part of the record, see <see cref="RecordChapters"/>.</param>
/// <param name="Ledger">Ledger and version name the event.</param>
/// <param name="Type">Stable name of the event; its words are <c>Event.{type}</c>.</param>
/// <param name="Recorded">When it was recorded.</param>
/// <param name="Effective">From when what it says holds, civil date in Asia/Tokyo.</param>
/// <param name="By">Who, in which function.</param>
/// <param name="Edition">Policy edition that decided; empty when none did.</param>
/// <param name="About">What it is about: a talk, a program, a code; empty when the person herself.</param>
/// <param name="Reason">Code of a rule, or words; empty without one.</param>
/// <param name="Changes">What was so before and is so after.</param>
/// <param name="Sender">The ledger that told it; null when somebody did it here.</param>
/// <param name="Corrects">The event that this one corrects, by version; null when it corrects none.</param>
/// <param name="CorrectedBy">The event that corrects this one, by version; null when none does.</param>
[GenerateSerializer, Immutable, Alias("record-line")]
public sealed record RecordLine(
    [property: Id(0)] string Chapter,
    [property: Id(1)] string Ledger,
    [property: Id(2)] long Version,
    [property: Id(3)] string Type,
    [property: Id(4)] DateTimeOffset Recorded,
    [property: Id(5)] DateOnly Effective,
    [property: Id(6)] Caller By,
    [property: Id(7)] string Edition,
    [property: Id(8)] string About,
    [property: Id(9)] string Reason,
    [property: Id(10)] IReadOnlyList<RecordChange> Changes,
    [property: Id(11)] string? Sender = null,
    [property: Id(12)] long? Corrects = null,
    [property: Id(13)] long? CorrectedBy = null);

/// <summary>One fact before and after an event.</summary>
/// <param name="Fact">Stable name; its words are <c>Fact.{fact}</c>.</param>
/// <param name="Before">Null where there was nothing. Figures and dates are written invariantly, codes as they are.</param>
/// <param name="After">Null where there is nothing any more.</param>
[GenerateSerializer, Immutable, Alias("record-change")]
public sealed record RecordChange([property: Id(0)] string Fact, [property: Id(1)] string? Before, [property: Id(2)] string? After);

/// <summary>A record on a past date, read in both ways.</summary>
/// <param name="Held">What held on the date, as it is known now: later corrections and late records are in it.</param>
/// <param name="Believed">What was believed on the date: what had been recorded by its end (Asia/Tokyo).</param>
/// <param name="Differ">True when the two are not the same.</param>
[GenerateSerializer, Immutable, Alias("record-as-of")]
public sealed record RecordAsOf(
    [property: Id(0)] MemberId Member, [property: Id(1)] DateOnly On, [property: Id(2)] RecordReading Held, [property: Id(3)] RecordReading Believed, [property: Id(4)] bool Differ);

/// <summary>A record on a date.</summary>
/// <param name="Known">What was recorded by this instant is in it; null for everything recorded so far.</param>
/// <param name="Person">Who the person is on the date; null when nothing recorded holds on it.</param>
[GenerateSerializer, Immutable, Alias("record-reading")]
public sealed record RecordReading(
    [property: Id(0)] DateTimeOffset? Known,
    [property: Id(1)] Person? Person,
    [property: Id(2)] CardNumber? Card,
    [property: Id(3)] Membership Membership,
    [property: Id(4)] IReadOnlyList<BenefitReading> Benefits);

/// <summary>One benefit on a date: may I, where do I stand, and what the figure is made of.</summary>
[GenerateSerializer, Immutable, Alias("benefit-reading")]
public sealed record BenefitReading([property: Id(0)] Verdict MayI, [property: Id(1)] Standing Standing, [property: Id(2)] Counted Counted);
