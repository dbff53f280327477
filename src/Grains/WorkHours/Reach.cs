namespace JmaActors.WorkHours;

/// <summary>How far unbroken work or break reaches over a minute, so that a part of a time line is read without cutting a shift.</summary>
static class Reach
{
    /// <summary>The first minute of what reaches over, or up to, a minute.</summary>
    public static int Back(IReadOnlyList<WorkSpan> spans, int minute)
    {
        for (var moved = true; moved;)
        {
            moved = false;
            for (var i = 0; i < spans.Count; i++)
            {
                if (!Carries(spans[i]) || spans[i].From >= minute || spans[i].To < minute) continue;
                (minute, moved) = (spans[i].From, true);
            }
        }
        return minute;
    }

    /// <summary>The end of what reaches over, or begins at, a minute.</summary>
    public static int On(IReadOnlyList<WorkSpan> spans, int minute)
    {
        for (var moved = true; moved;)
        {
            moved = false;
            for (var i = 0; i < spans.Count; i++)
            {
                if (!Carries(spans[i]) || spans[i].To <= minute || spans[i].From > minute) continue;
                (minute, moved) = (spans[i].To, true);
            }
        }
        return minute;
    }

    static bool Carries(in WorkSpan span) => span.Counts || span.Kind == HoursKind.Break;
}
