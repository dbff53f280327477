using System.Text.Json.Serialization;

namespace JmaActors.WorkHours;

/// <summary>A workplace. Its rosters stand in the ledgers of its physicians.</summary>
public sealed class WorkplaceState
{
    public long Version { get; set; }

    /// <summary>Empty before it was described.</summary>
    public string Name { get; set; } = "";

    public string Association { get; set; } = "";

    public bool SmallClinic { get; set; }

    /// <summary>Null before there is a 36協定.</summary>
    public AgreementSet? Agreement { get; set; }

    public SortedSet<string> Departments { get; init; } = new(StringComparer.Ordinal);

    public List<LevelDesignated> Designations { get; init; } = [];

    public List<DutyPermit> Permits { get; init; } = [];

    public SortedDictionary<long, Physician> Physicians { get; init; } = [];

    /// <summary>Physicians by the workplace's own numbers; null before the first.</summary>
    public Dictionary<string, long>? Employees { get; set; }

    /// <summary>How attendance files were last read; null before the first.</summary>
    public AttendanceMapped? Attendance { get; set; }

    /// <summary>Keys of commands that were done, and the member they were about; 0 for none.</summary>
    public Dictionary<string, long> Done { get; init; } = new(StringComparer.Ordinal);

    [JsonIgnore]
    public bool Described => Name.Length > 0;

    /// <summary>The designation of a level on a date; null when there is none.</summary>
    public LevelDesignated? Designation(WorkLevel level, DateOnly on) => Designations.Find(d => d.Level == level && on >= d.From && (d.To is not { } to || on <= to));

    /// <summary>The number of a physician; empty for none.</summary>
    public string NumberOf(long member) => Employees?.FirstOrDefault(e => e.Value == member).Key ?? "";

    /// <summary>Gives a physician a number in the place of the one before.</summary>
    internal void Number(long member, string number)
    {
        Employees ??= new(StringComparer.Ordinal);
        if (NumberOf(member) is { Length: > 0 } before) Employees.Remove(before);
        if (number.Length > 0) Employees[number] = member;
    }

    /// <summary>What the workplace tells a physician's ledger.</summary>
    public EmploymentTerms Terms(Physician physician) => new(
        Agreement!.From, physician.Levels, SmallClinic, Agreement.Variable, Agreement.Holiday, Agreement.IntervalMinutes, Permits, Agreement.Rules, physician.Last);
}

/// <summary>A physician of the workplace.</summary>
/// <param name="Levels">In order of their dates.</param>
/// <param name="Last">The last day of work here; null when there is none.</param>
public sealed record Physician(string Department, IReadOnlyList<LevelTerm> Levels, DateOnly? Last = null)
{
    /// <summary>Whether she works here on a date.</summary>
    public bool WorksOn(DateOnly on) => Last is not { } last || on <= last;

    /// <summary>With another level from a date: what was before ends the day before it. Who begins again after the last day has none any more.</summary>
    public Physician With(string department, LevelTerm term) => new(department,
        [.. Levels.Where(l => l.From < term.From).Select(l => l.To is { } to && to < term.From ? l : l with { To = term.From.AddDays(-1) }), term], WorksOn(term.From) ? Last : null);

    /// <summary>The level on a date.</summary>
    public WorkLevel LevelOn(DateOnly on) => Levels.LastOrDefault(l => on >= l.From && (l.To is not { } to || on <= to))?.Level ?? WorkLevel.A;
}
