using JmaActors.Training;

namespace JmaActors.Pages.Seminars;

/// <summary>
/// What the hands of the clock say about a talk: a display only. What somebody has earned is decided by the session and shown from its picture.
/// </summary>
public static class TalkClock
{
    const int Half = 30;

    /// <summary>Units somebody inside since the start has reached by now.</summary>
    public static decimal Reached(SeminarTalk talk, DateTimeOffset now)
    {
        var until = now < talk.End ? now : talk.End;
        var halves = Math.Max(0, (int)((until - talk.Start).TotalMinutes / Half));
        return Math.Min(talk.MaxUnits, halves * 0.5m);
    }

    /// <summary>Full minutes, rounded up, to the next half unit; null when none is left in this talk.</summary>
    public static int? MinutesToNextHalf(SeminarTalk talk, DateTimeOffset now)
    {
        var minutes = (now - talk.Start).TotalMinutes;
        var next = (Math.Floor(minutes / Half) + 1) * Half;
        return next > (talk.End - talk.Start).TotalMinutes ? null : (int)Math.Ceiling(next - minutes);
    }
}
