namespace JmaActors.WorkHours;

/// <summary>Where a physician stands at one employment: its agreement's month and year, over all employers and inside it.</summary>
/// <param name="TotalLimit">Minutes of the year over all employers.</param>
/// <param name="OwnLimit">Minutes of the year inside the institution.</param>
public sealed record HoursStanding(
    WorkplaceId Workplace, WorkLevel Level, DaySpan Month, HoursSum MonthSum, int OwnMonth, DaySpan Year, HoursSum YearSum, int OwnYear, int TotalLimit, int OwnLimit)
{
    /// <summary>The employment's last day is past: the month and the year are not its any more.</summary>
    public bool Over { get; init; }
}

/// <summary>Limits of a year (rules <c>work.level.*</c>, <c>work.combined</c>).</summary>
public static class LimitRules
{
    /// <summary>Minutes of a year over all employers: A with A 960 h; any other level among them 1,860 h.</summary>
    public static int Total(IReadOnlyList<Employment> employments, DateOnly on, WorkPolicy policy) => SumRules.Total(employments, on, policy.Levels);

    /// <summary>The years and months a date lies in, at every employment.</summary>
    public static IReadOnlyList<HoursStanding> Standings(IReadOnlyList<Employment> employments, DayTable days, DateOnly on, WorkPolicy policy)
    {
        var total = Total(employments, on, policy);
        var standings = new HoursStanding[employments.Count];
        for (var e = 0; e < standings.Length; e++)
        {
            var employment = employments[e];
            var (month, year) = (AgreementPeriods.Month(employment.AgreementFrom, on), AgreementPeriods.Year(employment.AgreementFrom, on));
            var level = employment.LevelOn(on);
            standings[e] = new HoursStanding(
                employment.Workplace, level, month, days.Sum(month), days.Own(e, month), year, days.Sum(year), days.Own(e, year), total, policy.Levels[level].Own)
            {
                Over = !employment.HoldsOn(on),
            };
        }
        return standings;
    }

    /// <summary>Years whose limit is passed: the total once for each agreement year, an institution's own where it is not the same thing.</summary>
    public static IEnumerable<WorkFinding> Years(IReadOnlyList<Employment> employments, DayTable days, DateOnly on, WorkPolicy policy)
    {
        var facts = new WorkCase { Employments = employments, Records = [], AsOf = WorkMinute.Of(on) };
        var basis = new HoursBasis(facts, new DaySpan(on.DayNumber, on.DayNumber), policy.Law, days, policy.Rest(effort: false), planned: false);
        foreach (var rule in policy.Law.Rules)
        {
            if (rule is not SumRule { Over: SumOver.AgreementYear } year) continue;
            foreach (var finding in SumRules.Findings(year, basis)) yield return finding;
        }
    }

    /// <summary>The first day of a span on which the sum reaches a number of minutes; null when it does not.</summary>
    public static int? Reached(DayTable days, DaySpan over, int minutes) => SumRules.Reached(days, over, minutes);
}
