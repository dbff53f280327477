namespace JmaActors.WorkHours;

/// <summary>Rest that runs.</summary>
/// <param name="LastOut">The minute work ended.</param>
/// <param name="Until">The minute from which it is enough.</param>
public sealed record RestNow(int LastOut, int Until);

/// <summary>
/// Until when the rest that runs must last (rules <c>work.rest.*</c>): the shortest way that can still be kept after the start of the work before it, and at least what
/// an employer's own interval asks for.
/// </summary>
public static class RestNowRules
{
    /// <summary>Days looked back: no record is longer than three, and work may follow work.</summary>
    const int Back = 7;

    /// <summary>Null when nothing was worked in the last days.</summary>
    public static RestNow? Of(WorkCase facts, WorkPolicy policy)
    {
        var line = new RestLine(WorkTimelineRules.Line(WorkLines.Worked(facts, facts.AsOf - Back * WorkMinute.Day)), policy.PermittedRest);
        if (line.Works.Length == 0) return null;
        var (shortest, last) = (policy.RestWays[0].Rest, line.Works[^1]);
        var (start, night) = (last.From, false);
        // Back to the start that full rest came before: what lies between is one duty.
        for (var i = line.Works.Length - 1; i >= 0; i--)
        {
            (start, night) = (line.Works[i].From, night || line.Works[i].Night);
            if (line.Before(start) >= shortest) break;
        }
        var resident = facts.Employments.Any(e => e.TermOn(WorkMinute.DateOf(start)) is { Level: WorkLevel.C1, Resident: true });
        var needed = policy.RestWays.Where(w => w.Open(resident, night) && last.To + w.Rest <= start + w.Within).Select(w => w.Rest).DefaultIfEmpty(shortest).Min();
        var interval = facts.Employments.Where((_, e) => (last.Employers & 1u << e) != 0).Select(e => e.IntervalMinutes).DefaultIfEmpty(0).Max();
        return new RestNow(last.To, last.To + Math.Max(needed, interval));
    }
}
