namespace JmaActors.WorkHours;

/// <summary>
/// Hours of several records as those of the one physician they are. Nothing counts twice: time is laid on one line, and what two records say in the same words stands once. Keys that callers
/// chose may be alike by chance; then the other record's is told apart. Pure.
/// </summary>
sealed class HoursUnion
{
    readonly Dictionary<string, (long Of, string Key)> origins = new(StringComparer.Ordinal);

    public WorkHoursState State { get; } = new();

    public (long Of, string Key)? OriginOf(string key) => origins.TryGetValue(key, out var origin) ? origin : null;

    public static HoursUnion Of(WorkHoursState own)
    {
        var union = new HoursUnion();
        var whole = union.State;
        whole.Version = own.Version;
        whole.Employments.AddRange(own.Employments);
        whole.Shifts.AddRange(own.Shifts);
        foreach (var record in own.Records) whole.Put(record);
        whole.Checks = own.Checks is null ? null : [.. own.Checks];
        whole.Measures = own.Measures is null ? null : [.. own.Measures];
        foreach (var (of, held) in own.Held!.OrderBy(h => h.Key)) union.Add(of, held.State);
        whole.Shifts.Sort((a, b) => a.Shift.From.CompareTo(b.Shift.From));
        return union;
    }

    void Add(long of, WorkHoursState held)
    {
        foreach (var employment in held.Employments) Add(employment);
        var planned = State.Shifts.Select(s => (s.Workplace, s.Shift.Id)).ToHashSet();
        State.Shifts.AddRange(held.Shifts.Where(s => !planned.Contains((s.Workplace, s.Shift.Id))));
        // A correction and what it corrects may be told in two parts: the one that is not here yet has its name already.
        var shown = held.Records.SelectMany(r => new[] { r.Key, r.CorrectedBy, r.Corrects }).OfType<string>().Distinct()
            .ToDictionary(key => key, key => State.Find(key) is null ? key : $"{key}@{of}", StringComparer.Ordinal);
        foreach (var record in held.Records)
        {
            if (State.Find(record.Key) is { } same && Same(same, record)) continue;
            origins[shown[record.Key]] = (of, record.Key);
            State.Put(record.As(shown));
        }
        if (held.Checks is { } checks) State.Checks = [.. State.Checks ?? [], .. checks];
        if (held.Measures is { } measures) State.Measures = [.. State.Measures ?? [], .. measures];
    }

    /// <summary>Of one workplace its own word stands before the physician's.</summary>
    void Add(HeldEmployment employment)
    {
        var at = State.Place(employment.Workplace);
        if (at < 0 && State.Employments.Count < WorkCase.EmploymentsMost) State.Employments.Add(employment);
        else if (at >= 0 && State.Employments[at].Reported && !employment.Reported) State.Employments[at] = employment;
    }

    static bool Same(WorkRecord one, WorkRecord other) =>
        (one.Workplace, one.Kind, one.From, one.To, one.Stands) == (other.Workplace, other.Kind, other.From, other.To, other.Stands) && one is { CorrectedBy: null, Corrects: null } && other is { CorrectedBy: null, Corrects: null };
}
