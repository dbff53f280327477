using JmaActors.Offices;

namespace JmaActors.Interviews;

/// <summary>What waits at a workplace, counted from who is due and from the cases.</summary>
public static class InterviewWorkRules
{
    /// <summary>Counts each kind of work of <see cref="InterviewWorkNames"/>; every kind is there.</summary>
    /// <param name="due">Everybody on the list.</param>
    /// <param name="open">Cases that are not over.</param>
    /// <param name="today">Civil date.</param>
    /// <param name="soonDays">Days before the last one from which somebody is reminded.</param>
    public static IReadOnlyDictionary<string, WorkWaiting> Count(IReadOnlyCollection<InterviewDueLine> due, IEnumerable<InterviewCase> open, DateOnly today, int soonDays)
    {
        var needed = due.Where(d => d.Need >= InterviewNeed.Interview && (d.Stage is null or < InterviewStage.Held or InterviewStage.Dropped)).ToList();
        // A line's case stands in its id behind the workplace.
        var byCase = due.ToDictionary(d => d.Id[(d.Workplace.Code.Length + 1)..], StringComparer.Ordinal);
        var cases = open.Select(c => (Case: c, Stage: InterviewStepRules.StageOf(c), Due: byCase.GetValueOrDefault(new InterviewId(default, new MemberId(c.Member), c.Month).Case))).ToList();
        return new SortedDictionary<string, WorkWaiting>(StringComparer.Ordinal)
        {
            [InterviewWorkNames.Assign] = Of(needed.Where(d => d.Stage is null or InterviewStage.Opened or InterviewStage.Dropped).Select(d => d.Due < today)
                .Concat(cases.Where(c => c is { Stage: InterviewStage.Opened, Case.Sign: true } && c.Due is not { Need: >= InterviewNeed.Interview }).Select(_ => false))),
            [InterviewWorkNames.Soon] = Of(needed.Where(d => d.Due <= today.AddDays(soonDays)).Select(d => d.Due < today)),
            [InterviewWorkNames.Check] = Of(due.Where(d => d.Need == InterviewNeed.Check && d.Stage is null).Select(d => d.Due < today)
                .Concat(cases.Where(c => c.Stage == InterviewStage.Appointed).Select(c => c.Due?.Due < today))),
            [InterviewWorkNames.Appoint] = Of(cases.Where(c => c.Stage == InterviewStage.Assigned).Select(c => c.Due?.Due < today)),
            [InterviewWorkNames.Hold] = Of(cases.Where(c => c.Stage == InterviewStage.Ready).Select(c => c.Due?.Due < today)),
            [InterviewWorkNames.Decide] = Of(cases.Where(c => c.Stage == InterviewStage.Held).Select(_ => false)),
            [InterviewWorkNames.Follow] = Of(cases.Where(c => c.Stage == InterviewStage.Decided).Select(c => c.Case.Measures.LastOrDefault(m => m.Measures is not null)?.Until < today)),
            [InterviewWorkNames.Cut] = Of(due.Where(d => d.CutDue).Select(_ => true)),
        };
    }

    static WorkWaiting Of(IEnumerable<bool> late)
    {
        var (count, over) = (0, 0);
        foreach (var one in late)
        {
            count++;
            if (one) over++;
        }
        return new WorkWaiting(Math.Min(count, OfficeLimits.CountedMost), count > OfficeLimits.CountedMost, over);
    }
}
