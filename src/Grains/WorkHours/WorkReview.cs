namespace JmaActors.WorkHours;

/// <summary>Everything that can be said of a physician's hours on a date.</summary>
/// <param name="Hours">Month and year at every employment.</param>
/// <param name="Months">Each month that runs, once.</param>
/// <param name="Windows">Rest after the starts of work of the last and the running month.</param>
/// <param name="Compensatory">The ledger of compensatory rest.</param>
/// <param name="Forecasts">When thresholds will be reached.</param>
/// <param name="Findings">What is broken or due, the gravest first.</param>
public sealed record WorkReview(
    IReadOnlyList<HoursStanding> Hours, IReadOnlyList<MonthStanding> Months, IReadOnlyList<RestWindow> Windows, IReadOnlyList<CompensatoryRest> Compensatory,
    IReadOnlyList<Forecast> Forecasts, IReadOnlyList<WorkFinding> Findings);

/// <summary>Puts the rules together: from the records of a physician to all that follows from them.</summary>
public static class ReviewRules
{
    /// <summary>Months before this one whose rest is still looked at: compensatory rest falls due at the end of the next month.</summary>
    const int RestMonths = 2;

    /// <summary>Reviews a physician on the day judged at. Pure: the same facts in any order give the same review.</summary>
    public static WorkReview Of(WorkCase facts, WorkPolicy policy)
    {
        var on = WorkMinute.DateOf(facts.AsOf);
        var tables = Tables.Of(facts, new DaySpan(on.DayNumber, on.DayNumber), policy);
        return Of(facts, tables.Worked, tables.Expected, policy);
    }

    /// <summary>The same, of hours that were computed before.</summary>
    public static WorkReview Of(WorkCase facts, DayTable worked, DayTable expected, WorkPolicy policy)
    {
        var on = WorkMinute.DateOf(facts.AsOf);
        var (today, hours) = (on.DayNumber, LimitRules.Standings(facts.Employments, worked, on, policy));
        var special = hours.Any(h => h.Level != WorkLevel.A);
        var running = hours.Where(h => !h.Over).ToList();
        var months = running.Select(h => h.Month).Distinct().Select(m => InterviewRules.Month(facts, worked, expected, m, Previous(facts, m), special, policy)).ToList();
        var effort = facts.Employments.Any(e => e.HoldsOn(on) && RestRules.Effort(expected, e.AgreementFrom, on, policy.Effort));
        var recent = new DaySpan(new DateOnly(on.Year, on.Month, 1).AddMonths(-RestMonths).DayNumber, today);
        var windows = RestRules.Windows(facts, recent, effort, policy);
        var ledger = CompensationRules.Ledger(facts, windows, policy);
        var forecasts = months.SelectMany(m => ForecastRules.Month(worked, expected, m.Month, today, policy))
            .Concat(running.DistinctBy(h => h.Year).Select(h => ForecastRules.Year(worked, expected, h.Year, h.TotalLimit, today, policy))).ToList();
        var findings = LimitRules.Years(facts.Employments, worked, on, policy)
            .Concat(months.SelectMany(m => InterviewRules.Findings(m, policy)))
            .Concat(windows.Select(w => RestRules.Finding(w, policy)).OfType<WorkFinding>())
            .Concat(CompensationRules.Findings(ledger, facts.AsOf))
            .Concat(SetRules.Beside(facts, recent, worked, policy, planned: false));
        return new WorkReview(hours, months, windows, ledger, forecasts, Ordered(findings));
    }

    internal static IReadOnlyList<WorkFinding> Ordered(IEnumerable<WorkFinding> findings) =>
        [.. findings.OrderByDescending(f => f.Force).ThenBy(f => f.At).ThenBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Place, StringComparer.Ordinal).ThenBy(f => f.On)];

    internal static DaySpan Previous(WorkCase facts, DaySpan month) =>
        AgreementPeriods.Month(facts.Employments.First(e => AgreementPeriods.Month(e.AgreementFrom, month.From) == month).AgreementFrom, month.From.AddDays(-1));
}

/// <summary>The hours of the agreement years that days lie in, and of the month before them: as worked, and with the plan.</summary>
public sealed record Tables(DayTable Worked, DayTable Expected)
{
    /// <summary>Computes both from the records.</summary>
    public static Tables Of(WorkCase facts, DaySpan over, WorkPolicy policy)
    {
        var days = Days(facts.Employments, over);
        var worked = OvertimeRules.Days(facts.Employments, WorkLines.Worked(facts), facts.Shifts, days, policy);
        var expected = WorkLines.Expected(facts);
        // What is past is the same in both: only from the week that runs on is it counted again.
        var first = OvertimeRules.Moved(facts.Employments, expected, facts.AsOf, facts.AsOf, policy).First;
        if (first <= days.First) return new Tables(worked, OvertimeRules.Days(facts.Employments, expected, facts.Shifts, days, policy));
        var both = new DayTable(days, facts.Employments.Count);
        both.Replace(worked);
        if (first <= days.Last) both.Replace(OvertimeRules.Days(facts.Employments, expected, facts.Shifts, new DaySpan(first, days.Last), policy));
        return new Tables(worked, both);
    }

    /// <summary>With the plan alone, where what was worked is not asked about.</summary>
    public static DayTable ExpectedOf(WorkCase facts, DaySpan over, WorkPolicy policy) =>
        OvertimeRules.Days(facts.Employments, WorkLines.Expected(facts), facts.Shifts, Days(facts.Employments, over), policy);

    /// <summary>The days a review needs.</summary>
    public static DaySpan Days(IReadOnlyList<Employment> employments, DaySpan over)
    {
        var (first, last) = (over.First, over.Last);
        foreach (var e in employments)
        {
            var month = AgreementPeriods.Month(e.AgreementFrom, over.From);
            first = Math.Min(first, Math.Min(AgreementPeriods.Year(e.AgreementFrom, over.From).First, AgreementPeriods.Month(e.AgreementFrom, month.From.AddDays(-1)).First));
            last = Math.Max(last, AgreementPeriods.Year(e.AgreementFrom, over.To).Last);
        }
        return new DaySpan(first, last);
    }
}
