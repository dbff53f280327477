using JmaActors.Policies;

namespace JmaActors.WorkHours;

/// <summary>Answers of a ledger of working hours, as the contract has them.</summary>
static class WorkHoursAnswers
{
    public static WorkEntry Entry(WorkRecord record) => new(
        record.Key, new WorkplaceId(record.Workplace), record.Kind, WorkMinute.Instant(record.From), record.To is { } to ? WorkMinute.Instant(to) : null, record.Source, record.Department, record.Post,
        record.Marks, record.Shift, record.Reason, record.CorrectedBy, record.Corrects, record.Stands);

    public static WorkHoursView View(MemberId member, WorkHoursState state, int asOf, PolicyBook book) => View(member, HoursReading.Of(state, asOf, book));

    public static WorkHoursView View(MemberId member, HoursReading reading)
    {
        var (state, asOf, on, review, policy) = (reading.State, reading.AsOf, reading.On, reading.Review, reading.Policy);
        return new WorkHoursView(
            member, state.Version, WorkMinute.Instant(asOf),
            [.. review.Hours.Index().Select(h => Employment(h.Item, state.Employments[h.Index], on, policy))],
            [.. review.Months.Select(m => Month(m, on, policy))],
            WorkVerdicts.Rest(review, asOf, policy),
            [.. review.Compensatory.Select(c => new RestOwed(WorkMinute.Instant(c.Start), WorkMinute.Instant(c.At), c.Owed, c.Taken, c.Planned, c.Due, c.Overdue(asOf)))],
            [.. review.Forecasts.Select(f => new HoursForecast(f.Rule, f.Threshold, f.Over.From, f.Over.To, f.Reached, f.ByPlan, f.ByPace, f.Earliest, f.Latest))],
            Findings(review.Findings, policy),
            [.. state.Running.OrderBy(r => r.From).Select(Entry)]);
    }

    public static EmploymentHours Employment(HoursStanding hours, HeldEmployment held, DateOnly on, WorkPolicy policy) => new(
        hours.Workplace, hours.Level, held.Reported, hours.Year.From, hours.Year.To, hours.YearSum.Beyond, hours.TotalLimit, hours.OwnYear, hours.OwnLimit, WorkVerdicts.Year(hours, on, policy), held.Name, held.Terms.Last);

    public static IReadOnlyList<HoursFinding> Findings(IReadOnlyList<WorkFinding> findings, WorkPolicy policy) =>
        [.. findings.Select(f => new HoursFinding(
            f.Rule, f.Force, f.On, f.Place.Length == 0 ? null : new WorkplaceId(f.Place), WorkMinute.Instant(f.At), f.Minutes, f.Limit, policy.Rule(f.Rule).Text, f.Unit))];

    /// <summary>Planned shifts that begin within days, at one workplace or all, in order.</summary>
    public static IReadOnlyList<PlannedLine> Plan(WorkHoursState state, DateOnly from, DateOnly to, WorkplaceId? at)
    {
        if (!WorkMinute.Fits(from) || !WorkMinute.Fits(to)) return [];
        var (first, last) = (WorkMinute.Of(from), Math.Min(WorkMinute.Of(to) + WorkMinute.Day, WorkMinute.Of(from) + WorkHoursLimits.RosterDays * WorkMinute.Day));
        return [.. state.Shifts.Where(s => s.Shift.From >= first && s.Shift.From < last && (at is null || s.Workplace == at.Value.Code)).Select(Planned)];
    }

    public static PlannedLine Planned(PlannedShift planned) => new(new WorkplaceId(planned.Workplace), new RosterShift(
        planned.Shift.Id, planned.Shift.Kind, WorkMinute.Instant(planned.Shift.From), WorkMinute.Instant(planned.Shift.To), planned.Shift.Department, planned.Shift.Post, planned.Shift.Marks));

    /// <summary>Records that begin within days, at one workplace or all, in order, after a cursor.</summary>
    public static WorkEntryPage Entries(WorkHoursState state, DateOnly from, DateOnly to, string? after, WorkplaceId? at)
    {
        bool Meant(WorkRecord record) => at is null || record.Workplace == at.Value.Code;
        var (first, last) = (WorkMinute.Of(from), WorkMinute.Of(to) + WorkMinute.Day);
        var start = after is not null && state.Find(after) is { } held && Meant(held) ? state.Records.IndexOf(held, state.FirstRecord(held.From)) + 1 : 0;
        var page = state.Records.Skip(Math.Max(start, state.FirstRecord(first))).TakeWhile(r => r.From < last).Where(Meant).Take(WorkHoursLimits.Page + 1).ToList();
        return new WorkEntryPage([.. page.Take(WorkHoursLimits.Page).Select(Entry)], page.Count > WorkHoursLimits.Page ? page[WorkHoursLimits.Page - 1].Key : null);
    }

    static MonthHours Month(MonthStanding month, DateOnly on, WorkPolicy policy) => new(
        month.Month.From, month.Month.To, month.Minutes, month.ExpectedMinutes, month.Outcome, month.Reached, month.Expected, month.MeasuresDue, WorkVerdicts.Month(month, on, policy));
}
