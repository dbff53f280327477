namespace JmaActors.Training;

/// <summary>What a stamp asks for, in the order in which stamps of the same instant count: out before in, so that nobody loses a stay by a tie.</summary>
enum StampKind : byte
{
    Out = 0,
    In = 1,
    Auto = 2,
}

/// <summary>What is remembered of a stamp beside time and kind.</summary>
[Flags]
enum StampMarks : byte
{
    None = 0,

    /// <summary>It was taken as coming in.</summary>
    TakenIn = 1,

    /// <summary>It was taken as going out.</summary>
    TakenOut = 2,

    /// <summary>The person was picked by hand.</summary>
    Manual = 4,

    /// <summary>The desk let the person in although something was against it.</summary>
    Forced = 8,

    /// <summary>It arrived after the roll was confirmed.</summary>
    Afterwards = 16,

    /// <summary>The desk asked to let the person in whatever is against it; whether something was is found by folding.</summary>
    Force = 32,

    /// <summary>The person was sent away for not being signed up: whoever reads the card once more does not mean to leave.</summary>
    SentAway = 64,

    /// <summary>There was no room, or it was too early: kept to be seen, and never counts.</summary>
    Barred = 128,
}

/// <summary>
/// One tap of one person: its event time in UTC ticks, and what it asks for. Stamps that were refused because they did not follow are among them: what
/// they mean is found by folding all of a person's stamps in order of event time, so the order of arrival plays no part.
/// </summary>
readonly record struct Stamp(long Ticks, StampKind Kind, StampMarks Marks = StampMarks.None) : IComparable<Stamp>
{
    public static StampKind KindOf(TapDirection direction) => direction switch
    {
        TapDirection.In => StampKind.In,
        TapDirection.Out => StampKind.Out,
        _ => StampKind.Auto,
    };

    public bool Taken => (Marks & (StampMarks.TakenIn | StampMarks.TakenOut)) != 0;

    public int CompareTo(Stamp other) => Ticks != other.Ticks ? Ticks.CompareTo(other.Ticks) : Kind.CompareTo(other.Kind);
}

/// <summary>Folds stamps in order of event time into stays.</summary>
/// <param name="reEntry">False: who has left stays out, unless let in by force.</param>
/// <param name="byForceOnly">True: who is not signed up is let in by force only, the first time.</param>
struct StayFold(bool reEntry, bool byForceOnly)
{
    long since;
    long last = long.MinValue;

    /// <summary>Inside after the stamps so far.</summary>
    public bool Inside { get; private set; }

    /// <summary>Has been inside and left.</summary>
    public bool Left { get; private set; }

    /// <summary>When the newest stay began, UTC ticks; of no meaning while outside.</summary>
    public readonly long Since => since;

    /// <summary>Has been inside, or is.</summary>
    public readonly bool WasInside => Inside || Left;

    /// <summary>What the next stamp does: in, out, or nothing.</summary>
    public readonly TapDirection? Effect(Stamp stamp)
    {
        if (stamp.Marks.HasFlag(StampMarks.Barred)) return null;
        var force = stamp.Marks.HasFlag(StampMarks.Force);
        return GoesIn(stamp) switch
        {
            true when !Inside && (force || (Left ? reEntry : !byForceOnly)) => TapDirection.In,
            false when Inside => TapDirection.Out,
            _ => null,
        };
    }

    readonly bool? GoesIn(Stamp stamp) => stamp.Kind switch
    {
        StampKind.Auto when stamp.Marks.HasFlag(StampMarks.SentAway) => true,
        StampKind.Auto when last != long.MinValue && stamp.Ticks - last < SessionLimits.AutoRepeat.Ticks => null,
        StampKind.Auto => !Inside,
        _ => stamp.Kind == StampKind.In,
    };

    /// <summary>Takes the next stamp; answers the stay it ends, if it ends one.</summary>
    public Stay? Take(Stamp stamp)
    {
        if (Effect(stamp) is not { } effect) return null;
        last = stamp.Ticks;
        Inside = effect == TapDirection.In;
        if (Inside)
        {
            since = stamp.Ticks;
            return null;
        }
        Left = true;
        return new Stay(new DateTimeOffset(since, TimeSpan.Zero), new DateTimeOffset(stamp.Ticks, TimeSpan.Zero));
    }
}
