using JmaActors.Journal;

namespace JmaActors.WorkHours;

/// <summary>All that a ledger of hours has to tell the record it is merged into, cut into words none of which is larger than an event may be. Pure.</summary>
static class HoursWords
{
    /// <summary>Bytes of one word at most; what belongs to no item of it fits beside.</summary>
    const int Room = JournalLimits.EventBytes * 3 / 4;

    /// <summary>Bytes of an item beside its texts, and of a character of them where it is written the longest way.</summary>
    const int Item = 400, Character = 6;

    /// <summary>The words in order; the first begins the merge.</summary>
    public static IEnumerable<HoursHeld> All(WorkHoursState state, string merge, long of)
    {
        var none = new HoursHeld(merge, of, false, [], More: true);
        yield return none with { First = true };
        foreach (var part in Cut(state.Employments, static e => Size(e))) yield return none with { Employments = part };
        foreach (var part in Cut(state.Checks ?? [], static _ => Item)) yield return none with { Checks = part };
        foreach (var part in Cut(state.Measures ?? [], static m => Item + Character * (m.Workplace.Length + (m.PassedTo?.Count ?? 0) * (WorkplaceId.Length + 3)))) yield return none with { Measures = part };
        foreach (var part in Cut(state.Crossed?.ToList() ?? [], static c => Item + Character * c.Key.Length)) yield return none with { Crossed = part.ToDictionary(StringComparer.Ordinal) };
        foreach (var part in Cut(state.Records, Size)) yield return none with { Records = part };
        foreach (var part in Cut(state.Shifts, static s => Item + Character * (s.Workplace.Length + s.Shift.Id.Length + s.Shift.Department.Length + s.Shift.Post.Length))) yield return none with { Shifts = part };
    }

    static int Size(HeldEmployment e) => Item * (1 + e.Terms.Levels.Count) + Character * (e.Workplace.Length + e.Name.Length) + (e.Terms.Permits ?? []).Sum(p => Item + Character * (p.Department.Length + p.Post.Length));

    static int Size(WorkRecord r) => Item + Character * (r.Key.Length + r.Workplace.Length + r.Department.Length + r.Post.Length + (r.Shift?.Length ?? 0) + r.Reason.Length + (r.CorrectedBy?.Length ?? 0) + (r.Corrects?.Length ?? 0));

    /// <summary>Runs of items that fit together. One that does not fit by itself, which its own event would not have either, stands alone.</summary>
    static IEnumerable<List<T>> Cut<T>(IReadOnlyList<T> items, Func<T, int> size)
    {
        var (part, room) = (new List<T>(), Room);
        foreach (var item in items)
        {
            if (part.Count > 0 && size(item) > room)
            {
                yield return part;
                (part, room) = ([], Room);
            }
            part.Add(item);
            room -= size(item);
        }
        if (part.Count > 0) yield return part;
    }
}
