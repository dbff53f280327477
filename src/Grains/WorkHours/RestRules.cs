namespace JmaActors.WorkHours;

/// <summary>
/// 勤務間インターバル: unbroken rest after each start of work (rules <c>work.rest.*</c>). The plan must leave it; what is worked inside it for reasons nobody
/// planned is made up for by compensatory rest. Where an employer plans nothing, what was worked is the plan.
/// </summary>
public static class RestRules
{
    /// <summary>Rest after every start of work in a span of days, in order.</summary>
    /// <param name="effort">Whether level A has its effort to make (<see cref="Effort"/>).</param>
    public static IReadOnlyList<RestWindow> Windows(WorkCase facts, DaySpan days, bool effort, WorkPolicy policy)
    {
        var lines = new RestLines(facts, days, policy);
        var (from, to, least) = (days.First * WorkMinute.Day, (days.Last + 1) * WorkMinute.Day, policy.RestWays[0].Rest);
        var windows = new List<RestWindow>();
        foreach (var start in lines.Intended.Starts(from, to, least)) windows.Add(Planned(facts, lines, start.From, effort, policy));
        foreach (var start in lines.Both.Starts(from, to, least))
        {
            var end = lines.Both.RunEnd(start.From);
            // A shift that was begun a little early is the planned one's; so is what was planned and not done.
            if (!windows.Exists(w => w.Start >= start.From && w.Start <= end)) windows.Add(Unplanned(facts, lines, start.From, end, effort, policy));
        }
        windows.Sort((a, b) => a.Start.CompareTo(b.Start));
        return windows;
    }

    /// <summary>Whether level A has an effort to make: the year is expected to pass 720 h, or more than 6 of its months 45 h.</summary>
    public static bool Effort(DayTable expected, DateOnly agreementFrom, DateOnly on, RestEffort effort)
    {
        var year = AgreementPeriods.Year(agreementFrom, on);
        return expected.Sum(year).Beyond > effort.Year || AgreementPeriods.Months(agreementFrom, year).Count(m => expected.Sum(m).Beyond > effort.Month) > effort.Months;
    }

    static RestWindow Planned(WorkCase facts, RestLines lines, int start, bool effort, WorkPolicy policy)
    {
        var resident = Resident(facts, start);
        var force = Force(facts, start, effort, policy);
        RestWindow? best = null;
        RestWay? widest = null;
        foreach (var way in policy.RestWays)
        {
            if (!way.Open(resident, Night(lines.Intended, start, way))) continue;
            widest = way;
            if (Intrusion.Least(lines.Intended.Free(start, start + way.Within), way.Rest, lines.Worked, lines.Intended.Permitted) is not { } least) continue;
            if (best is not null && (best.Owed, best.Considered).CompareTo((least.Owed, least.Considered)) <= 0) continue;
            best = new RestWindow(start, way, Outcome(lines, least, resident), lines.Intended.Longest(start, start + way.Within), least.Owed, least.Considered, least.At, force);
        }
        return best ?? Missing(lines, start, widest!, force, policy);
    }

    static RestOutcome Outcome(RestLines lines, Intrusion least, bool resident) =>
        least.Owed == 0 ? RestOutcome.Kept
        : resident && Intrusion.Overlap(lines.Standby, least.At - 1, least.At) == 0 ? RestOutcome.NotOpen
        : RestOutcome.Owed;

    /// <summary>The plan leaves no such rest: a breach, unless one long task took it and it follows at once.</summary>
    static RestWindow Missing(RestLines lines, int start, RestWay way, FindingForce? force, WorkPolicy policy)
    {
        var longest = lines.Intended.Longest(start, start + way.Within);
        var task = lines.LongTasks.FirstOrDefault(t => t.From >= start && t.From < start + way.Within && t.Length > policy.LongTask);
        if (task.Length == 0) return new RestWindow(start, way, RestOutcome.NotPlanned, longest, 0, 0, start, force);
        var after = lines.Both.Longest(task.To, task.To + policy.RestWays[0].Rest);
        return new RestWindow(start, way, after >= policy.RestWays[0].Rest ? RestOutcome.GivenAtOnce : RestOutcome.NotGivenAtOnce, longest, 0, 0, task.To, force);
    }

    /// <summary>Work nobody planned, after full rest: it begins a window of its own, and what the window lacks is owed.</summary>
    static RestWindow Unplanned(WorkCase facts, RestLines lines, int start, int end, bool effort, WorkPolicy policy)
    {
        var (resident, force) = (Resident(facts, start), Force(facts, start, effort, policy));
        return policy.RestWays.Where(w => w.Open(resident, Night(lines.Both, start, w))).Select(way =>
        {
            var longest = lines.Both.Longest(start, start + way.Within);
            var owed = Math.Max(0, way.Rest - longest);
            return new RestWindow(start, way, owed > 0 ? RestOutcome.Owed : RestOutcome.Kept, longest, owed, 0, end, force);
        }).MinBy(w => w.Owed)!;
    }

    /// <summary>What a window is as a finding; none where rest was kept or nothing is asked.</summary>
    public static WorkFinding? Finding(RestWindow window, WorkPolicy policy)
    {
        if (window.Force is not { } force) return null;
        var (on, at) = (WorkMinute.DateOf(window.Start), window.Start);
        return window.Outcome switch
        {
            RestOutcome.NotPlanned => new WorkFinding(window.Way.Rule, force, on, "", at, window.Longest, window.Way.Rest),
            RestOutcome.NotGivenAtOnce => new WorkFinding(WorkRuleIds.LongTask, force, on, "", window.At, window.Longest, policy.RestWays[0].Rest),
            RestOutcome.NotOpen => new WorkFinding(WorkRuleIds.ResidentCompensatory, force, on, "", window.At, window.Owed, 0),
            _ when window.Considered > 0 => new WorkFinding(WorkRuleIds.CompensatoryPermitted, FindingForce.Consider, on, "", window.At, window.Considered, 0),
            _ => null,
        };
    }

    /// <summary>Starts of planned work that come sooner after the last duty than the employer's own interval allows.</summary>
    public static IEnumerable<WorkFinding> Intervals(WorkCase facts, DaySpan days, WorkPolicy policy)
    {
        var line = new RestLine(WorkTimelineRules.Line(WorkLines.Intended(facts)), policy.PermittedRest);
        foreach (var start in line.Starts(days.First * WorkMinute.Day, (days.Last + 1) * WorkMinute.Day, policy.RestWays[0].Rest))
        {
            for (var e = 0; e < facts.Employments.Count; e++)
            {
                var (employment, rest) = (facts.Employments[e], line.Before(start.From));
                if ((start.Employers & 1u << e) != 0 && rest < employment.IntervalMinutes)
                    yield return new WorkFinding(WorkRuleIds.RestInterval, FindingForce.OwnRule, WorkMinute.DateOf(start.From), employment.Workplace.Code, start.From, rest, employment.IntervalMinutes);
            }
        }
    }

    static bool Night(RestLine line, int start, RestWay way)
    {
        if (!way.AfterNight) return false;
        foreach (var work in line.WorksIn(start, start + way.Within))
        {
            if (work.Night && work.From >= start) return true;
        }
        return false;
    }

    static bool Resident(WorkCase facts, int start) => facts.Employments.Any(e => e.TermOn(WorkMinute.DateOf(start)) is { Level: WorkLevel.C1, Resident: true });

    static FindingForce? Force(WorkCase facts, int start, bool effort, WorkPolicy policy)
    {
        var on = WorkMinute.DateOf(start);
        if (facts.Employments.Any(e => policy.Levels[e.LevelOn(on)].RestDuty)) return FindingForce.Breach;
        return effort ? FindingForce.Effort : null;
    }
}
