namespace JmaActors.WorkHours;

/// <summary>The lines rest is judged by: what was intended, what was worked, and both laid over each other.</summary>
sealed class RestLines
{
    /// <summary>Days read before and after those asked for: as far as a rest window and the longest record reach.</summary>
    const int Margin = 5;

    public RestLines(WorkCase facts, DaySpan days, WorkPolicy policy)
    {
        var (from, to) = ((days.First - Margin) * WorkMinute.Day, (days.Last + 1 + Margin) * WorkMinute.Day);
        var (intended, worked) = (WorkLines.Intended(facts, from, to), WorkLines.Worked(facts, from, to));
        Intended = new RestLine(WorkTimelineRules.Line(intended), policy.PermittedRest);
        Worked = new RestLine(WorkTimelineRules.Line(worked), policy.PermittedRest);
        Both = new RestLine(WorkTimelineRules.Line([.. intended, .. worked]), policy.PermittedRest);
        Standby = Merged(intended.Where(s => s.Kind is HoursKind.Standby or HoursKind.StandbyWork or HoursKind.PermittedDuty));
        LongTasks = [.. Tasks(intended.Concat(worked).Where(s => s.Marks.HasFlag(WorkMarks.LongTask)))];
    }

    public RestLine Intended { get; }

    public RestLine Worked { get; }

    public RestLine Both { get; }

    /// <summary>Planned on-call and duty, in order.</summary>
    public IReadOnlyList<(int From, int To)> Standby { get; }

    /// <summary>Single tasks expected to be long, each as a whole.</summary>
    public IReadOnlyList<WorkSpan> LongTasks { get; }

    static List<(int From, int To)> Merged(IEnumerable<WorkSpan> spans) => [.. Tasks(spans).Select(s => (s.From, s.To))];

    static IEnumerable<WorkSpan> Tasks(IEnumerable<WorkSpan> spans)
    {
        WorkSpan? held = null;
        foreach (var span in spans.OrderBy(s => s.From))
        {
            if (held is { } before && span.From <= before.To) held = before with { To = Math.Max(before.To, span.To) };
            else
            {
                if (held is { } done) yield return done;
                held = span;
            }
        }
        if (held is { } last) yield return last;
    }
}
