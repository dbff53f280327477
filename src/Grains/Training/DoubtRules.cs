using JmaActors.Credits;

namespace JmaActors.Training;

/// <summary>What whoever confirms a roll should look at, person by person. A doubt changes nothing by itself. Pure.</summary>
static class DoubtRules
{
    /// <summary>Never tapped out: taken as having stayed.</summary>
    public const string NoExit = "no-exit";

    /// <summary>A talk earned nothing for coming late.</summary>
    public const string Late = "late";

    /// <summary>A talk earned nothing for leaving early.</summary>
    public const string LeftEarly = "left";

    /// <summary>Picked by hand from a search.</summary>
    public const string Manual = "manual";

    /// <summary>Let in although something was against it.</summary>
    public const string Forced = "forced";

    /// <summary>In the hall and on the web at the same time.</summary>
    public const string WebAndHall = "web-and-hall";

    /// <summary>Tapped, but only refused: not signed up, or the hall was full.</summary>
    public const string NotLetIn = "not-let-in";

    /// <summary>At another session at the same time.</summary>
    public const string Elsewhere = "elsewhere";

    /// <summary>A tap of before the closing arrived after the roll was confirmed.</summary>
    public const string Afterwards = "afterwards";

    /// <summary>Every doubt there can be, in the order they are shown.</summary>
    public static readonly IReadOnlyList<string> All = [Elsewhere, WebAndHall, NoExit, Late, LeftEarly, Forced, Manual, NotLetIn, Afterwards];

    /// <summary>The doubts about a person: on the roll, or at the door without being let in.</summary>
    /// <param name="elsewhere">The person was at another session meanwhile.</param>
    public static IReadOnlyList<string> Of(SessionState state, Attendee person, bool elsewhere) => state.Find(person.Member) is null
        ? person.Stamps.Any(s => s.Marks.HasFlag(StampMarks.Afterwards)) ? [NotLetIn, Afterwards] : [NotLetIn]
        : elsewhere ? [.. Of(state, person), Elsewhere] : [.. Of(state, person)];

    /// <summary>The doubts about a person on the roll that the session knows of by itself.</summary>
    public static IEnumerable<string> Of(SessionState state, Attendee person)
    {
        if (person.Inside && state.Status != SessionStatus.Open) yield return NoExit;
        if (Voided(state, person, AttendanceRules.CameLate)) yield return Late;
        if (Voided(state, person, AttendanceRules.LeftEarly)) yield return LeftEarly;
        if (person.Stamps.Any(s => s.Marks.HasFlag(StampMarks.Manual))) yield return Manual;
        if (person.Stamps.Any(s => s.Marks.HasFlag(StampMarks.Forced))) yield return Forced;
        if (person.Stamps.Any(s => s.Marks.HasFlag(StampMarks.Afterwards))) yield return Afterwards;
        if (person.Web.Any(w => person.Stays.Any(s => s.In.UtcTicks < w.Out && (s.Out is null || s.Out.Value.UtcTicks > w.In)))) yield return WebAndHall;
    }

    static bool Voided(SessionState state, Attendee person, string reason) =>
        person.Marks.Any(m => m is { Held: true, State: CreditState.Voided } && state.Reasons[m.Reason] == reason);
}
