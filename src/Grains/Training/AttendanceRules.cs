using JmaActors.Credits;

namespace JmaActors.Training;

/// <summary>One stay inside: from a tap in to the tap out that ended it; <c>Out</c> is null while it lasts.</summary>
public readonly record struct Stay(DateTimeOffset In, DateTimeOffset? Out);

/// <summary>What one talk earns one person at an instant.</summary>
public enum AssessmentState
{
    /// <summary>Not been in the talk (yet): no entry.</summary>
    None,

    /// <summary>仮計上: an entry that still may grow, post or be voided.</summary>
    Pending,

    /// <summary>取消: an entry that earns nothing.</summary>
    Voided,
}

/// <param name="Units">What is reached; zero unless pending.</param>
/// <param name="Reason">Why it is voided: <see cref="AttendanceRules.LeftEarly"/> or <see cref="AttendanceRules.UnderHalfHour"/>; null otherwise.</param>
/// <param name="NextGrowth">When the next step of units is reached if the person stays; null when that cannot happen any more, or the person is not in.</param>
/// <param name="NextChange">
/// When time alone changes the assessment next, if nobody taps: the talk starts with the person inside, a step is reached, or the talk's end
/// decides. Null when only a tap, the closing or nothing can. Assess again then.
/// </param>
public readonly record struct Assessment(
    AssessmentState State, Units Units, string? Reason, DateTimeOffset? NextGrowth, DateTimeOffset? NextChange);

/// <summary>
/// What being inside earns, talk by talk (rules <c>cme.time</c>, <c>cme.per-talk</c>, <c>cme.whole-talk</c>, <c>cme.rounding</c>). Counted time
/// of a talk is the time the person was inside while it ran; every full half hour of it is 0.5. Time is never carried from one talk to another.
/// The answer is a function of the stays alone, so taps that arrive late or out of order heal it.
/// </summary>
public static class AttendanceRules
{
    /// <summary>Left before the talk's end although the program requires the whole talk.</summary>
    public const string LeftEarly = "left-early";

    /// <summary>The talk is over and not one full half hour of it was attended.</summary>
    public const string UnderHalfHour = "under-half-hour";

    /// <summary>Assesses one talk for one person.</summary>
    /// <param name="wholeTalk">True: being out between one's first entry into the talk and its end voids. Coming late does not; the half hours attended count.</param>
    /// <param name="stays">The person's stays, in order of their entry.</param>
    /// <param name="now">The instant judged. Taps after it have not happened yet.</param>
    /// <param name="closedAt">When the session was closed; null while it is open. Whoever is inside then has stayed until that instant, and nothing counts after it.</param>
    /// <param name="policy">The policy of the talk's date.</param>
    public static Assessment Assess(
        Talk talk, bool wholeTalk, ReadOnlySpan<Stay> stays, DateTimeOffset now, DateTimeOffset? closedAt, CmePolicy policy)
    {
        var closed = closedAt <= now;
        var at = closed ? closedAt!.Value : now;
        var seen = Presence.Of(talk, stays, at, closed, policy.LateTolerance);
        if (!seen.Entered) return new(AssessmentState.None, Units.Zero, null, null, closed ? null : seen.NextTouch);

        if (wholeTalk && LeavesEarly(talk, seen, at, closed, policy)) return Voided(LeftEarly);
        var units = UnitsOf(seen.Counted, policy);
        if (closed || at >= talk.End) return units == Units.Zero ? Voided(UnderHalfHour) : Pending(units, null, null);

        var growth = seen.Inside ? NextStep(seen.Counted, at, talk.End, policy) : null;
        var end = units == Units.Zero ? talk.End : (DateTimeOffset?)null;
        return Pending(units, growth, Earliest(Earliest(growth, seen.NextTouch), end));
    }

    /// <summary>Units of an amount of counted time: its full steps; odd minutes earn nothing (rule <c>cme.rounding</c>, unverified).</summary>
    public static Units UnitsOf(TimeSpan counted, CmePolicy policy) => policy.OddMinutes switch
    {
        OddMinutes.Floor => new Units((int)(counted.Ticks / policy.Step.Ticks) * policy.StepUnits.Tenths),
        _ => throw new InvalidOperationException($"No rule for odd minutes: {policy.OddMinutes}."),
    };

    static bool LeavesEarly(Talk talk, Presence seen, DateTimeOffset at, bool closed, CmePolicy policy)
    {
        var due = talk.End - policy.EarlyLeaveTolerance;
        return seen.FirstLeft < due || (closed && at < due);
    }

    static DateTimeOffset? NextStep(TimeSpan counted, DateTimeOffset at, DateTimeOffset end, CmePolicy policy)
    {
        var next = at + (policy.Step - new TimeSpan(counted.Ticks % policy.Step.Ticks));
        return next <= end ? next : null;
    }

    static DateTimeOffset? Earliest(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b ?? a : a;

    static Assessment Pending(Units units, DateTimeOffset? growth, DateTimeOffset? change) =>
        new(AssessmentState.Pending, units, null, growth, change);

    static Assessment Voided(string reason) => new(AssessmentState.Voided, Units.Zero, reason, null, null);
}
