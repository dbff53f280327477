namespace JmaActors.WorkHours;

/// <summary>What a word of a roster must be to be taken.</summary>
public static class RosterRules
{
    /// <summary>Why a roster is refused; null when it is fit. Shifts begin within its days, have their own ids and end after they begin.</summary>
    public static Refusal? Refuse(DateOnly from, DateOnly to, IReadOnlyList<RosterShift> shifts)
    {
        if (!WorkMinute.Fits(from) || !WorkMinute.Fits(to) || to < from || to.DayNumber - from.DayNumber >= WorkHoursLimits.RosterDays) return Bad($"A roster covers 1 to {WorkHoursLimits.RosterDays} days.");
        if (shifts.Count > WorkHoursLimits.Shifts) return Bad($"A roster has at most {WorkHoursLimits.Shifts} shifts.");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var shift in shifts)
        {
            if (shift.Id is not { Length: > 0 and <= WorkHoursLimits.KeyLength } || !ids.Add(shift.Id)) return Bad("Each shift has an id of its own.");
            if (!Enum.IsDefined(shift.Kind) || shift.Department.Length > WorkHoursLimits.NameLength || shift.Post.Length > WorkHoursLimits.NameLength) return Bad("A shift has a kind, and short names.");
            if (!WorkMinute.Fits(shift.From) || !WorkMinute.Fits(shift.To)) return Bad("A shift begins on a day of its roster.");
            var (begin, end) = (WorkMinute.Of(shift.From), WorkMinute.UpTo(shift.To));
            if (end <= begin || end - begin > Longest) return Bad($"A shift ends after it begins, within {LongestDays} days.");
            if (WorkMinute.DateOf(begin) < from || WorkMinute.DateOf(begin) > to) return Bad("A shift begins on a day of its roster.");
        }
        return null;
    }

    /// <summary>Shifts as ledgers keep them, in order of their beginning.</summary>
    public static IReadOnlyList<HeldShift> Held(IReadOnlyList<RosterShift> shifts) =>
        [.. shifts.Select(s => new HeldShift(s.Id, s.Kind, WorkMinute.Of(s.From), WorkMinute.UpTo(s.To), s.Department, s.Post, s.Marks & WorkMarks.LongTask | s.Marks & WorkMarks.Confirmed))
            .OrderBy(s => s.From).ThenBy(s => s.Id, StringComparer.Ordinal)];

    const int LongestDays = 3;

    /// <summary>Minutes of the longest shift.</summary>
    internal const int Longest = LongestDays * WorkMinute.Day;

    static Refusal Bad(string detail) => new("bad-roster", "", detail);
}
