namespace JmaActors.WorkHours;

/// <summary>One way in which rest is given: so long, unbroken, within so long from the start of work. One of the ways of a set is enough.</summary>
/// <param name="Within">Minutes from the start of work.</param>
/// <param name="Rest">Minutes of unbroken rest.</param>
/// <param name="Residents">Open to 臨床研修医 (true), to all others (false), or to everybody (null).</param>
/// <param name="AfterNight">Only where unpermitted night duty was done.</param>
public sealed record RestWay(string Rule, FindingForce? Force, int Within, int Rest, bool? Residents, bool AfterNight) : HoursRule(Rule, Force)
{
    /// <summary>Whether it is open to a physician.</summary>
    public bool Open(bool resident, bool night) => (Residents is not { } only || only == resident) && (!AfterNight || night);
}

/// <summary>What rest is judged by beside its ways.</summary>
/// <param name="Ways">The shortest first. Work after at least that much rest begins a window.</param>
/// <param name="PermittedRest">Unbroken permitted duty of so many minutes is rest.</param>
/// <param name="LongTask">A single task longer than this may take rest that then follows at once.</param>
/// <param name="LongestRecord">Minutes of the longest record there is.</param>
/// <param name="Levels">What each level makes of it, where the way itself does not say.</param>
/// <param name="Effort">Whether there is an effort to make where rest is no duty.</param>
/// <param name="Paid">Names of what follows where rest that was worked into is paid for otherwise; null where it is not: then each is a finding of its way.</param>
public sealed record RestTerms(
    IReadOnlyList<RestWay> Ways, int PermittedRest, int LongTask, int LongestRecord, IReadOnlyDictionary<WorkLevel, LevelLimits> Levels, bool Effort, RestNames? Paid)
{
    /// <summary>Days around those asked for that must be read: a window and a record reach so far.</summary>
    public int Reach
    {
        get
        {
            var longest = 0;
            for (var i = 0; i < Ways.Count; i++) longest = Math.Max(longest, Ways[i].Within);
            return (longest + LongestRecord) / WorkMinute.Day + 1;
        }
    }

    /// <summary>The shortest rest there is.</summary>
    public int Least => Ways[0].Rest;

    /// <summary>What a way is for a physician on the day work began; null where it is nothing.</summary>
    public FindingForce? Force(WorkCase facts, RestWay way, int start)
    {
        if (way.Force is not null) return way.Force;
        var on = WorkMinute.DateOf(start);
        foreach (var e in facts.Employments)
        {
            if (Levels[e.LevelOn(on)].RestDuty) return FindingForce.Breach;
        }
        return Effort ? FindingForce.Effort : null;
    }
}

/// <summary>Ids of the rules that tell of rest which was not simply missing.</summary>
/// <param name="AtOnce">A long task took it, and it did not follow at once.</param>
/// <param name="NotOpen">It was worked into in a way that may not be paid for.</param>
/// <param name="Considered">It was worked into in permitted duty.</param>
public sealed record RestNames(string AtOnce, string NotOpen, string Considered);
