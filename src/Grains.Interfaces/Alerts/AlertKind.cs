namespace JmaActors.Alerts;

/// <summary>What somebody is told of. Each is told once for what it is about: see <see cref="AlertLine"/>.</summary>
[GenerateSerializer, Alias("alert-kind")]
public enum AlertKind
{
    /// <summary>Overtime and holiday work of a month reached a threshold.</summary>
    MonthReached = 1,

    /// <summary>It will, by what was worked and what is planned.</summary>
    MonthExpected = 2,

    /// <summary>A year's limit is near.</summary>
    YearNear = 3,

    /// <summary>A year's limit is passed.</summary>
    YearOver = 4,

    /// <summary>勤務間インターバル: rest between duties was not given, or worked into.</summary>
    RestBroken = 5,

    /// <summary>代償休息 falls due soon and was not given in full.</summary>
    RestDue = 6,

    /// <summary>代償休息 was not given in time.</summary>
    RestOverdue = 7,

    /// <summary>面接指導 is to be held.</summary>
    InterviewDue = 8,

    /// <summary>An application waits for this office.</summary>
    ApplicationAsked = 9,

    /// <summary>It was to be answered by now.</summary>
    ApplicationLate = 10,

    /// <summary>An application of one's own was returned for correction.</summary>
    ApplicationReturned = 11,

    /// <summary>It is on record, or was refused, or undone.</summary>
    ApplicationEnded = 12,

    /// <summary>督促: dues are late.</summary>
    DuesReminded = 13,
}

/// <summary>What kinds are about.</summary>
public static class AlertKinds
{
    /// <summary>About an application, not about working hours.</summary>
    public static bool OfApplications(this AlertKind kind) => kind is >= AlertKind.ApplicationAsked and <= AlertKind.ApplicationEnded;

    /// <summary>Stands in the inbox whatever was chosen: nobody is spared what is owed without knowing it. Only whether it goes by mail as well is chosen.</summary>
    public static bool AlwaysTold(this AlertKind kind) => kind is AlertKind.DuesReminded;
}

/// <summary>On which ways somebody is told. Whatever is told at all stands in the inbox.</summary>
[Flags, GenerateSerializer, Alias("alert-ways")]
public enum AlertWays
{
    None = 0,
    Inbox = 1,
    Mail = 2,

    /// <summary>To the webhooks of a workplace.</summary>
    Webhook = 4,
}

/// <summary>What a recipient wants to be told of, and how.</summary>
/// <param name="Hours">The threshold of a month, hours; 0 for kinds without one.</param>
[GenerateSerializer, Immutable, Alias("alert-choice")]
public sealed record AlertChoice([property: Id(0)] AlertKind Kind, [property: Id(1)] int Hours, [property: Id(2)] AlertWays Ways);

/// <summary>Named limits of alerts.</summary>
public static class AlertLimits
{
    /// <summary>Alerts an inbox shows; older ones stay in its journal.</summary>
    public const int Kept = 500;

    /// <summary>Alerts of one page, and marked as read in one go.</summary>
    public const int Page = 50;

    /// <summary>Alerts one physician's ledger tells at once; of more, the newest.</summary>
    public const int AtOnce = 50;

    /// <summary>Characters of a sender's key.</summary>
    public const int Key = 60;

    /// <summary>Choices of one inbox.</summary>
    public const int Choices = 50;

    /// <summary>Physicians one step of the daily look wakes.</summary>
    public const int SweepPage = 100;

    /// <summary>Inboxes one look for letters takes.</summary>
    public const int Letters = 50;

    /// <summary>How long a letter that was taken is nobody else's; then it is given out again.</summary>
    public static readonly TimeSpan LetterHeld = TimeSpan.FromMinutes(2);

    /// <summary>How often a letter is tried before what it says stands in the inbox alone.</summary>
    public const int LetterAttempts = 30;
}
