namespace JmaActors.WorkHours;

/// <summary>A stretch of recorded or planned time.</summary>
/// <param name="From">First civil minute (<see cref="WorkMinute"/>).</param>
/// <param name="To">The minute after the last.</param>
/// <param name="Employer">Place of the employment in <see cref="WorkCase.Employments"/>.</param>
public readonly record struct WorkSpan(int From, int To, HoursKind Kind, byte Employer, WorkMarks Marks = WorkMarks.None)
{
    /// <summary>Minutes.</summary>
    public int Length => To - From;

    /// <summary>Whether the time is counted as worked.</summary>
    public bool Counts => Kind switch
    {
        HoursKind.Scheduled or HoursKind.Overtime or HoursKind.HolidayWork or HoursKind.NightDuty or HoursKind.StandbyWork or HoursKind.StudyWork => true,
        HoursKind.Study => !Marks.HasFlag(WorkMarks.Confirmed),
        _ => false,
    };

    /// <summary>Order of a time line.</summary>
    public static int InOrder(WorkSpan a, WorkSpan b) => a.From != b.From ? a.From.CompareTo(b.From) : a.To.CompareTo(b.To);

    /// <summary>Puts spans in order. Mostly they are, and then looking is enough.</summary>
    public static void Order(List<WorkSpan> spans)
    {
        for (var i = 1; i < spans.Count; i++)
        {
            if (InOrder(spans[i - 1], spans[i]) <= 0) continue;
            spans.Sort(InOrder);
            return;
        }
    }
}

/// <summary>What a stretch of the time line is, all employers taken together.</summary>
public enum SegmentClass
{
    /// <summary>Worked, at one employer or more.</summary>
    Work,

    /// <summary>許可のある宿日直 without work in it.</summary>
    Permitted,

    /// <summary>休憩 within a shift.</summary>
    Break,
}

/// <summary>A stretch of the one time line over all employers; segments are in order and never overlap. What lies between them is free.</summary>
/// <param name="Employers">One bit for each employment at which it was worked.</param>
/// <param name="Night">Unpermitted night duty is among it.</param>
/// <param name="Holiday">Recorded as work on a statutory holiday.</param>
public readonly record struct Segment(int From, int To, SegmentClass Class, uint Employers, bool Night, bool Holiday)
{
    /// <summary>Minutes.</summary>
    public int Length => To - From;

    internal bool Continues(in Segment before) => before.To == From && before with { From = From, To = To } == this;
}
