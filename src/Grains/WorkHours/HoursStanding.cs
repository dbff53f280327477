namespace JmaActors.WorkHours;

/// <summary>Where a physician stands at one employment: its agreement's month and year, over all employers and inside it.</summary>
/// <param name="TotalLimit">Minutes of the year over all employers.</param>
/// <param name="OwnLimit">Minutes of the year inside the institution.</param>
public sealed record HoursStanding(
    WorkplaceId Workplace, WorkLevel Level, DaySpan Month, HoursSum MonthSum, int OwnMonth, DaySpan Year, HoursSum YearSum, int OwnYear, int TotalLimit, int OwnLimit);

/// <summary>Limits of a year (rules <c>work.level.*</c>, <c>work.combined</c>).</summary>
public static class LimitRules
{
    /// <summary>Minutes of a year over all employers: A with A 960 h; any other level among them 1,860 h.</summary>
    public static int Total(IReadOnlyList<Employment> employments, DateOnly on, WorkPolicy policy)
    {
        var limit = policy.Levels[WorkLevel.A].Total;
        foreach (var e in employments) limit = Math.Max(limit, policy.Levels[e.LevelOn(on)].Total);
        return limit;
    }

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
                employment.Workplace, level, month, days.Sum(month), days.Own(e, month), year, days.Sum(year), days.Own(e, year), total, policy.Levels[level].Own);
        }
        return standings;
    }

    /// <summary>Years whose limit is passed: the total once for each agreement year, an institution's own where it is not the same thing.</summary>
    public static IEnumerable<WorkFinding> Years(IReadOnlyList<Employment> employments, DayTable days, DateOnly on, WorkPolicy policy)
    {
        var told = new HashSet<DaySpan>();
        foreach (var (e, standing) in Standings(employments, days, on, policy).Index())
        {
            if (standing.YearSum.Beyond > standing.TotalLimit && told.Add(standing.Year))
                yield return new WorkFinding(WorkRuleIds.Combined, FindingForce.Breach, standing.Year.From, "", Passed(standing.Year, d => days[d].Beyond, standing.TotalLimit), standing.YearSum.Beyond, standing.TotalLimit);
            if (standing.OwnYear > standing.OwnLimit)
                yield return new WorkFinding(
                    WorkRuleIds.Level(standing.Level), FindingForce.Breach, standing.Year.From, standing.Workplace.Code,
                    Passed(standing.Year, d => days.Own(e, new DaySpan(d, d)), standing.OwnLimit), standing.OwnYear, standing.OwnLimit);
        }
    }

    /// <summary>The minute the day begins on which a sum passes a limit.</summary>
    static int Passed(DaySpan over, Func<int, int> minutes, int limit)
    {
        var sum = 0;
        for (var day = over.First; day <= over.Last; day++)
        {
            sum += minutes(day);
            if (sum > limit) return day * WorkMinute.Day;
        }
        return (over.Last + 1) * WorkMinute.Day;
    }

    /// <summary>The first day of a span on which the sum reaches a number of minutes; null when it does not.</summary>
    public static int? Reached(DayTable days, DaySpan over, int minutes)
    {
        var sum = 0;
        for (var day = over.First; day <= over.Last; day++)
        {
            sum += days[day].Beyond;
            if (sum >= minutes) return day;
        }
        return null;
    }
}
