using JmaActors.Ledgers;
using JmaActors.Time;
using JmaActors.WorkHours;
using Decision = JmaActors.Ledgers.Decision<JmaActors.Interviews.InterviewEvent>;

namespace JmaActors.Interviews;

/// <summary>What becomes of a case of 面接指導. Pure.</summary>
sealed class InterviewDecider(JmaActors.Policies.PolicyBook book)
{
    public Decision Assign(InterviewsState state, PreparedInterview<AssignInterview> prepared, Deciding deciding)
    {
        var c = prepared.Command;
        if (Begun(state, c.Key, c.Member, c.Month, prepared.Ground, out var found) is { } no) return no;
        if (found?.Held is not null) return Decision.Refuse(Over);
        if (Unfit(state, c.Interviewer.Number, c.Member.Number, deciding) is { } unfit) return Decision.Refuse(unfit);
        return Decision.Event(new InterviewAssigned(c.Key, c.Member.Number, c.Month, c.Interviewer.Number));
    }

    public static Decision Appoint(InterviewsState state, AppointInterview c, Deciding deciding)
    {
        if (Step(state, c.Key, c.Member, c.Month, out var found) is { } no) return no;
        if (found!.Interviewer == 0) return Decision.Refuse(NotAssigned);
        if (found.Held is not null) return Decision.Refuse(Over);
        if (string.IsNullOrWhiteSpace(c.Place) || c.Place.Length > InterviewLimits.Short) return Decision.Refuse("no-place");
        return Late(c.Month, c.At) ? Decision.Refuse(BadDates) : Decision.Event(new InterviewAppointed(c.Key, c.Member.Number, c.Month, c.At.ToUniversalTime(), c.Place.Trim()));
    }

    public Decision FillCheck(InterviewsState state, PreparedInterview<FillFatigueCheck> prepared, Deciding deciding)
    {
        var c = prepared.Command;
        if (Begun(state, c.Key, c.Member, c.Month, prepared.Ground, out var found) is { } no) return no;
        if (found?.Held is not null) return Decision.Refuse(Over);
        if (c.Answers.SleepMinutes is < 0 or > WorkMinute.Day || c.Answers.Grade is < 1 or > HealthDecider.Grades || c.Answers.Score is < 0 or > HealthDecider.Scores) return Decision.Refuse("bad-check", WorkRuleIds.Fatigue);
        if (c.Answers.Words.Length > InterviewLimits.Words) return Decision.Refuse(TooMany);
        if (prepared.First is not { } answers) return Decision.Refuse("erased");
        var policy = book.Work(Tokyo.DateOf(deciding.Now));
        var sign = InterviewRules.Shows(new FatigueCheck(0, c.Answers.SleepMinutes, c.Answers.Grade, c.Answers.Score, c.Answers.Asks), policy.Fatigue);
        return Decision.Event(new FatigueCheckFilled(c.Key, c.Member.Number, c.Month, answers, sign), null, policy.Edition);
    }

    public Decision Hold(InterviewsState state, PreparedInterview<HoldInterview> prepared, Deciding deciding)
    {
        var c = prepared.Command;
        if (Step(state, c.Key, c.Member, c.Month, out var found) is { } no) return no;
        if (found!.Held is not null) return Decision.Refuse(Over);
        if (found.Interviewer == 0 || found.Interviewer != c.Interviewer.Number) return Decision.Refuse(NotAssigned);
        if (found.Checked is null) return Decision.Refuse("check-missing", WorkRuleIds.Fatigue, "The physician fills in the check of sleep and fatigue first.");
        if (c.At > deciding.Now + WorkHoursLimits.ClockSkew) return Decision.Refuse("in-the-future");
        if (Late(c.Month, c.At) || Tokyo.DateOf(c.At) < c.Month) return Decision.Refuse(BadDates);
        if (Fault(c.Record) is { } record) return Decision.Refuse(record);
        if (Fault(c.Opinion) is { } opinion) return Decision.Refuse(opinion);
        // Who was named head or superior meanwhile interviews no more.
        if (Unfit(state, found.Interviewer, c.Member.Number, deciding) is { } unfit) return Decision.Refuse(unfit);
        return prepared is { First: { } words, Second: { } given }
            ? Decision.Event(new InterviewHeld(c.Key, c.Member.Number, c.Month, c.At.ToUniversalTime(), words, given, c.Advice, c.Interviewer.Number), Tokyo.DateOf(c.At), book.Work(Tokyo.DateOf(deciding.Now)).Edition)
            : Decision.Refuse("erased");
    }

    /// <summary>After the opinion; hours above 155 h are cut without waiting for one.</summary>
    public static Decision Measures(InterviewsState state, PreparedInterview<DecideMeasures> prepared, Deciding deciding)
    {
        var c = prepared.Command;
        if (Begun(state, c.Key, c.Member, c.Month, prepared.Ground, out var found) is { } no) return no;
        if (found is { Over: true, Dropped: false }) return Decision.Refuse(Over);
        // The decision that an opinion waits for is always taken: without it the case could not end.
        if (found?.Measures.Count >= InterviewLimits.Lines && found is not { Held: not null, Decided: false }) return InterviewDeskDecider.Full(InterviewLimits.Lines);
        if (found?.Held is null && !c.Measures.HasFlag(InterviewMeasures.HoursCut)) return Decision.Refuse("not-held", WorkRuleIds.Interviewer, "Before the opinion only hours are cut.");
        if (Fault(c.Words) is { } fault) return Decision.Refuse(fault);
        if (c.Until < c.Month) return Decision.Refuse(BadDates);
        return prepared.First is { } words ? Decision.Event(new InterviewMeasuresDecided(c.Key, c.Member.Number, c.Month, c.Measures, words, c.Until)) : Decision.Refuse("erased");
    }

    public static Decision Follow(InterviewsState state, PreparedInterview<FollowMeasures> prepared, Deciding deciding)
    {
        var c = prepared.Command;
        if (Step(state, c.Key, c.Member, c.Month, out var found) is { } no) return no;
        if (found!.Over) return Decision.Refuse(Over);
        if (!found.Measures.Exists(m => m.Measures is not null)) return Decision.Refuse("no-measures");
        // What ends the case is always taken.
        if (found.Measures.Count >= InterviewLimits.Lines && !(c.Done && found.Decided)) return InterviewDeskDecider.Full(InterviewLimits.Lines);
        if (Fault(c.Words) is { } fault) return Decision.Refuse(fault);
        // What of somebody erased is left is closed without words.
        return Decision.Event(new InterviewMeasuresFollowed(c.Key, c.Member.Number, c.Month, prepared.First ?? [], c.Done));
    }

    public static Decision PassOn(InterviewsState state, PreparedInterview<PassInterviewOn> prepared, Deciding deciding)
    {
        var c = prepared.Command;
        if (Step(state, c.Key, c.Member, c.Month, out var found) is { } no) return no;
        if (found!.PassedTo.Contains(c.To.Code)) return Decision.Again();
        if (found.Held is null || found.From.Length > 0) return Decision.Refuse("not-held");
        return prepared.Ground is { Employed: true } ground ? Decision.Event(new InterviewPassedOn(c.Key, c.Member.Number, c.Month, c.To.Code, ground.Month)) : Decision.Refuse("unknown-workplace");
    }

    public static Decision Drop(InterviewsState state, PreparedInterview<DropInterview> prepared, Deciding deciding)
    {
        var c = prepared.Command;
        if (Step(state, c.Key, c.Member, c.Month, out var found) is { } no) return no;
        if (found!.Held is not null || found.Dropped) return Decision.Refuse(Over);
        if (found.Interviewer == 0) return Decision.Refuse(NotAssigned);
        if (Fault(c.Reason) is { } fault) return Decision.Refuse(fault);
        return Decision.Event(new InterviewDropped(c.Key, c.Member.Number, c.Month, prepared.First ?? []));
    }

    /// <summary>Another workplace told what the physician passed on. What was held here stands.</summary>
    public static Decision Receive(InterviewsState state, InterviewReceived told) =>
        state.Find(told.Member, told.Month)?.Held is not null ? Decision.Nothing() : Decision.Event(told);

    static readonly Refusal NotAssigned = new("not-assigned", "", "Nobody was assigned, or somebody else.");
    static readonly Refusal Over = new("interview-over", "", "The interview was held, or the case is over.");
    static readonly Refusal BadDates = new("bad-dates", "", "The date does not fit the month of the case.");
    static readonly Refusal TooMany = new("too-many-words", "", $"At most {InterviewLimits.Words} characters.");

    static Refusal? Unfit(InterviewsState state, long interviewer, long physician, Deciding deciding) =>
        InterviewStepRules.Unfit(state, interviewer, physician, Tokyo.DateOf(deciding.Now)) is { } why ? new Refusal(why, WorkRuleIds.Interviewer) : null;

    /// <summary>A command that opens a case when there is none: of a physician who works here, and of a month there is.</summary>
    static Decision? Begun(InterviewsState state, string key, MemberId member, DateOnly month, InterviewGround? ground, out InterviewCase? found)
    {
        found = state.Find(member.Number, month);
        if (InterviewDeskDecider.Known(state, key) is { } known) return known;
        if (found is not null) return null;
        if (ground is not { Employed: true }) return Decision.Refuse("unknown-physician");
        if (ground.Month != month) return Decision.Refuse("bad-month", WorkRuleIds.Period, "A case is of a month of the 36協定, named by its first day.");
        return state.Cases.Count >= InterviewLimits.Cases ? InterviewDeskDecider.Full(InterviewLimits.Cases) : null;
    }

    static Decision? Step(InterviewsState state, string key, MemberId member, DateOnly month, out InterviewCase? found)
    {
        found = state.Find(member.Number, month);
        return InterviewDeskDecider.Known(state, key) ?? (found is null ? Decision.Refuse(NotAssigned) : null);
    }

    static bool Late(DateOnly month, DateTimeOffset at) => !WorkMinute.Fits(at) || Tokyo.DateOf(at).DayNumber - month.DayNumber > InterviewLimits.AfterDays;

    static Refusal? Fault(string words) => string.IsNullOrWhiteSpace(words) ? new Refusal("no-words") : words.Length > InterviewLimits.Words ? TooMany : null;
}
