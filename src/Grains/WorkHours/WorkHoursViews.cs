using JmaActors.Journal;
using C = JmaActors.Journal.Columns<JmaActors.WorkHours.WorkHoursRow>;

namespace JmaActors.WorkHours;

/// <summary>
/// A physician at one workplace, as duty boards and reports find it: a row of <c>work_hours</c>. Lengths are minutes, as of the ledger's newest event.
/// </summary>
/// <param name="OnSince">Since when work there runs; null when it does not.</param>
/// <param name="OnKind">What runs (<see cref="HoursKind"/>); 0 when nothing does.</param>
/// <param name="LastOut">When work anywhere ended last; null while it runs or before any.</param>
/// <param name="MonthFrom">First day of the agreement's month.</param>
/// <param name="MonthOutcome">A <see cref="WorkHours.MonthOutcome"/>.</param>
/// <param name="RestOpen">Compensatory rest not given.</param>
/// <param name="RestDue">The first day by which some of it is due; null when none is.</param>
/// <param name="Force">The gravest finding's <see cref="FindingForce"/>; -1 when there is none.</param>
/// <param name="Rule">Its rule; empty when there is none.</param>
/// <param name="Version">The ledger's version the figures are of …</param>
/// <param name="Told">… and the one that said who is on duty: figures of an older one are on their way. Null in rows from before.</param>
public sealed record WorkHoursRow(
    long MemberId, string Workplace, int Level, DateTimeOffset? OnSince, int OnKind, DateTimeOffset? LastOut, DateOnly MonthFrom, int Month, int MonthExpected, int MonthOutcome, DateOnly YearFrom,
    int YearTotal, int TotalLimit, int YearOwn, int OwnLimit, int RestOpen, DateOnly? RestDue, int Force, string Rule, DateTimeOffset AsOf, long Version, long? Told = null);

/// <summary>View tables written by ledgers of working hours. Keys: <c>new ViewKey(memberId, workplace)</c>.</summary>
public static class WorkHoursViews
{
    public static readonly ViewTable<WorkHoursRow> Hours = new(
        "work_hours",
        2,
        [
            C.Big("member_id", r => r.MemberId),
            C.Text("workplace", r => r.Workplace),
            C.Int("level", r => r.Level),
            C.InstantOrNull("on_since", r => r.OnSince),
            C.Int("on_kind", r => r.OnKind),
            C.InstantOrNull("last_out", r => r.LastOut),
            C.Date("month_from", r => r.MonthFrom),
            C.Int("month_minutes", r => r.Month),
            C.Int("month_expected", r => r.MonthExpected),
            C.Int("month_outcome", r => r.MonthOutcome),
            C.Date("year_from", r => r.YearFrom),
            C.Int("year_total", r => r.YearTotal),
            C.Int("total_limit", r => r.TotalLimit),
            C.Int("year_own", r => r.YearOwn),
            C.Int("own_limit", r => r.OwnLimit),
            C.Int("rest_open", r => r.RestOpen),
            C.DateOrNull("rest_due", r => r.RestDue),
            C.Int("force", r => r.Force),
            C.Text("rule", r => r.Rule),
            C.Instant("as_of", r => r.AsOf),
            C.Big("version", r => r.Version),
            C.BigOrNull("told", r => r.Told),
        ],
        new ViewIndex("work_hours_by_workplace", "workplace", "force", "month_expected", "member_id"));

    /// <summary>Of the row only who is on duty.</summary>
    public static readonly ViewTable<WorkHoursRow> On = new(
        "work_hours_on",
        2,
        [
            C.Big("member_id", r => r.MemberId),
            C.Text("workplace", r => r.Workplace),
            C.InstantOrNull("on_since", r => r.OnSince),
            C.Int("on_kind", r => r.OnKind),
            C.InstantOrNull("last_out", r => r.LastOut),
            C.BigOrNull("told", r => r.Told),
        ])
    {
        PartOf = Hours,
    };

    public static readonly IReadOnlyList<ViewTable> All = [Hours, On];

    /// <summary>Who is on duty, and since when rest runs.</summary>
    internal static void PutOn(long member, WorkHoursState state, int asOf, ViewSink views)
    {
        var last = state.Running.Any() ? null : LastOut(state, asOf);
        foreach (var employment in state.Employments)
        {
            var on = state.Open(employment.Workplace);
            views.Put(On, new ViewKey(member, employment.Workplace), new WorkHoursRow(
                member, employment.Workplace, 0, Since(on), (int)(on?.Kind ?? 0), last, default, 0, 0, 0, default, 0, 0, 0, 0, 0, null, 0, "", default, 0, state.Version));
        }
    }

    static DateTimeOffset? Since(WorkRecord? on) => on is null ? null : WorkMinute.Instant(on.From).ToUniversalTime();

    internal static void Put(long member, WorkHoursState state, int asOf, DateTimeOffset recorded, WorkPolicy policy, ViewSink views)
    {
        if (state.Employments.Count == 0) return;
        var review = ReviewRules.Of(WorkCases.Of(state, asOf), policy);
        var worst = review.Findings.Count > 0 ? review.Findings[0] : null;
        var open = review.Compensatory.Where(c => c.Taken < c.Owed).ToList();
        var last = state.Running.Any() ? null : LastOut(state, asOf);
        foreach (var (i, hours) in review.Hours.Index())
        {
            var on = state.Open(state.Employments[i].Workplace);
            var month = review.Months.First(m => m.Month == hours.Month);
            views.Put(Hours, new ViewKey(member, hours.Workplace.Code), new WorkHoursRow(
                member, hours.Workplace.Code, (int)hours.Level, Since(on), (int)(on?.Kind ?? 0), last, hours.Month.From, hours.MonthSum.Beyond,
                month.ExpectedMinutes, (int)month.Outcome, hours.Year.From, hours.YearSum.Beyond, hours.TotalLimit, hours.OwnYear, hours.OwnLimit, open.Sum(c => c.Owed - c.Taken),
                open.Count == 0 ? null : open.Min(c => c.Due), worst is null ? -1 : (int)worst.Force, worst?.Rule ?? "", recorded, state.Version, state.Version));
        }
    }

    /// <summary>When work ended last: the newest records are the last of the list, and none is longer than three days.</summary>
    internal static DateTimeOffset? LastOut(WorkHoursState state, int asOf)
    {
        int? last = null;
        for (var i = state.Records.Count - 1; i >= 0 && (last is null || state.Records[i].From > last - 3 * WorkMinute.Day); i--)
        {
            var record = state.Records[i];
            if (record is { Stands: true, To: { } to } && new WorkSpan(record.From, to, record.Kind, 0, record.Marks).Counts && to <= asOf + WorkMinute.Hour) last = Math.Max(last ?? 0, to);
        }
        return last is { } minute ? WorkMinute.Instant(minute).ToUniversalTime() : null;
    }
}
