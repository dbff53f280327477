using System.Globalization;
using JmaActors.Interviews;

namespace JmaActors.WorkHours;

/// <summary>A physician's rows of duty lists, one for each employment: everything the rules say, put into columns.</summary>
static class WorkHoursRows
{
    /// <summary>Places of the thresholds in <see cref="WorkHoursRow.ReachedBy"/>.</summary>
    const int Fatigue = 0, Limit = 1, Measures = 2, Year = 3;

    /// <summary>None for an employer the physician told of herself: it does not use this system, and by being told of sees nothing.</summary>
    public static IReadOnlyList<WorkHoursRow> Of(long member, HoursReading reading, DateTimeOffset recorded)
    {
        var (state, asOf, facts, tables, review, policy) = reading;
        if (state.Employments.All(e => e.Reported)) return [];
        var open = review.Compensatory.Where(c => c.Taken < c.Owed).ToList();
        var running = state.Running.Any();
        var (last, rest) = running ? (null, null) : (WorkHoursViews.LastOut(state, asOf), RestNowRules.Of(facts, policy));
        var rows = new List<WorkHoursRow>(review.Hours.Count);
        foreach (var (i, hours) in review.Hours.Index())
        {
            if (state.Employments[i].Reported || hours.Over) continue;
            var on = state.Open(state.Employments[i].Workplace);
            var worst = review.Findings.FirstOrDefault(f => HoursSight.Tells(f.Place, hours.Workplace.Code));
            var month = review.Months.First(m => m.Month == hours.Month);
            var need = NeedAt(facts, review, hours, month, tables, policy);
            var row = new WorkHoursRow(
                member, hours.Workplace.Code, (int)hours.Level, on is null ? null : WorkMinute.Instant(on.From).ToUniversalTime(), (int)(on?.Kind ?? 0), last, hours.Month.From, hours.MonthSum.Beyond,
                month.ExpectedMinutes, (int)month.Outcome, hours.Year.From, hours.YearSum.Beyond, hours.TotalLimit, hours.OwnYear, hours.OwnLimit, open.Sum(c => c.Owed - c.Taken),
                open.Count == 0 ? null : open.Min(c => c.Due), worst is null ? -1 : (int)worst.Force, worst?.Rule ?? "", recorded, state.Version, state.Version, Utc(rest?.Until))
            {
                Need = (int)(need?.Need ?? InterviewNeed.None),
                NeedDue = need?.Due,
                CutDue = need?.CutDue ?? false,
                Months = Months(state.Employments[i].Terms.AgreementFrom, hours.Year, asOf, tables.Worked),
            };
            rows.Add(Reaching(row, review.Forecasts, hours));
        }
        return rows;
    }

    /// <summary>The row as the contract has it.</summary>
    public static DutyLine Line(WorkHoursRow r) => new(
        new MemberId(r.MemberId), (WorkLevel)r.Level, r.OnSince, r.OnKind > 0 ? (HoursKind)r.OnKind : null, r.LastOut, r.Month, r.MonthExpected, (MonthOutcome)r.MonthOutcome, r.YearTotal, r.TotalLimit, r.YearOwn,
        r.OwnLimit, r.RestOpen, r.RestDue, r.Force < 0 ? null : (FindingForce)r.Force, r.Rule, r.AsOf, r.RestUntil, ReachBits.Of(r.Fatigue, r.ReachedBy, Fatigue),
        ReachBits.Of(r.Limit, r.ReachedBy, Limit), ReachBits.Of(r.Measures, r.ReachedBy, Measures), ReachBits.Of(r.Year, r.ReachedBy, Year), r.MonthFrom, r.YearFrom, r.Version, r.Told ?? r.Version);

    /// <summary>What the month asks of this employer. Only where another one held an interview that it does not know of, the month is judged again without it.</summary>
    static InterviewDue? NeedAt(WorkCase facts, WorkReview review, HoursStanding hours, MonthStanding month, Tables tables, WorkPolicy policy)
    {
        var known = InterviewNeedRules.KnownAt(facts, hours.Workplace.Code);
        if (!ReferenceEquals(known, facts)) month = InterviewRules.Month(known, tables.Worked, tables.Expected, hours.Month, ReviewRules.Previous(facts, hours.Month), review.Hours.Any(h => h.Level != WorkLevel.A), policy);
        var pace = review.Forecasts.FirstOrDefault(f => f.Rule == WorkRuleIds.Month && f.Over == hours.Month)?.ByPace;
        return InterviewNeedRules.Of(month, pace, InterviewNeedRules.Held(known, hours.Month), WorkMinute.DateOf(facts.AsOf), policy);
    }

    /// <summary>Of a row that says only who is on duty.</summary>
    public static DutyOn On(WorkHoursRow r) => new(new MemberId(r.MemberId), r.OnSince, r.OnKind > 0 ? (HoursKind)r.OnKind : null, r.LastOut, r.Told ?? 0);

    static WorkHoursRow Reaching(WorkHoursRow row, IReadOnlyList<Forecast> forecasts, HoursStanding hours)
    {
        var (days, by) = (new DateOnly?[Year + 1], 0);
        foreach (var forecast in forecasts)
        {
            var place = forecast.Rule switch
            {
                WorkRuleIds.Fatigue when forecast.Over == hours.Month => Fatigue,
                WorkRuleIds.Month when forecast.Over == hours.Month => Limit,
                WorkRuleIds.Measures when forecast.Over == hours.Month => Measures,
                WorkRuleIds.Combined when forecast.Over == hours.Year => Year,
                _ => -1,
            };
            if (place < 0) continue;
            days[place] = forecast.Reached ?? forecast.ByPlan ?? forecast.ByPace;
            by |= ReachBits.Of(forecast.Reached is not null ? ReachKind.Reached : forecast.ByPlan is not null ? ReachKind.Plan : ReachKind.Pace, place);
        }
        return row with { Fatigue = days[Fatigue], Limit = days[Limit], Measures = days[Measures], Year = days[Year], ReachedBy = by };
    }

    static string Months(DateOnly agreementFrom, DaySpan year, int asOf, DayTable worked) => string.Join(',', AgreementPeriods.Months(agreementFrom, year)
        .TakeWhile(m => m.First <= WorkMinute.DayOf(asOf)).Select(m => worked.Sum(m).Beyond.ToString(CultureInfo.InvariantCulture)));

    static DateTimeOffset? Utc(int? minute) => minute is { } at ? WorkMinute.Instant(at).ToUniversalTime() : null;
}
