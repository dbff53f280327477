namespace JmaActors.WorkHours;

/// <summary>
/// What of a physician's hours a workplace's people see: what was worked and planned at the workplace, and of other employers' hours only what all of them come to. Whoever
/// else may see the hours sees all of them. Pure.
/// </summary>
static class HoursSight
{
    /// <summary>The workplace whose people the caller is one of; null for whoever sees the whole.</summary>
    public static WorkplaceId? Of(Caller caller) => caller.Role is CallerRole.Workplace or CallerRole.Interviewer ? new WorkplaceId(caller.Scope) : null;

    /// <summary>Whether something about a place, or about all of them (empty), is for a workplace to see.</summary>
    public static bool Tells(string place, string at) => place.Length == 0 || place == at;

    public static WorkHoursView View(WorkHoursView whole, HoursReading reading, WorkplaceId? at)
    {
        if (at is not { } own) return whole;
        var spans = Spans(reading, own);
        return whole with
        {
            Employments = [.. whole.Employments.Where(e => e.Workplace == own)],
            Months = [.. whole.Months.Where(m => spans.Contains((m.From, m.To)))],
            Compensatory = [.. whole.Compensatory.Select(c => c with { Start = Moment(reading.State, own, c.Start), At = Moment(reading.State, own, c.At) })],
            Forecasts = [.. whole.Forecasts.Where(f => spans.Contains((f.From, f.To)))],
            Findings = Findings(whole.Findings, reading.State, own),
            Open = [.. whole.Open.Where(o => o.Workplace == own)],
        };
    }

    public static MemberHoursPicture Picture(MemberHoursPicture whole, HoursReading reading, WorkplaceId? at)
    {
        if (at is not { } own) return whole;
        var spans = Spans(reading, own);
        return whole with { View = View(whole.View, reading, own), Next = reading.Next(own), Curves = [.. whole.Curves.Where(c => spans.Contains((c.From, c.To)))] };
    }

    /// <param name="tried">Shifts at the workplace that are not planned yet.</param>
    public static IReadOnlyList<HoursFinding> Findings(IReadOnlyList<HoursFinding> findings, WorkHoursState state, WorkplaceId? at, IReadOnlyList<HeldShift>? tried = null) => at is not { } own ? findings :
        [.. findings.Where(f => f.Workplace is null || f.Workplace == own).Select(f => f.Workplace is null ? f with { At = Moment(state, own, f.At, tried) } : f)];

    /// <summary>The running month and year of the workplace's agreement: of another's also their days are not its to know.</summary>
    static HashSet<(DateOnly From, DateOnly To)> Spans(HoursReading reading, WorkplaceId own) =>
        [.. reading.Review.Hours.Where(h => h.Workplace == own).SelectMany(h => new[] { (h.Month.From, h.Month.To), (h.Year.From, h.Year.To) })];

    /// <summary>To the minute where there was or is to be work at the workplace then; otherwise the day alone.</summary>
    static DateTimeOffset Moment(WorkHoursState state, WorkplaceId own, DateTimeOffset at, IReadOnlyList<HeldShift>? tried = null)
    {
        var minute = WorkMinute.Of(at);
        var here = state.Records.Any(r => r.Workplace == own.Code && r.Stands && r.From <= minute && !(r.To < minute))
            || state.Shifts.Any(s => s.Workplace == own.Code && s.Shift.From <= minute && s.Shift.To >= minute)
            || tried?.Any(s => s.From <= minute && s.To >= minute) is true;
        return here ? at : WorkMinute.Instant(WorkMinute.DayOf(minute) * WorkMinute.Day);
    }
}
