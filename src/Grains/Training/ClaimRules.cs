namespace JmaActors.Training;

/// <summary>What one claim earns one person.</summary>
/// <param name="Web">Earned on the web.</param>
readonly record struct ClaimFinding(Assessment Found, bool Web);

/// <summary>What somebody's hall stays, web stays and the office's decision earn under one claim. Pure.</summary>
static class ClaimRules
{
    /// <summary>The office decided against it.</summary>
    public const string Denied = "denied";

    /// <summary>The scheme gives no units for this subject on the web.</summary>
    public const string WebNotOffered = "web-not-offered";

    /// <summary>The log does not show that identity was checked.</summary>
    public const string IdentityMissing = "identity-missing";

    /// <summary>The log does not show the keyword.</summary>
    public const string KeywordMissing = "keyword-missing";

    /// <param name="at">Place of the talk in the plan.</param>
    public static ClaimFinding Assess(Talk talk, int at, in ClaimBasis claim, Attendee person, DateTimeOffset now, DateTimeOffset? closedAt)
    {
        if (person.Decided(at) is { } decided) return Decided(decided, talk, claim, person);
        var hall = AttendanceRules.Assess(talk, claim.Basis, person.Stays, now, closedAt);
        if (!person.Web.Any(w => During(w, talk))) return new(hall, false);
        var web = OnTheWeb(talk, claim, person, now, closedAt);
        var better = web.State == AssessmentState.Pending && (hall.State != AssessmentState.Pending || web.Units > hall.Units);
        if (!better && (hall.State == AssessmentState.Pending || web.State == AssessmentState.None)) return new(hall, false);
        return new(web with { NextChange = Earlier(web.NextChange, hall.NextChange) }, true);
    }

    /// <summary>What the web earns with the proof its scheme asks for (rules <c>…web</c> and <c>…web-proof</c>).</summary>
    static Assessment OnTheWeb(Talk talk, in ClaimBasis claim, Attendee person, DateTimeOffset now, DateTimeOffset? closedAt)
    {
        var together = person.Web.Select(w => new Stay(Instant(w.In), Instant(w.Out))).Concat(person.Stays.Select(s => s with { Out = s.Out ?? closedAt })).OrderBy(s => s.In).ToArray();
        var found = AttendanceRules.Assess(talk, claim.OnTheWeb, together, now, null);
        if (found.State != AssessmentState.Pending) return found;
        if (!claim.Web) return AttendanceRules.Voided(WebNotOffered);
        var during = person.Web.Where(w => During(w, talk)).ToArray();
        if (claim.Proof.Identity && !during.All(w => w.Identity)) return AttendanceRules.Voided(IdentityMissing);
        return claim.Proof.Keyword && !during.Any(w => w.Keyword) ? AttendanceRules.Voided(KeywordMissing) : found;
    }

    /// <summary>A grant gives the whole talk, and never what the scheme does not give: nothing on the web where it offers none there, nothing for less than a step.</summary>
    static ClaimFinding Decided(RollVerdict verdict, Talk talk, in ClaimBasis claim, Attendee person)
    {
        var web = person.Stays.Length == 0 && person.Web.Count > 0;
        var units = claim.Basis.Scale.Of(talk.End - talk.Start);
        return new((verdict, web && !claim.Web, units > Units.Zero) switch
        {
            (RollVerdict.Deny, _, _) => AttendanceRules.Voided(Denied),
            (_, true, _) => AttendanceRules.Voided(WebNotOffered),
            (_, _, false) => AttendanceRules.Voided(AttendanceRules.UnderHalfHour),
            _ => AttendanceRules.Pending(units, null, null),
        }, web);
    }

    static bool During(WebStay stay, Talk talk) => stay.In < talk.End.UtcTicks && stay.Out > talk.Start.UtcTicks;

    static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);

    static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b ?? a : a;
}
