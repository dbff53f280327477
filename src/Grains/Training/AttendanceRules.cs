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
/// <param name="Reason">Why it is voided, one of the codes of <see cref="AttendanceRules"/>; null otherwise.</param>
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

    /// <summary>Came late where the whole talk from its start is required.</summary>
    public const string CameLate = "came-late";

    /// <summary>Attended less than the share of the talk the program asks for.</summary>
    public const string UnderShare = "under-share";

    /// <summary>Assesses one talk for one person by the CME policy of its date.</summary>
    /// <param name="wholeTalk">True: being out between one's first entry into the talk and its end voids. Coming late does not; the half hours attended count.</param>
    /// <inheritdoc cref="Assess(Talk, in AttendanceBasis, ReadOnlySpan{Stay}, DateTimeOffset, DateTimeOffset?)"/>
    public static Assessment Assess(
        Talk talk, bool wholeTalk, ReadOnlySpan<Stay> stays, DateTimeOffset now, DateTimeOffset? closedAt, CmePolicy policy) =>
        Assess(talk, AttendanceBasis.Of(policy, wholeTalk), stays, now, closedAt);

    /// <summary>Assesses one talk for one person.</summary>
    /// <param name="stays">The person's stays, in order of their entry.</param>
    /// <param name="now">The instant judged. Taps after it have not happened yet.</param>
    /// <param name="closedAt">When the session was closed; null while it is open. Whoever is inside then has stayed until that instant, and nothing counts after it.</param>
    public static Assessment Assess(Talk talk, in AttendanceBasis basis, ReadOnlySpan<Stay> stays, DateTimeOffset now, DateTimeOffset? closedAt)
    {
        var closed = closedAt <= now;
        var at = closed ? closedAt!.Value : now;
        var seen = Presence.Of(talk, stays, at, closed, basis.EntryTolerance, basis.ExitTolerance);
        if (!seen.Entered) return new(AssessmentState.None, Units.Zero, null, null, closed ? null : seen.NextTouch);

        if (basis.LatenessVoids && seen.FirstIn > talk.Start) return Voided(CameLate);
        if (basis.LeavingVoids && LeavesEarly(talk, seen, at, closed, basis)) return Voided(LeftEarly);
        var units = basis.Scale.Of(seen.Counted);
        if (closed || at >= talk.End)
        {
            if (seen.Counted.Ticks * 100 < (talk.End - talk.Start).Ticks * basis.SharePercent) return Voided(UnderShare);
            return units == Units.Zero ? Voided(UnderHalfHour) : Pending(units, null, null);
        }

        var growth = seen.Inside ? NextStep(seen.Counted, at, talk.End, basis) : null;
        // The end decides by itself where nothing is reached yet, where a share is asked for, and for who left within the tolerance.
        var end = units == Units.Zero || basis.SharePercent > 0 || (!seen.Inside && basis.ExitTolerance > TimeSpan.Zero) ? talk.End : (DateTimeOffset?)null;
        return Pending(units, growth, Earliest(Earliest(growth, seen.NextTouch), end));
    }

    static bool LeavesEarly(Talk talk, Presence seen, DateTimeOffset at, bool closed, in AttendanceBasis basis)
    {
        var due = talk.End - basis.ExitTolerance;
        return seen.FirstLeft < due || (closed && at < due);
    }

    static DateTimeOffset? NextStep(TimeSpan counted, DateTimeOffset at, DateTimeOffset end, in AttendanceBasis basis)
    {
        var next = at + (basis.Scale.Step - new TimeSpan(counted.Ticks % basis.Scale.Step.Ticks));
        return next <= end ? next : null;
    }

    static DateTimeOffset? Earliest(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b ?? a : a;

    internal static Assessment Pending(Units units, DateTimeOffset? growth, DateTimeOffset? change) =>
        new(AssessmentState.Pending, units, null, growth, change);

    internal static Assessment Voided(string reason) => new(AssessmentState.Voided, Units.Zero, reason, null, null);
}
