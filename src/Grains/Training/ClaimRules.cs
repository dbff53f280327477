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

    /// <param name="webOffered">Whether the scheme gives units for the subject on the web.</param>
    /// <param name="at">Place of the talk in the plan.</param>
    public static ClaimFinding Assess(Talk talk, int at, in AttendanceBasis basis, bool webOffered, Attendee person, DateTimeOffset now, DateTimeOffset? closedAt)
    {
        if (person.Decided(at) is { } decided) return new(Decided(decided, talk, basis), person.Stays.Length == 0 && person.Web.Count > 0);
        var hall = AttendanceRules.Assess(talk, basis, person.Stays, now, closedAt);
        if (hall.State == AssessmentState.Pending || person.Web.Count == 0) return new(hall, false);
        var web = OnTheWeb(talk, basis with { LeavingVoids = true, LatenessVoids = true }, webOffered, person, now);
        return web.State == AssessmentState.None ? new(hall, false) : new(web with { NextChange = Earlier(web.NextChange, hall.NextChange) }, true);
    }

    /// <summary>On the web the whole talk, identity and keyword are all needed (産業保健委員会答申 2024 p.71).</summary>
    static Assessment OnTheWeb(Talk talk, in AttendanceBasis basis, bool offered, Attendee person, DateTimeOffset now)
    {
        var together = person.Web.Select(w => new Stay(Instant(w.In), Instant(w.Out))).Concat(person.Stays).OrderBy(s => s.In).ToArray();
        var found = AttendanceRules.Assess(talk, basis, together, now, null);
        if (found.State != AssessmentState.Pending) return found;
        var during = person.Web.Where(w => w.In < talk.End.UtcTicks && w.Out > talk.Start.UtcTicks).ToArray();
        return (during.Length > 0, offered) switch
        {
            (false, _) => found,
            (_, false) => AttendanceRules.Voided(WebNotOffered),
            _ when !during.All(w => w.Identity) => AttendanceRules.Voided(IdentityMissing),
            _ when !during.Any(w => w.Keyword) => AttendanceRules.Voided(KeywordMissing),
            _ => found,
        };
    }

    static Assessment Decided(RollVerdict verdict, Talk talk, in AttendanceBasis basis) => verdict == RollVerdict.Deny
        ? AttendanceRules.Voided(Denied)
        : AttendanceRules.Pending(basis.UnitsOf(talk.End - talk.Start), null, null);

    static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);

    static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b ?? a : a;
}
