using JmaActors.WorkHours;

namespace JmaActors.Alerts;

/// <summary>
/// Which thresholds a physician has crossed, by what is known at a minute. Whatever was passed on the way to where a figure stands is among them: who reached 100 h has
/// reached 80 h, and was expected to. What of it is new says <see cref="Crossing.Key"/>; which of several the recipient hears, <see cref="AlertChoiceRules"/>.
/// </summary>
public static class CrossingRules
{
    const int Percent = 100;

    /// <summary>Everything crossed, in no particular order.</summary>
    public static IEnumerable<Crossing> Of(WorkReview review, int asOf, WorkPolicy work, AlertPolicy policy) =>
        Months(review, policy).Concat(Years(review, work)).Concat(Rest(review)).Concat(Compensatory(review, asOf, policy)).Concat(Interviews(review, work));

    /// <summary>What of it was not told before, each once (two institutions may have one year), at most so many: those about the newest days.</summary>
    public static IReadOnlyList<Crossing> New(IEnumerable<Crossing> crossings, Func<string, bool> told) =>
    [
        .. crossings.Where(c => !told(c.Key)).OrderByDescending(c => c.On).ThenBy(c => c.Kind).ThenBy(c => c.Threshold).ThenBy(c => c.Place, StringComparer.Ordinal).ThenByDescending(c => c.Minutes)
            .DistinctBy(c => c.Key).Take(AlertLimits.AtOnce),
    ];

    static IEnumerable<Crossing> Months(WorkReview review, AlertPolicy policy)
    {
        foreach (var month in review.Months)
        {
            foreach (var threshold in policy.Months)
            {
                if (month.Minutes >= threshold) yield return new Crossing(AlertKind.MonthReached, month.Month.From, threshold, "", month.Minutes);
                if (Math.Max(month.ExpectedMinutes, month.Minutes) >= threshold)
                    yield return new Crossing(AlertKind.MonthExpected, month.Month.From, threshold, "", Math.Max(month.ExpectedMinutes, month.Minutes));
            }
        }
    }

    /// <summary>The total once for each year; an institution's own limit where it is a lower one.</summary>
    static IEnumerable<Crossing> Years(WorkReview review, WorkPolicy work)
    {
        foreach (var hours in review.Hours)
        {
            if (hours.Over) continue;
            foreach (var crossing in Year(hours.Year.From, hours.YearSum.Beyond, hours.TotalLimit, "", work)) yield return crossing;
            if (hours.OwnLimit >= hours.TotalLimit) continue;
            foreach (var crossing in Year(hours.Year.From, hours.OwnYear, hours.OwnLimit, hours.Workplace.Code, work)) yield return crossing;
        }
    }

    static IEnumerable<Crossing> Year(DateOnly from, int minutes, int limit, string place, WorkPolicy work)
    {
        var near = (int)((long)limit * work.NearPercent / Percent);
        if (minutes >= near) yield return new Crossing(AlertKind.YearNear, from, near, place, minutes);
        if (minutes > limit) yield return new Crossing(AlertKind.YearOver, from, limit, place, minutes);
    }

    /// <summary>Rest that was not planned, not given, or worked into, by the day the work began.</summary>
    static IEnumerable<Crossing> Rest(WorkReview review) => review.Windows
        .Where(w => w.Force is not null && (w.Outcome is RestOutcome.NotPlanned or RestOutcome.NotGivenAtOnce or RestOutcome.NotOpen || w is { Outcome: RestOutcome.Owed, Owed: > 0 }))
        .Select(w => new Crossing(AlertKind.RestBroken, WorkMinute.DateOf(w.Start), 0, "", w.Outcome == RestOutcome.Owed ? w.Owed : w.Longest,
            w.Outcome == RestOutcome.Owed ? review.Compensatory.FirstOrDefault(c => c.Start == w.Start)?.Due : null));

    static IEnumerable<Crossing> Compensatory(WorkReview review, int asOf, AlertPolicy policy)
    {
        var today = WorkMinute.DateOf(asOf);
        foreach (var rest in review.Compensatory)
        {
            if (rest.Force is null || rest.Taken >= rest.Owed) continue;
            var on = WorkMinute.DateOf(rest.Start);
            if (rest.Due.DayNumber - today.DayNumber <= policy.RestDays) yield return new Crossing(AlertKind.RestDue, on, 0, "", rest.Owed - rest.Taken, rest.Due);
            if (rest.Overdue(asOf)) yield return new Crossing(AlertKind.RestOverdue, on, 0, "", rest.Owed - rest.Taken, rest.Due);
        }
    }

    static IEnumerable<Crossing> Interviews(WorkReview review, WorkPolicy work) => review.Months
        .Where(m => m.Outcome is MonthOutcome.InterviewDue or MonthOutcome.InterviewFollows or MonthOutcome.Breached)
        .Select(m => new Crossing(AlertKind.InterviewDue, m.Month.From, work.Month, "", Math.Max(m.Minutes, m.ExpectedMinutes), m.Reached ?? m.Expected));
}
