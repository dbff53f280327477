using JmaActors.Credits;
using JmaActors.Policies;
using JmaActors.Time;

namespace JmaActors.Training;

/// <summary>Judges what each talk earns somebody under each scheme, by <see cref="ClaimRules"/>, and says what changed since it was last judged.</summary>
sealed class SessionAssessor(PolicyBook book)
{
    /// <summary>The person had been in the talk by an earlier tap, and by a later one was not.</summary>
    public const string NotAttended = "not-attended";

    /// <summary>Adds one event with every claim whose entry is now another; none when none is.</summary>
    /// <param name="person">The person, who may be one step ahead of the state.</param>
    public void Judge(SessionState state, Attendee person, DateTimeOffset at, List<SessionEvent> changes)
    {
        List<ClaimAssessed>? changed = null;
        for (var i = 0; i < state.Claims.Length; i++)
        {
            var claim = state.Claims[i];
            var held = person.Marks.Length == 0 ? default : person.Marks[i];
            if (Change(state, person, held, Assess(state, i, person, at)) is not { } now) continue;
            (changed ??= []).Add(new ClaimAssessed(state.Plan!.Talks[claim.Talk].No, now.State, now.Tenths, now.Reason, claim.Scheme, now.Web));
        }
        if (changed is not null) changes.Add(new CreditAssessed(person.Member, changed, at));
    }

    /// <summary>When time alone changes something next for a person; null when only a tap or the closing can.</summary>
    public DateTimeOffset? NextChange(SessionState state, Attendee person, DateTimeOffset at)
    {
        if (state.Status != SessionStatus.Open) return null;
        DateTimeOffset? next = null;
        for (var i = 0; i < state.Claims.Length; i++)
        {
            if (Assess(state, i, person, at).Found.NextChange is { } change && (next is null || change < next)) next = change;
        }
        return next;
    }

    /// <summary>Edition that judges the session, for the record.</summary>
    public string Edition(SessionPlan plan) => book.Cme(Tokyo.DateOf(plan.Talks[0].Start)).Edition;

    ClaimFinding Assess(SessionState state, int claim, Attendee person, DateTimeOffset at)
    {
        var plan = state.Plan!;
        var place = state.Claims[claim].Talk;
        var bases = state.Bases ??= Array.ConvertAll(state.Claims, c => Basis(plan, c));
        return ClaimRules.Assess(plan.Talks[place], place, bases[claim], person, at, state.ClosedAt);
    }

    ClaimBasis Basis(SessionPlan plan, Claim claim)
    {
        var talk = plan.Talks[claim.Talk];
        var date = Tokyo.DateOf(talk.Start);
        if (claim.Scheme == CreditScheme.Cme)
        {
            var cme = book.Cme(date);
            return new(AttendanceBasis.Of(cme, plan.WholeTalk, plan.Terms), true, cme.WebProof);
        }
        var policy = book.Scheme(claim.Scheme, date) ?? throw new InvalidOperationException($"The seeds have no policy for {claim.Scheme}.");
        return new(AttendanceBasis.Of(policy, plan.WholeTalk, plan.Terms), OfferRules.CountsOnWeb(talk, new Offer(claim.Scheme, claim.Subject), plan.Host, book), policy.WebProof);
    }

    /// <summary>What the entry becomes; null when it stays as it is. A posted entry changes only for who was decided on after the roll was confirmed.</summary>
    static (CreditState State, int Tenths, string? Reason, bool Web)? Change(SessionState state, Attendee person, in ClaimMark held, in ClaimFinding finding)
    {
        if (held is { Held: true, State: CreditState.Posted } && !person.Corrected) return null;
        var found = finding.Found;
        var target = found.State switch
        {
            AssessmentState.Pending when state.Status == SessionStatus.Confirmed => (CreditState.Posted, found.Units.Tenths, null, finding.Web),
            AssessmentState.Pending => (CreditState.Pending, found.Units.Tenths, null, finding.Web),
            AssessmentState.Voided => (CreditState.Voided, 0, found.Reason, finding.Web),
            _ when held.Held => (CreditState.Voided, 0, NotAttended, held.Web),
            _ => ((CreditState State, int Tenths, string? Reason, bool Web)?)null,
        };
        if (target is not { } now) return null;
        return held.Held && held.State == now.State && held.Tenths == now.Tenths && held.Web == now.Web && state.Reasons[held.Reason] == (now.Reason ?? "") ? null : now;
    }
}
