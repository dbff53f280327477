namespace JmaActors.WorkHours;

/// <summary>Finds the planned shift behind a record.</summary>
static class WorkShifts
{
    /// <summary>The shift of a workplace a clock-in at a minute belongs to: one that runs, or begins soon.</summary>
    public static HeldShift? Of(WorkHoursState state, string workplace, int from) => Of(state, workplace, from, from + 1, null);

    /// <summary>The shift a stretch of time belongs to: the one named, else the one it shares most time with.</summary>
    public static HeldShift? Of(WorkHoursState state, string workplace, int from, int to, string? named)
    {
        var early = (int)WorkHoursLimits.ShiftEarly.TotalMinutes;
        HeldShift? best = null;
        var most = 0;
        // None is longer than the roster takes, so that what reaches the stretch begins near it; one that is named may lie anywhere.
        for (var i = named is null ? state.FirstShift(from - RosterRules.Longest) : 0; i < state.Shifts.Count; i++)
        {
            var (where, shift) = state.Shifts[i];
            if (named is null && shift.From >= to + early) break;
            if (where != workplace || shift.Kind is HoursKind.Break or HoursKind.Leave or HoursKind.CompensatoryRest) continue;
            if (named is not null && shift.Id == named) return shift;
            var shared = Math.Min(to, shift.To) - Math.Max(from, shift.From - early);
            if (named is null && shared > most) (best, most) = (shift, shared);
        }
        return best;
    }

    /// <summary>
    /// The marks of a record: whether a plan stands behind it is not the sender's to say. Where an employer plans, what it did not plan was not foreseen.
    /// </summary>
    public static WorkMarks Marked(WorkHoursState state, string workplace, int from, WorkMarks marks, HeldShift? shift)
    {
        if (shift is not null) return (marks & ~WorkMarks.Unforeseen) | WorkMarks.Rostered;
        return Plans(state, workplace, from) ? (marks & ~WorkMarks.Rostered) | WorkMarks.Unforeseen : marks & ~WorkMarks.Rostered;
    }

    static bool Plans(WorkHoursState state, string workplace, int from)
    {
        for (var i = state.FirstShift(from - PlannedNear * WorkMinute.Day + 1); i < state.Shifts.Count && state.Shifts[i].Shift.From < from + PlannedNear * WorkMinute.Day; i++)
        {
            if (state.Shifts[i].Workplace == workplace) return true;
        }
        return false;
    }

    /// <summary>Days around a record in which a planned shift shows that the employer plans.</summary>
    const int PlannedNear = 7;
}
