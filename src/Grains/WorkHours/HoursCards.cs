using JmaActors.Benefits;
using JmaActors.Time;
using static System.FormattableString;

namespace JmaActors.WorkHours;

/// <summary>The three questions of the benefit "working hours": may I work on, where do I stand, what next.</summary>
static class HoursCards
{
    static readonly Words Name = new("労働時間", "Working hours");

    static readonly Words Headline = new("今月の時間外・休日労働", "Overtime and holiday work this month");

    /// <summary>May this physician go on working: no limit and no rest is broken, and no rest runs.</summary>
    public static Verdict MayI(HoursReading reading)
    {
        var (policy, on) = (reading.Policy, reading.On);
        Verdict Of(string outcome, Mark mark, Words text, IEnumerable<string> rules, Words? nearest = null) => new(
            outcome, mark, text, Figures(reading), [.. rules.Distinct().Select(policy.Rule)], nearest, on, policy.Edition);
        string[] limits = [WorkRuleIds.Month, WorkRuleIds.Combined, WorkRuleIds.RestNormal, WorkRuleIds.Timeline];

        if (!reading.State.Employments.Exists(e => e.HoldsOn(on))) return Of(
            "no-employer", Mark.Unknown, new Words("勤務先が登録されていません。", "No employer is on record."), limits,
            new Words("勤務先からの登録をお待ちください。このシステムを使わない勤務先は、ご自身で申告できます。", "Wait until a workplace puts you on record; one that does not use this system you can tell of yourself."));
        var worst = reading.Review.Findings.FirstOrDefault();
        if (worst is { Force: FindingForce.Breach }) return Of(
            "limits-broken", Mark.Over, Told("決まりに反しています: ", "A rule is broken: ", worst, policy), reading.Review.Findings.Where(f => f.Force == FindingForce.Breach).Select(f => f.Rule));
        if (reading.Resting() is { Force: not null } rest && WorkMinute.Of(rest.Until) > reading.AsOf) return Of(
            "resting", Mark.Near,
            new Words(Invariant($"{WorkMinute.Text(WorkMinute.Of(rest.Until))} まで、勤務間の休息です。"), Invariant($"Rest between duties until {WorkMinute.Text(WorkMinute.Of(rest.Until))}.")), [rest.Rule]);
        return worst is not null
            ? Of("limits-due", Mark.Near, Told("対応が必要です: ", "To be done: ", worst, policy), reading.Review.Findings.Select(f => f.Rule))
            : Of("limits-kept", Mark.Ok, new Words("上限と休息の決まりを守れています。", "Limits and rest are kept."), limits);
    }

    /// <summary>The month that stands worst, against 100 h.</summary>
    public static Standing Card(HoursReading reading)
    {
        var month = reading.Month;
        var headline = new Figure("month", Headline, WorkVerdicts.Hours(month?.Minutes ?? 0), reading.Policy.Month / WorkMinute.Hour, WorkVerdicts.HoursUnit, Ceiling: true);
        if (month is null) return new Standing(WorkVerdicts.Benefit, Name, headline, MayI(reading));
        var why = WorkVerdicts.Month(month, reading.On, reading.Policy);
        return new Standing(WorkVerdicts.Benefit, Name, headline, why with { Figures = [.. why.Figures, .. Figures(reading).Where(f => f.Key != "month")] });
    }

    /// <summary>The next day on which something is reached or due, and what can be done now.</summary>
    public static NextSteps Next(HoursReading reading)
    {
        var next = Dates(reading).Where(d => d.On >= reading.On).OrderBy(d => d.On).FirstOrDefault();
        List<NextAction> actions = [];
        if (reading.State.Employments.Exists(e => e.HoldsOn(reading.On))) actions.Add(new NextAction("clock", new Words("打刻する", "Clock in or out")));
        actions.Add(new NextAction("report-hours", new Words("勤務・副業先を申告する", "Report hours or an employer")));
        if (reading.Review.Compensatory.Any(c => c.Open > 0)) actions.Add(new NextAction("plan-rest", new Words("代償休息の日程を勤務先と決める", "Agree on compensatory rest with the workplace")));
        return new NextSteps(WorkVerdicts.Benefit, next.Words is null ? null : next.On, next.Words, actions);
    }

    static IEnumerable<(DateOnly On, Words Words)> Dates(HoursReading reading)
    {
        foreach (var month in reading.Review.Months)
        {
            if (month is { Outcome: MonthOutcome.InterviewDue, Expected: { } on }) yield return (on, new Words("この日までに面接指導", "Interview by this day"));
        }
        foreach (var f in reading.Review.Forecasts)
        {
            if (f.Reached is not null || (f.ByPlan ?? f.ByPace) is not { } on) continue;
            var hours = f.Threshold / WorkMinute.Hour;
            yield return (on, f.ByPlan is not null
                ? new Words(Invariant($"予定どおりなら {hours}時間に達する見込み"), Invariant($"{hours} h will be reached by the plan"))
                : new Words(Invariant($"最近のペースなら {hours}時間に達する見込み"), Invariant($"{hours} h will be reached at the present pace")));
        }
        foreach (var rest in reading.Review.Compensatory.Where(c => c.Taken < c.Owed))
            yield return (rest.Due, new Words(Invariant($"代償休息 {WorkMinute.Length(rest.Owed - rest.Taken)} の期限"), Invariant($"{WorkMinute.Length(rest.Owed - rest.Taken)} of compensatory rest due")));
    }

    static List<Figure> Figures(HoursReading reading)
    {
        var policy = reading.Policy;
        List<Figure> figures = [];
        if (reading.Month is { } month) figures.Add(new("month", Headline, WorkVerdicts.Hours(month.Minutes), policy.Month / WorkMinute.Hour, WorkVerdicts.HoursUnit, Ceiling: true));
        if (reading.Review.Hours.MaxBy(h => h.YearSum.Beyond) is { } year)
            figures.Add(new("year", new Words("今年度(36協定)の合計", "This agreement year"), WorkVerdicts.Hours(year.YearSum.Beyond), year.TotalLimit / WorkMinute.Hour, WorkVerdicts.HoursUnit, Ceiling: true));
        figures.Add(new("compensatory-open", new Words("未付与の代償休息", "Compensatory rest not given"), WorkVerdicts.Hours(reading.Review.Compensatory.Sum(c => c.Owed - c.Taken)), null, WorkVerdicts.HoursUnit));
        return figures;
    }

    static Words Told(string ja, string en, WorkFinding finding, WorkPolicy policy)
    {
        var words = policy.Rule(finding.Rule).Text;
        return new Words($"{ja}{words.Ja}(実績 {WorkMinute.Length(finding.Minutes)}、基準 {WorkMinute.Length(finding.Limit)})", $"{en}{words.En} ({WorkMinute.Length(finding.Minutes)}, limit {WorkMinute.Length(finding.Limit)})");
    }
}
