using System.Text.Json.Serialization;

namespace JmaActors.WorkHours;

/// <summary>A physician's records, plan and employments. Hours are never kept: they follow from these each time.</summary>
public sealed class WorkHoursState : IJsonOnDeserialized
{
    /// <summary>The ledger's version.</summary>
    public long Version { get; set; }

    /// <summary>Employments, in the order they became known: records name them by place.</summary>
    public List<HeldEmployment> Employments { get; init; } = [];

    /// <summary>Records in order of their beginning, also those that no longer stand.</summary>
    public List<WorkRecord> Records { get; init; } = [];

    /// <summary>Planned shifts in order of their beginning.</summary>
    public List<PlannedShift> Shifts { get; init; } = [];

    /// <summary>When sleep and fatigue were checked, and whether there was a sign.</summary>
    public List<HeldCheck>? Checks { get; set; }

    /// <summary>Interviews held and hours cut.</summary>
    public List<HealthMeasure>? Measures { get; set; }

    /// <summary>Keys of commands that made no record of their own, and what they were about.</summary>
    public Dictionary<string, string> Done { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Where the hours count instead of here; null when they count here.</summary>
    public HoursAway? Away { get; set; }

    /// <summary>Hours of other records of the same physician, by member number; null when there are none.</summary>
    public Dictionary<long, HeldHours>? Held { get; set; }

    /// <summary>Names of merges that are over: what is said of them later changes nothing.</summary>
    public HashSet<string>? Ended { get; set; }

    /// <summary>The physician's hours, what other records lent among them.</summary>
    [JsonIgnore]
    public WorkHoursState Whole => Held is null || Held.Count == 0 ? this : (union ??= HoursUnion.Of(this)).State;

    /// <summary>What counts here: nothing once it counts elsewhere.</summary>
    [JsonIgnore]
    public WorkHoursState Counting => Away is null ? Whole : new WorkHoursState { Version = Version };

    /// <summary>Workplaces of hours that were given back: rows that may stand there go.</summary>
    [JsonIgnore]
    public HashSet<string>? Left { get; set; }

    HoursUnion? union;

    /// <summary>Where a record shown here is kept, when it is another record's.</summary>
    public (long Of, string Key)? OriginOf(string key) => key is not null && !ReferenceEquals(Whole, this) ? union!.OriginOf(key) : null;

    internal void Changed() => union = null;

    /// <summary>Thresholds that were told, by their key, with the number of the day each is about.</summary>
    public Dictionary<string, int>? Crossed { get; set; }

    /// <summary>Whether a crossing was told, here or by a record that lent its hours.</summary>
    public bool Told(string key) => Crossed?.ContainsKey(key) == true || (Held is not null && Held.Values.Any(h => h.State.Told(key)));

    /// <summary>Crossings not told yet, as the newest event found them; what is told is decided once that event is durable. The rows say so too (<see cref="WorkHoursRow.Untold"/>): the daily look finds what a restart forgot.</summary>
    [JsonIgnore]
    public bool Untold { get; set; }

    readonly Dictionary<string, WorkRecord> byKey = new(StringComparer.Ordinal);

    /// <summary>Records whose end is not known: the few that run, and what was withdrawn before it ended.</summary>
    readonly List<WorkRecord> begun = [];

    /// <summary>The record under a key; null when there is none.</summary>
    public WorkRecord? Find(string? key) => key is null ? null : byKey.GetValueOrDefault(key);

    /// <summary>Whether a command with this key was done.</summary>
    public bool Knows(string key) => byKey.ContainsKey(key) || Done.ContainsKey(key);

    /// <summary>The record a command with this key made, or was about; null when there is none.</summary>
    public WorkRecord? About(string key) => Find(key) ?? (Done.TryGetValue(key, out var record) ? Find(record) : null);

    /// <summary>What runs, at any workplace.</summary>
    [JsonIgnore]
    public IEnumerable<WorkRecord> Running => begun.Where(r => r is { To: null, Stands: true });

    /// <summary>What runs at a workplace; null when nothing does.</summary>
    public WorkRecord? Open(string workplace)
    {
        foreach (var record in begun)
        {
            if (record is { To: null, Stands: true } && record.Workplace == workplace) return record;
        }
        return null;
    }

    /// <summary>Index of the first record that begins at a minute or after it.</summary>
    public int FirstRecord(int minute) => First(Records, minute, static r => r.From);

    /// <summary>Index of the first planned shift that begins at a minute or after it.</summary>
    public int FirstShift(int minute) => First(Shifts, minute, static s => s.Shift.From);

    static int First<T>(List<T> sorted, int minute, Func<T, int> from)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (from(sorted[middle]) >= minute) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /// <summary>Place of an employment; -1 when the workplace is not known.</summary>
    public int Place(string workplace) => Employments.FindIndex(e => e.Workplace == workplace);

    /// <summary>Whether the physician works, or worked, at a workplace on the day of an instant.</summary>
    public bool WorksAt(string workplace, DateTimeOffset at) =>
        Place(workplace) is var place and >= 0 && (Employments[place].Terms.Last is not { } last || at < WorkMinute.Instant(WorkMinute.Of(last) + WorkMinute.Day));

    /// <summary>What is planned after the last day of an employment is planned no more.</summary>
    internal void DropShiftsAfterLast()
    {
        foreach (var employment in Employments)
        {
            if (employment.Terms.Last is { } last) Shifts.RemoveAll(s => s.Workplace == employment.Workplace && s.Shift.From >= WorkMinute.Of(last) + WorkMinute.Day);
        }
    }

    /// <summary>Puts a record in the place of the one with its key.</summary>
    internal void Replace(WorkRecord record)
    {
        if (byKey.Remove(record.Key, out var before))
        {
            Records.Remove(before);
            begun.Remove(before);
        }
        Put(record);
    }

    internal void Put(WorkRecord record)
    {
        Know(record);
        var at = Records.Count;
        while (at > 0 && Records[at - 1].From > record.From) at--;
        Records.Insert(at, record);
    }

    /// <inheritdoc />
    public void OnDeserialized()
    {
        foreach (var record in Records) Know(record);
    }

    internal void End(WorkRecord record, int to)
    {
        record.To = to;
        begun.Remove(record);
    }

    void Know(WorkRecord record)
    {
        byKey.Add(record.Key, record);
        if (record.To is null) begun.Add(record);
    }
}

/// <summary>An employment and where it is.</summary>
public sealed record HeldEmployment(string Workplace, EmploymentTerms Terms, bool Reported, string Name = "")
{
    /// <summary>Whether it is not over on a date.</summary>
    public bool HoldsOn(DateOnly on) => Terms.Last is not { } last || on <= last;
}

/// <summary>A planned shift and where it is.</summary>
public sealed record PlannedShift(string Workplace, HeldShift Shift);

/// <summary>A check of sleep and fatigue.</summary>
public sealed record HeldCheck(int At, bool Sign);

/// <summary>A record of work. One object a record: what stands changes, what was recorded does not.</summary>
public sealed class WorkRecord
{
    public required string Key { get; init; }

    public required string Workplace { get; init; }

    public required HoursKind Kind { get; init; }

    public required int From { get; init; }

    /// <summary>Null while it runs.</summary>
    public int? To { get; set; }

    public WorkSource Source { get; init; }

    public string Department { get; init; } = "";

    public string Post { get; init; } = "";

    public WorkMarks Marks { get; init; }

    public string? Shift { get; init; }

    /// <summary>Why it came late, was corrected or withdrawn.</summary>
    public string Reason { get; set; } = "";

    public string? CorrectedBy { get; set; }

    public string? Corrects { get; init; }

    public bool Withdrawn { get; set; }

    /// <summary>The same under other keys.</summary>
    internal WorkRecord As(Dictionary<string, string> keys) => new()
    {
        Key = keys[Key], Workplace = Workplace, Kind = Kind, From = From, To = To, Source = Source, Department = Department, Post = Post, Marks = Marks, Shift = Shift, Reason = Reason, Withdrawn = Withdrawn,
        CorrectedBy = CorrectedBy is { } by ? keys[by] : null, Corrects = Corrects is { } wrong ? keys[wrong] : null,
    };

    /// <summary>Whether it counts.</summary>
    [JsonIgnore]
    public bool Stands => CorrectedBy is null && !Withdrawn;
}

/// <summary>Where hours count instead.</summary>
public sealed record HoursAway(string Merge, long To);

/// <summary>Hours of another record of the same physician.</summary>
/// <param name="Merge">Name of the merge that brought them.</param>
public sealed record HeldHours(string Merge, WorkHoursState State);
