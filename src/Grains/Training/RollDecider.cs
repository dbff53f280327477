using JmaActors.Enrolments;
using JmaActors.Ledgers;
using JmaActors.Members;

namespace JmaActors.Training;

/// <summary>Decides what offices and hosts decide about a roll, and what a web log says. Pure.</summary>
sealed class RollDecider(SessionAssessor assessor)
{
    /// <summary>A decision about one person. After the roll is confirmed it corrects what was posted, in the same breath.</summary>
    public Decision<SessionEvent> Decide(SessionState state, RollCommand asked, Deciding deciding)
    {
        var (command, holder) = asked;
        if (state.Plan is not { } plan) return Decision<SessionEvent>.Refuse(SessionDecider.NotOpen);
        var at = command.Talk is { } no ? state.TalkAt(no) : -1;
        if (command.Talk is not null && at < 0) return Decision<SessionEvent>.Refuse("no-such-talk", "", $"The program has no talk {command.Talk}.");
        if (!Enum.IsDefined(command.Verdict)) return Decision<SessionEvent>.Refuse("bad-verdict", "", "A verdict is as-tapped, grant or deny.");
        if (string.IsNullOrWhiteSpace(command.Reason) || command.Reason.Length > TrainingLimits.TitleLength)
            return Decision<SessionEvent>.Refuse("no-reason", "", $"A decision has a reason of at most {TrainingLimits.TitleLength} characters.");
        var member = command.Member.Number;
        var after = state.Trial(member);
        if (holder is null && state.Known(member) is null) return Decision<SessionEvent>.Refuse("no-such-person", "", "Nobody is registered under this number.");
        if (Stands(after, at, command.Verdict)) return Decision<SessionEvent>.Again();
        if (state.Find(member) is null && state.People.Count >= TrainingLimits.People) return Decision<SessionEvent>.Refuse("full", "", $"A roll has at most {TrainingLimits.People} people.");
        after.Decide(at, command.Verdict);
        after.Corrected |= state.Status == SessionStatus.Confirmed;
        var events = new List<SessionEvent>(2) { new RollDecided(member, command.Talk ?? 0, command.Verdict, command.Reason, holder?.Association) };
        assessor.Judge(state, after, SessionDecider.At(state, deciding), events);
        return Decision<SessionEvent>.Events(events, edition: assessor.Edition(plan));
    }

    /// <summary>Lines of a web log; a line known already changes nothing.</summary>
    public Decision<SessionEvent> WebLog(SessionState state, WebLog log, Deciding deciding)
    {
        if (state.Plan is not { } plan) return Decision<SessionEvent>.Refuse(SessionDecider.NotOpen);
        if (plan.Delivery == ProgramDelivery.Hall) return Decision<SessionEvent>.Refuse("hall-only", "", "The program is held in a hall only.");
        var events = new List<SessionEvent>();
        var trials = new Dictionary<long, Attendee>();
        foreach (var line in log.Lines)
        {
            if (Check(plan, line, deciding.Now) is { } refusal) return Decision<SessionEvent>.Refuse(refusal);
            var member = line.Member.Number;
            if (!log.Holders.TryGetValue(member, out var holder)) return Decision<SessionEvent>.Refuse("no-such-person", "", $"Nobody is registered under {line.Member}.");
            if (!trials.TryGetValue(member, out var trial)) trials.Add(member, trial = state.Trial(member));
            var stay = new WebStay(line.From.UtcTicks, line.To.UtcTicks, line.Identity, line.Keyword);
            if (trial.Web.Any(w => w.In == stay.In && w.Out == stay.Out && (w.Identity || !stay.Identity) && (w.Keyword || !stay.Keyword))) continue;
            if (trial.Web.Count >= TrainingLimits.WebStays) return Decision<SessionEvent>.Refuse("too-many-lines", "", $"One person has at most {TrainingLimits.WebStays} times on the web.");
            trial.Add(stay);
            trial.Corrected |= state.Status == SessionStatus.Confirmed;
            events.Add(new WebAttended(member, line.From, line.To, line.Identity, line.Keyword, holder.Association));
        }
        if (events.Count == 0) return Decision<SessionEvent>.Again();
        if (state.People.Count + trials.Keys.Count(m => state.Find(m) is null) > TrainingLimits.People) return Decision<SessionEvent>.Refuse("full", "", $"A roll has at most {TrainingLimits.People} people.");
        foreach (var trial in trials.Values) assessor.Judge(state, trial, SessionDecider.At(state, deciding), events);
        return Decision<SessionEvent>.Events(events, edition: assessor.Edition(plan));
    }

    /// <summary>
    /// Sign-up's word about one person; the last one holds, and it comes before the door opens as well as after. Whoever was refused for not being signed up
    /// is let in with the taps made, and judged.
    /// </summary>
    public Decision<SessionEvent> Enrol(SessionState state, EnrolmentWord word, Deciding deciding)
    {
        var isEnrolled = word is { Enrolled: true };
        if (state.Registered.Contains(word.Member) == isEnrolled && state.RegisteredOnWeb.Contains(word.Member) == (isEnrolled && word.Web)) return Decision<SessionEvent>.Nothing();
        var events = new List<SessionEvent>(2) { new Enrolled(word.Member, isEnrolled, isEnrolled && word.Web) };
        if (isEnrolled && state.Known(word.Member)?.Copy() is { } person)
        {
            person.SignedUp = true;
            if (person.Counts) assessor.Judge(state, person, SessionDecider.At(state, deciding), events);
        }
        return Decision<SessionEvent>.Events(events);
    }

    static bool Stands(Attendee person, int at, RollVerdict verdict) => at < 0
        ? verdict == RollVerdict.AsTapped ? person.Decisions.Count == 0 : person.Decisions.Count == 1 && person.Decisions.TryGetValue(-1, out var all) && all == verdict
        : person.Decisions.TryGetValue(at, out var own) ? own == verdict : verdict == RollVerdict.AsTapped && !person.Decisions.ContainsKey(-1);

    static Refusal? Check(SessionPlan plan, WebAttendance line, DateTimeOffset now) => line switch
    {
        _ when line.To <= line.From => new Refusal("bad-time", "", $"A time on the web of {line.Member} ends before it begins."),
        _ when line.To > now + SessionLimits.ClockAhead => new Refusal("ahead-of-time", "", $"A time on the web of {line.Member} has not happened yet."),
        _ when line.From > plan.DoorsClose || line.To < plan.DoorsOpen => new Refusal("bad-time", "", $"A time on the web of {line.Member} lies outside the session."),
        _ => null,
    };

}

/// <summary>A decision with who it is about.</summary>
/// <param name="Holder">Null when nobody is registered under the number.</param>
readonly record struct RollCommand(DecideAttendance Command, CardHolder? Holder);

/// <summary>A web log with who its lines are about, by member number.</summary>
sealed record WebLog(IReadOnlyList<WebAttendance> Lines, IReadOnlyDictionary<long, CardHolder> Holders);
