using JmaActors.WorkHours;

namespace JmaActors.Interviews;

/// <summary>What a month asks for at one workplace, and by when.</summary>
/// <param name="Due">The last day on which it is in time.</param>
/// <param name="CutDue">Above 155 h, and hours were not cut since.</param>
public sealed record InterviewDue(InterviewNeed Need, DateOnly Due, bool CutDue);

/// <summary>Who is to be checked or interviewed by which day (rules <c>work.interview</c>, <c>work.fatigue</c>, <c>work.measures</c>).</summary>
public static class InterviewNeedRules
{
    /// <summary>What a month asks for; null when nothing. By the plan it is certain enough to act; by the pace alone it is a warning.</summary>
    /// <param name="pace">The day 100 h are reached at the present pace; null when they are not.</param>
    /// <param name="held">An interview of the month counts here.</param>
    /// <param name="today">Civil date.</param>
    public static InterviewDue? Of(MonthStanding month, DateOnly? pace, bool held, DateOnly today, WorkPolicy policy)
    {
        var (need, due) = month.Outcome switch
        {
            MonthOutcome.Breached => (InterviewNeed.Missed, month.Reached!.Value),
            MonthOutcome.InterviewFollows => (InterviewNeed.Follows, month.Reached!.Value.AddDays(policy.PromptDays)),
            MonthOutcome.InterviewDue => (InterviewNeed.Interview, month.Expected!.Value),
            MonthOutcome.CheckDue => (InterviewNeed.Check, month.Expected ?? pace ?? month.Month.To),
            MonthOutcome.Under when pace is { } day && !held => (InterviewNeed.Pace, day),
            _ => (InterviewNeed.None, today),
        };
        return need == InterviewNeed.None && !month.MeasuresDue ? null : new InterviewDue(need, due, month.MeasuresDue);
    }

    /// <summary>
    /// The facts as one employer knows them: an interview that another one held counts here once the physician passed it on.
    /// </summary>
    public static WorkCase KnownAt(WorkCase facts, string workplace) => facts.Measures.All(m => m.CountsAt(workplace)) ? facts : facts with { Measures = [.. facts.Measures.Where(m => m.CountsAt(workplace))] };

    /// <summary>Whether an interview of a month counts.</summary>
    public static bool Held(WorkCase facts, DaySpan month) => facts.Measures.Any(m => m.Kind == HealthMeasureKind.Interview && m.At <= facts.AsOf && month.Holds(WorkMinute.DayOf(m.At)));
}
