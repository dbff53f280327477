namespace JmaActors.WorkHours;

/// <summary>The lines rest is judged by: what was intended, what was worked, and both laid over each other.</summary>
public sealed class RestLines
{
    /// <param name="days">The days asked for. As far as a rest window and the longest record reach is read before and after them.</param>
    public RestLines(WorkCase facts, DaySpan days, RestTerms terms)
    {
        var (from, to) = ((days.First - terms.Reach) * WorkMinute.Day, (days.Last + 1 + terms.Reach) * WorkMinute.Day);
        var (intended, worked) = (WorkLines.Intended(facts, from, to), WorkLines.Worked(facts, from, to));
        Intended = new RestLine(WorkTimelineRules.Line(intended), terms.PermittedRest);
        Worked = new RestLine(WorkTimelineRules.Line(worked), terms.PermittedRest);
        Both = new RestLine(WorkTimelineRules.Line([.. intended, .. worked]), terms.PermittedRest);
        Standby = Merged(intended.Where(s => s.Kind is HoursKind.Standby or HoursKind.StandbyWork or HoursKind.PermittedDuty));
        LongTasks = [.. Tasks(intended.Concat(worked).Where(s => s.Marks.HasFlag(WorkMarks.LongTask)))];
    }

    /// <summary>What was meant to be worked.</summary>
    public RestLine Intended { get; }

    /// <summary>What was worked.</summary>
    public RestLine Worked { get; }

    /// <summary>Both laid over each other.</summary>
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
