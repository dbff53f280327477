using JmaActors.Alerts;
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
/// <param name="Need">What the month asks for here (<see cref="Interviews.InterviewNeed"/>); 0 for nothing.</param>
/// <param name="NeedDue">The last day on which that is in time; null when nothing is asked for.</param>
/// <param name="CutDue">Above 155 h, and hours were not cut since.</param>
/// <param name="RestUntil">When the rest that runs is enough; null while work runs.</param>
/// <param name="Fatigue">The day the month reaches 80 h, by what <paramref name="ReachedBy"/> says; null when it is not in sight.</param>
/// <param name="Limit">… 100 h.</param>
/// <param name="Measures">… 155 h.</param>
/// <param name="Year">The day the year reaches its limit.</param>
/// <param name="ReachedBy">A <see cref="ReachKind"/> for each of the four, two bits each, the first lowest.</param>
/// <param name="Months">Minutes of each month of the agreement year so far, from its first on, between commas.</param>
/// <param name="Untold">A threshold was crossed, and by this version nobody was told.</param>
public sealed record WorkHoursRow(
    long MemberId, string Workplace, int Level, DateTimeOffset? OnSince, int OnKind, DateTimeOffset? LastOut, DateOnly MonthFrom, int Month, int MonthExpected, int MonthOutcome, DateOnly YearFrom,
    int YearTotal, int TotalLimit, int YearOwn, int OwnLimit, int RestOpen, DateOnly? RestDue, int Force, string Rule, DateTimeOffset AsOf, long Version, long? Told = null,
    DateTimeOffset? RestUntil = null, DateOnly? Fatigue = null, DateOnly? Limit = null, DateOnly? Measures = null, DateOnly? Year = null, int ReachedBy = 0, string Months = "",
    int Need = 0, DateOnly? NeedDue = null, bool CutDue = false, bool Untold = false);

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
            C.Int("need", r => r.Need),
            C.DateOrNull("need_due", r => r.NeedDue),
            C.Bool("cut_due", r => r.CutDue),
            C.InstantOrNull("rest_until", r => r.RestUntil),
            C.DateOrNull("fatigue_on", r => r.Fatigue),
            C.DateOrNull("limit_on", r => r.Limit),
            C.DateOrNull("measures_on", r => r.Measures),
            C.DateOrNull("year_on", r => r.Year),
            C.Int("reached_by", r => r.ReachedBy),
            C.Text("months", r => r.Months),
            C.Bool("untold", r => r.Untold),
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
    internal static void PutOn(long member, WorkHoursState own, int asOf, ViewSink views)
    {
        var state = own.Counting;
        var last = state.Running.Any() ? null : LastOut(state, asOf);
        foreach (var employment in state.Employments)
        {
            if (employment.Reported || !employment.HoldsOn(WorkMinute.DateOf(asOf))) continue;
            var on = state.Open(employment.Workplace);
            views.Put(On, new ViewKey(member, employment.Workplace), new WorkHoursRow(
                member, employment.Workplace, 0, Since(on), (int)(on?.Kind ?? 0), last, default, 0, 0, 0, default, 0, 0, 0, 0, 0, null, 0, "", default, 0, state.Version));
        }
    }

    static DateTimeOffset? Since(WorkRecord? on) => on is null ? null : WorkMinute.Instant(on.From).ToUniversalTime();

    /// <summary>Puts the figures; answers whether something was crossed that is not told yet, which the rows say too.</summary>
    internal static bool Put(long member, WorkHoursState own, int asOf, DateTimeOffset recorded, WorkPolicy policy, AlertPolicy alerts, ViewSink views)
    {
        var state = own.Counting;
        Remove(member, own, state, views);
        if (state.Employments.Count == 0) return false;
        var reading = HoursReading.Of(state, asOf, policy);
        foreach (var ended in state.Employments.Where(e => !e.HoldsOn(reading.On))) Remove(member, ended.Workplace, views);
        var untold = CrossingDecider.Untold(own, reading.Review, asOf, policy, alerts);
        foreach (var row in WorkHoursRows.Of(member, reading, recorded)) views.Put(Hours, new ViewKey(member, row.Workplace), row with { Untold = untold });
        return untold;
    }

    /// <summary>Takes rows away at workplaces where nothing counts any more, because the record was merged into another or gave another's hours back.</summary>
    static void Remove(long member, WorkHoursState own, WorkHoursState counting, ViewSink views)
    {
        if (own.Away is null && own.Left is null) return;
        foreach (var workplace in own.Employments.Where(e => !e.Reported).Select(e => e.Workplace).Concat(own.Left ?? []).Distinct())
        {
            // An employer the physician told of has no row, also where another record had one of its own word.
            if (counting.Employments.Exists(e => e.Workplace == workplace && !e.Reported)) continue;
            Remove(member, workplace, views);
        }
    }

    static void Remove(long member, string workplace, ViewSink views) =>
        views.Remove(Hours, new ViewKey(member, workplace), new WorkHoursRow(member, workplace, 0, null, 0, null, default, 0, 0, 0, default, 0, 0, 0, 0, 0, null, 0, "", default, 0));

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
