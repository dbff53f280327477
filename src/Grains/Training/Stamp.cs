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
struct StayFold(bool reEntry)
{
    long since;
    long last = long.MinValue;

    /// <summary>Inside after the stamps so far.</summary>
    public bool Inside { get; private set; }

    /// <summary>Has been inside and left.</summary>
    public bool Left { get; private set; }

    /// <summary>When the newest stay began, UTC ticks; of no meaning while outside.</summary>
    public readonly long Since => since;

    /// <summary>What the next stamp does: in, out, or nothing.</summary>
    public readonly TapDirection? Effect(Stamp stamp)
    {
        var goesIn = stamp.Kind switch
        {
            StampKind.Auto when stamp.Ticks - last < SessionLimits.AutoRepeat.Ticks && last != long.MinValue => (bool?)null,
            StampKind.Auto => !Inside,
            _ => stamp.Kind == StampKind.In,
        };
        return goesIn switch
        {
            true when !Inside && (reEntry || !Left || (stamp.Marks & StampMarks.Forced) != 0) => TapDirection.In,
            false when Inside => TapDirection.Out,
            _ => null,
        };
    }

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
