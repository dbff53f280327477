using JmaActors.Dues;
using JmaActors.Ledgers;
using JmaActors.Live;

namespace JmaActors.Alerts;

/// <summary>
/// An inbox: what the people of one function were told, what of it was read, and what they want to be told. Keyed by <see cref="AlertBoxId.Text"/>. It decides which
/// alerts it keeps and which go by mail; who sends the mail asks here and says so. Its picture is an <see cref="AlertPicture"/>, which names nobody.
/// </summary>
[Alias("alert-box-grain")]
public interface IAlertBoxGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>Alerts, the newest first; at most <see cref="AlertLimits.Page"/> before one.</summary>
    /// <param name="before">The number of an alert; null for the newest.</param>
    [Alias("read")]
    Task<AlertPage> Read(long? before, Caller caller, CancellationToken ct);

    /// <summary>Marks alerts as read. What is read already is no refusal.</summary>
    [Alias("mark-read")]
    Task<Answer<AlertPicture>> MarkRead(MarkAlertsRead command, CancellationToken ct);

    /// <summary>What is told here: as chosen, or by default.</summary>
    [Alias("choices")]
    Task<AlertChoices> Choices(Caller caller, CancellationToken ct);

    /// <summary>Chooses. Natural key: <see cref="ChooseAlerts.Key"/>. Refused with <c>bad-key</c>, and <c>bad-choice</c> for what is not offered here.</summary>
    [Alias("choose")]
    Task<Answer<AlertChoices>> Choose(ChooseAlerts command, CancellationToken ct);

    /// <summary>What is to be written now; null when nothing is, or somebody else has just taken it. What is taken and not said to be sent within <see cref="AlertLimits.LetterHeld"/> is given out again.</summary>
    [Alias("take-letter")]
    Task<AlertLetter?> TakeLetter(CancellationToken ct);

    /// <summary>A letter was sent, or cannot be. The same again changes nothing.</summary>
    /// <param name="letter">Of <see cref="AlertLetter.UpTo"/>.</param>
    /// <param name="recipients">To how many; 0 when it was given up.</param>
    [Alias("letter-sent")]
    Task<Answer<AlertPicture>> LetterSent(long letter, int recipients, CancellationToken ct);

    [Alias("watch")]
    Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct);

    [Alias("unwatch")]
    Task Unwatch(IBoardObserver observer, CancellationToken ct);
}

/// <summary>Which inboxes have a letter to send. Stateless; key 0.</summary>
[Alias("alert-post-grain")]
public interface IAlertPostGrain : IGrainWithIntegerKey
{
    /// <summary>Keys of inboxes whose letter is due, the longest waiting first.</summary>
    [Alias("due")]
    Task<IReadOnlyList<string>> Due(CancellationToken ct);
}

/// <summary>Looks once a day at physicians for whom something falls due without anything happening. One actor, key 0.</summary>
[Alias("alert-sweep-grain")]
public interface IAlertSweepGrain : IGrainWithIntegerKey
{
    /// <summary>The next page of them; false when the day's walk is done.</summary>
    [Alias("sweep")]
    Task<bool> Sweep(CancellationToken ct);
}

/// <summary>How much of an inbox is unread.</summary>
/// <param name="Newest">Number of the newest alert; 0 when there is none.</param>
[GenerateSerializer, Immutable, Alias("alert-picture")]
public sealed record AlertPicture([property: Id(0)] int Unread, [property: Id(1)] long Newest, [property: Id(2)] long Version);

/// <param name="Next">The cursor of the next page; null after the last.</param>
[GenerateSerializer, Immutable, Alias("alert-page")]
public sealed record AlertPage([property: Id(0)] IReadOnlyList<AlertLine> Alerts, [property: Id(1)] int Unread, [property: Id(2)] long? Next);

/// <summary>One alert. Kind, date, threshold and workplace are what makes it one: the same is told once, whatever becomes of the figures.</summary>
/// <param name="Number">Its place in the inbox, from 1.</param>
/// <param name="Member">The physician it is about.</param>
/// <param name="Name">Her name; empty where it is not known, or in her own inbox.</param>
/// <param name="On">First day of the month or year, the day the work began whose rest it is about, the day an application is for, or the day dues were to be paid by.</param>
/// <param name="Threshold">Minutes reached or passed; 0 for kinds without a threshold.</param>
/// <param name="Workplace">Null when it is about all of them.</param>
/// <param name="Minutes">What was found when it was told.</param>
/// <param name="Due">By when something is to be done; null where nothing is.</param>
/// <param name="At">When it was told.</param>
/// <param name="Read">When it was read; null while it is not.</param>
/// <param name="Rule">The rule that found it, in words.</param>
/// <param name="Application">The application it is about; null for none.</param>
/// <param name="Dues">What of dues is late; null for other kinds.</param>
[GenerateSerializer, Immutable, Alias("alert-line")]
public sealed record AlertLine(
    [property: Id(0)] long Number,
    [property: Id(1)] AlertKind Kind,
    [property: Id(2)] MemberId Member,
    [property: Id(3)] string Name,
    [property: Id(4)] DateOnly On,
    [property: Id(5)] int Threshold,
    [property: Id(6)] WorkplaceId? Workplace,
    [property: Id(7)] int Minutes,
    [property: Id(8)] DateOnly? Due,
    [property: Id(9)] DateTimeOffset At,
    [property: Id(10)] DateTimeOffset? Read,
    [property: Id(11)] RuleRef Rule,
    [property: Id(12)] string? Application = null,
    [property: Id(13)] DuesNotice? Dues = null);

/// <param name="Numbers">Of the alerts; at most <see cref="AlertLimits.Page"/>. Empty for all up to <paramref name="UpTo"/>.</param>
[GenerateSerializer, Immutable, Alias("mark-alerts-read")]
public sealed record MarkAlertsRead([property: Id(0)] IReadOnlyList<long> Numbers, [property: Id(1)] long UpTo, [property: Id(2)] Caller Caller);

/// <param name="Offered">Everything that can be chosen here, each with the ways chosen.</param>
/// <param name="Chosen">False while the defaults of the policy hold.</param>
/// <param name="Ways">Ways there are here.</param>
[GenerateSerializer, Immutable, Alias("alert-choices")]
public sealed record AlertChoices([property: Id(0)] IReadOnlyList<AlertChoice> Offered, [property: Id(1)] bool Chosen, [property: Id(2)] AlertWays Ways, [property: Id(3)] long Version);

/// <param name="Choices">What is not named is not told, but for <see cref="AlertKinds.AlwaysTold"/>.</param>
[GenerateSerializer, Immutable, Alias("choose-alerts")]
public sealed record ChooseAlerts([property: Id(0)] string Key, [property: Id(1)] IReadOnlyList<AlertChoice> Choices, [property: Id(2)] Caller Caller);

/// <summary>What a letter says: how often which kind, since it goes where others may read it.</summary>
/// <param name="UpTo">The number of the newest alert in it, which names the letter.</param>
/// <param name="Attempt">How often it was given out, this time included.</param>
[GenerateSerializer, Immutable, Alias("alert-letter")]
public sealed record AlertLetter([property: Id(0)] string Box, [property: Id(1)] long UpTo, [property: Id(2)] IReadOnlyList<AlertLine> Alerts, [property: Id(3)] int Attempt);
