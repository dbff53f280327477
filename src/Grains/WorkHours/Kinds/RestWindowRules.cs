namespace JmaActors.WorkHours;

/// <summary>
/// Unbroken rest after each start of work, in one of the ways of a set. The plan must leave it; work inside it that nobody planned is owed. Where an employer plans
/// nothing, what was worked is the plan.
/// </summary>
public static class RestWindowRules
{
    /// <summary>Rest after every start of work in a span of days, in order.</summary>
    public static IReadOnlyList<RestWindow> Windows(WorkCase facts, RestLines lines, DaySpan days, RestTerms terms)
    {
        var (from, to) = (days.First * WorkMinute.Day, (days.Last + 1) * WorkMinute.Day);
        var windows = new List<RestWindow>();
        foreach (var start in lines.Intended.Starts(from, to, terms.Least)) windows.Add(Planned(facts, lines, start.From, terms));
        // They are in order: one that begins within a stretch is found from where the last search ended.
        var (planned, next) = (windows.Count, 0);
        foreach (var start in lines.Both.Starts(from, to, terms.Least))
        {
            var end = lines.Both.RunEnd(start.From);
            while (next < planned && windows[next].Start < start.From) next++;
            // A shift that was begun a little early is the planned one's; so is what was planned and not done.
            if (next >= planned || windows[next].Start > end) windows.Add(Unplanned(facts, lines, start.From, end, terms));
        }
        windows.Sort((a, b) => a.Start.CompareTo(b.Start));
        return windows;
    }

    /// <summary>What a window is as a finding; none where rest was kept or nothing is asked.</summary>
    public static WorkFinding? Finding(RestWindow window, RestTerms terms)
    {
        if (window.Force is not { } force) return null;
        WorkFinding Of(string rule, FindingForce weighs, int at, int minutes, int limit) => new(rule, weighs, WorkMinute.DateOf(window.Start), "", at, minutes, limit);
        return (window.Outcome, terms.Paid) switch
        {
            (RestOutcome.NotPlanned, _) => Of(window.Way.Rule, force, window.Start, window.Longest, window.Way.Rest),
            (RestOutcome.NotGivenAtOnce, { } names) => Of(names.AtOnce, force, window.At, window.Longest, terms.Least),
            (RestOutcome.NotOpen, { } names) => Of(names.NotOpen, force, window.At, window.Owed, 0),
            (_, { } names) => window.Considered > 0 ? Of(names.Considered, FindingForce.Consider, window.At, window.Considered, 0) : null,
            (RestOutcome.Kept or RestOutcome.GivenAtOnce, null) => null,
            _ => Of(window.Way.Rule, force, window.At, window.Way.Rest - window.Owed, window.Way.Rest),
        };
    }

    static RestWindow Planned(WorkCase facts, RestLines lines, int start, RestTerms terms)
    {
        var resident = facts.ResidentOn(WorkMinute.DateOf(start));
        RestWindow? best = null;
        RestWay? widest = null;
        foreach (var way in terms.Ways)
        {
            if (!way.Open(resident, Night(lines.Intended, start, way))) continue;
            widest = way;
            if (Intrusion.Least(lines.Intended.Free(start, start + way.Within), way.Rest, lines.Worked, lines.Intended.Permitted) is not { } least) continue;
            if (best is not null && (best.Owed, best.Considered).CompareTo((least.Owed, least.Considered)) <= 0) continue;
            var longest = lines.Intended.Longest(start, start + way.Within);
            best = new RestWindow(start, way, Outcome(lines, least, resident), longest, least.Owed, least.Considered, least.At, terms.Force(facts, way, start));
        }
        return best ?? Missing(facts, lines, start, widest ?? terms.Ways[0], terms);
    }

    static RestOutcome Outcome(RestLines lines, Intrusion least, bool resident) =>
        least.Owed == 0 ? RestOutcome.Kept
        : resident && Intrusion.Overlap(lines.Standby, least.At - 1, least.At) == 0 ? RestOutcome.NotOpen
        : RestOutcome.Owed;

    /// <summary>The plan leaves no such rest: a breach, unless one long task took it and it follows at once.</summary>
    static RestWindow Missing(WorkCase facts, RestLines lines, int start, RestWay way, RestTerms terms)
    {
        var (longest, force) = (lines.Intended.Longest(start, start + way.Within), terms.Force(facts, way, start));
        var task = lines.LongTasks.FirstOrDefault(t => t.From >= start && t.From < start + way.Within && t.Length > terms.LongTask);
        if (task.Length == 0) return new RestWindow(start, way, RestOutcome.NotPlanned, longest, 0, 0, start, force);
        var after = lines.Both.Longest(task.To, task.To + terms.Least);
        return new RestWindow(start, way, after >= terms.Least ? RestOutcome.GivenAtOnce : RestOutcome.NotGivenAtOnce, longest, 0, 0, task.To, force);
    }

    /// <summary>Work nobody planned, after full rest: it begins a window of its own, and what the window lacks is owed.</summary>
    static RestWindow Unplanned(WorkCase facts, RestLines lines, int start, int end, RestTerms terms)
    {
        var resident = facts.ResidentOn(WorkMinute.DateOf(start));
        RestWindow? best = null;
        foreach (var way in terms.Ways)
        {
            if (!way.Open(resident, Night(lines.Both, start, way))) continue;
            var longest = lines.Both.Longest(start, start + way.Within);
            var owed = Math.Max(0, way.Rest - longest);
            if (best is null || owed < best.Owed)
                best = new RestWindow(start, way, owed > 0 ? RestOutcome.Owed : RestOutcome.Kept, longest, owed, 0, end, terms.Force(facts, way, start));
        }
        return best ?? Missing(facts, lines, start, terms.Ways[0], terms);
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
}
