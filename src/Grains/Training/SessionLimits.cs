namespace JmaActors.Training;

/// <summary>Named limits inside a session, beside those of the contract.</summary>
public static class SessionLimits
{
    /// <summary>Characters of a QR pass.</summary>
    public const int PassLength = 200;

    /// <summary>Event times outside these are a broken clock, not a late tap; a timeline outside them is refused.</summary>
    public static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How far a reader's clock may be ahead; a tap from further in the future is kept and refused, or an empty chair would earn.</summary>
    public static readonly TimeSpan ClockAhead = TimeSpan.FromMinutes(5);

    /// <summary>An auto tap so soon after the one before is a reader that read twice, not somebody leaving.</summary>
    public static readonly TimeSpan AutoRepeat = TimeSpan.FromSeconds(20);

    /// <summary>A tap not older than this is of somebody who stands at the door now: only then it matters whether there is room.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);

    /// <summary>Readers one session can have.</summary>
    public const int Devices = 1_000;

    /// <summary>Accepted taps one person can make at one session.</summary>
    public const int TapsPerPerson = 500;

    /// <summary>People looked at in one commit when their credits grow. Talks do not overlap, so at one instant at most one ends and one begins.</summary>
    public const int GrowthBatch = TrainingLimits.AssessmentBatch / 2;

    /// <summary>How often the clock is looked at for credits that grow.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    /// <summary>How long who closes or confirms waits until everybody is judged; shorter than the response timeout of a grain call.</summary>
    public static readonly TimeSpan FinishWait = TimeSpan.FromSeconds(5);

    /// <summary>How often a reminder wakes an unfinished session after a crash: the shortest Orleans allows.</summary>
    public static readonly TimeSpan Reminder = TimeSpan.FromMinutes(1);

    /// <summary>How long a known card is believed before it is looked up again.</summary>
    public static readonly TimeSpan KnownCard = TimeSpan.FromSeconds(60);

    /// <summary>How long what is known of a person by number is believed: short, because a pass taken back must not work.</summary>
    public static readonly TimeSpan KnownPerson = TimeSpan.FromSeconds(2);

    /// <summary>How long an unknown card stays unknown: short, because somebody may be registering its holder right now.</summary>
    public static readonly TimeSpan UnknownCard = TimeSpan.FromSeconds(2);

    /// <summary>Cards remembered by one session.</summary>
    public const int Cards = 2 * TrainingLimits.People;

    /// <summary>How long it is believed who was at another session meanwhile.</summary>
    public static readonly TimeSpan ElsewhereKnown = TimeSpan.FromSeconds(5);

    /// <summary>Cards asked for in one query.</summary>
    public const int CardQuery = 500;

    /// <summary>Desks whose last word a session remembers.</summary>
    public const int Desks = 50;

    /// <summary>A desk's clock that moved by so much is shown at once.</summary>
    public const int SkewShownMs = 1_000;

    /// <summary>A desk not heard of for so long is no longer shown.</summary>
    public static readonly TimeSpan DeskSilent = TimeSpan.FromMinutes(30);
}
