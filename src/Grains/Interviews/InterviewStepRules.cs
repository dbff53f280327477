namespace JmaActors.Interviews;

/// <summary>How far a case of 面接指導 is, and whose turn it is. Who waits for whom follows from what was done, never from a state that somebody sets.</summary>
public static class InterviewStepRules
{
    /// <summary>How far a case is.</summary>
    public static InterviewStage StageOf(InterviewCase c) =>
        c.Dropped ? InterviewStage.Dropped
        : c.Finished ? InterviewStage.Closed
        : c.Decided ? InterviewStage.Decided
        : c.Held is not null ? InterviewStage.Held
        : c.Interviewer == 0 ? InterviewStage.Opened
        : c.Appointment is null ? InterviewStage.Assigned
        : c.Checked is null ? InterviewStage.Appointed
        : InterviewStage.Ready;

    /// <summary>Whose turn it is. A check without a sign asks nobody for anything, unless the hours do.</summary>
    public static InterviewWaits WaitsFor(InterviewCase c) => StageOf(c) switch
    {
        InterviewStage.Opened => c.Sign ? InterviewWaits.Workplace : InterviewWaits.Nobody,
        InterviewStage.Assigned or InterviewStage.Ready => InterviewWaits.Interviewer,
        InterviewStage.Appointed => InterviewWaits.Physician,
        InterviewStage.Held or InterviewStage.Decided => InterviewWaits.Workplace,
        _ => InterviewWaits.Nobody,
    };

    /// <summary>Why somebody may not interview a physician; null when nothing stands against it (rule <c>work.interviewer</c>).</summary>
    /// <param name="on">Civil date.</param>
    public static string? Unfit(InterviewsState state, long interviewer, long physician, DateOnly on)
    {
        if (state.Head == 0) return "head-not-named";
        if (!state.Superiors.TryGetValue(physician, out var superior)) return "superior-not-named";
        if (interviewer == state.Head) return "interviewer-is-head";
        if (interviewer == superior) return "interviewer-is-superior";
        if (interviewer == physician) return "interviewer-is-physician";
        return state.Interviewers.TryGetValue(interviewer, out var kept) && kept.Completed <= on && !state.Ended.ContainsKey(interviewer) ? null : "not-qualified";
    }
}
