using JmaActors.Ledgers;
using JmaActors.Policies;
using JmaActors.Time;
using Decision = JmaActors.Ledgers.Decision<JmaActors.WorkHours.WorkHoursEvent>;

namespace JmaActors.WorkHours;

/// <summary>What is kept beside hours: employers that do not use this system, checks of fatigue, interviews. Pure.</summary>
static class HealthDecider
{
    internal const int Grades = 4;
    internal const int Scores = 7;

    /// <summary>An employer that does not use this system; of one that does, its own word stands.</summary>
    public static Decision Report(WorkHoursState state, ReportEmployment command, Deciding deciding)
    {
        if (WorkHoursDecider.BadKey(command.Key) is { } bad) return Decision.Refuse(bad);
        if (state.Knows(command.Key)) return state.Done.TryGetValue(command.Key, out var told) && told == command.Workplace.Code ? Decision.Again() : Decision.Refuse(WorkHoursDecider.KeyTaken);
        if (command.Workplace.Code is null || command.AgreementFrom < DateOnly.FromDayNumber(Tokyo.DateOf(deciding.Now).DayNumber - AgreementDays) || command.AgreementFrom > Tokyo.DateOf(deciding.Now))
            return Decision.Refuse("bad-agreement", WorkRuleIds.Period, "A 36協定 began within the last ten years.");
        if (command.Name.Length > WorkHoursLimits.WorkplaceName) return Decision.Refuse("name-too-long", "", $"A workplace's name has at most {WorkHoursLimits.WorkplaceName} characters.");
        var place = state.Place(command.Workplace.Code);
        if (place >= 0 && !state.Employments[place].Reported) return Decision.Refuse("workplace-tells-itself");
        if (place < 0 && state.Employments.Count >= WorkHoursLimits.Employments) return Decision.Refuse("too-many-employments", "", $"At most {WorkHoursLimits.Employments}.");
        return Decision.Event(new EmploymentKept(command.Workplace.Code, new EmploymentTerms(command.AgreementFrom, []), Reported: true, command.Key, command.Name));
    }

    const int AgreementDays = 3_653;

    /// <summary>Sleep and fatigue were checked.</summary>
    public static Decision Check(WorkHoursState state, RecordFatigueCheck command, PolicyBook book, Deciding deciding)
    {
        if (Untimely(state, command.Key, command.At, deciding) is { } not) return not.Refused is { } refused ? Decision.Refuse(refused) : Decision.Again();
        if (command.SleepMinutes is < 0 or > WorkMinute.Day || command.Grade is < 1 or > Grades || command.Score is < 0 or > Scores) return Decision.Refuse("bad-check", WorkRuleIds.Fatigue);
        var policy = book.Work(Tokyo.DateOf(deciding.Now));
        var at = WorkMinute.Of(command.At);
        var sign = InterviewRules.Shows(new FatigueCheck(at, command.SleepMinutes, command.Grade, command.Score, command.Asks), policy.Fatigue);
        return Decision.Event(new FatigueChecked(command.Key, at, sign), WorkMinute.DateOf(at), policy.Edition);
    }

    /// <summary>An interview was held, or hours were cut.</summary>
    public static Decision Measure(WorkHoursState state, RecordHealthMeasure command, Deciding deciding)
    {
        if (Untimely(state, command.Key, command.At, deciding) is { } not) return not.Refused is { } refused ? Decision.Refuse(refused) : Decision.Again();
        return Decision.Event(new HealthMeasureTaken(command.Key, command.Kind, WorkMinute.Of(command.At)), Tokyo.DateOf(command.At));
    }

    /// <summary>A refusal, or a repeat (no refusal); null when neither.</summary>
    static (Refusal? Refused, bool Again)? Untimely(WorkHoursState state, string key, DateTimeOffset at, Deciding deciding)
    {
        if (WorkHoursDecider.BadKey(key) is { } bad) return (bad, false);
        if (state.About(key) is not null) return (WorkHoursDecider.KeyTaken, false);
        if (state.Knows(key)) return (null, true);
        return at > deciding.Now + WorkHoursLimits.ClockSkew ? (new Refusal("in-the-future"), false) : null;
    }
}
