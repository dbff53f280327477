using JmaActors.Credits;
using JmaActors.Policies;
using JmaActors.Time;

namespace JmaActors.Training;

/// <summary>Judges what each talk earns somebody, by <see cref="AttendanceRules"/>, and says what changed since it was last judged.</summary>
sealed class SessionAssessor(PolicyBook book)
{
    /// <summary>The person had been in the talk by an earlier tap, and by a later one was not.</summary>
    public const string NotAttended = "not-attended";

    /// <summary>Adds an event for each talk whose entry is now another.</summary>
    /// <param name="stays">The person's stays, which may be one tap ahead of the state.</param>
    public void Judge(SessionState state, long member, ReadOnlySpan<Stay> stays, DateTimeOffset at, List<SessionEvent> changes)
    {
        var attendee = state.Find(member);
        var plan = state.Plan!;
        for (var i = 0; i < plan.Talks.Count; i++)
        {
            var talk = plan.Talks[i];
            var held = attendee is null ? default : attendee.Marks[i];
            var found = AttendanceRules.Assess(talk, plan.WholeTalk, stays, at, state.ClosedAt, PolicyOf(talk));
            if (Change(state, held, found) is { } now) changes.Add(new CreditAssessed(member, talk.No, now.State, now.Tenths, now.Reason, at));
        }
    }

    /// <summary>When time alone changes something next for a person; null when only a tap or the closing can.</summary>
    public DateTimeOffset? NextChange(SessionState state, Attendee attendee, DateTimeOffset at)
    {
        if (state.Status != SessionStatus.Open) return null;
        var stays = attendee.Stays();
        DateTimeOffset? next = null;
        foreach (var talk in state.Plan!.Talks)
        {
            var found = AttendanceRules.Assess(talk, state.Plan.WholeTalk, stays, at, null, PolicyOf(talk));
            if (found.NextChange is { } change && (next is null || change < next)) next = change;
        }
        return next;
    }

    /// <summary>Edition that judges the session, for the record.</summary>
    public string Edition(SessionPlan plan) => PolicyOf(plan.Talks[0]).Edition;

    /// <summary>What the entry becomes; null when it stays as it is. A posted entry stays; a voided one is never posted.</summary>
    static (CreditState State, int Tenths, string? Reason)? Change(SessionState state, in TalkMark held, in Assessment found)
    {
        if (held is { Held: true, State: CreditState.Posted }) return null;
        var target = found.State switch
        {
            AssessmentState.Pending when state.Status == SessionStatus.Confirmed => (CreditState.Posted, found.Units.Tenths, null),
            AssessmentState.Pending => (CreditState.Pending, found.Units.Tenths, null),
            AssessmentState.Voided => (CreditState.Voided, 0, found.Reason),
            _ when held.Held => (CreditState.Voided, 0, NotAttended),
            _ => ((CreditState State, int Tenths, string? Reason)?)null,
        };
        if (target is not { } now) return null;
        return held.Held && held.State == now.State && held.Tenths == now.Tenths && state.Reasons[held.Reason] == (now.Reason ?? "") ? null : now;
    }

    CmePolicy PolicyOf(Talk talk) => book.Cme(Tokyo.DateOf(talk.Start));
}
