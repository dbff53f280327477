using JmaActors.Time;
using static System.FormattableString;

namespace JmaActors.WorkHours;

/// <summary>The words and figures around working hours: why a month, a year or the rest stands as it does, and what is nearest.</summary>
public static class WorkVerdicts
{
    /// <summary>Name of the benefit in standings and next steps.</summary>
    public const string Benefit = "work-hours";

    /// <summary>Unit of figures in hours, to the minute.</summary>
    public const string HoursUnit = "hours";

    const int Percent = 100;

    /// <summary>A month against 100 h and its condition.</summary>
    public static Verdict Month(MonthStanding month, DateOnly on, WorkPolicy policy)
    {
        var (outcome, mark) = month.Outcome switch
        {
            MonthOutcome.Breached => ("month-breached", Mark.Over),
            MonthOutcome.InterviewFollows => ("interview-follows", Mark.Over),
            MonthOutcome.InterviewDue => ("interview-due", Mark.Near),
            MonthOutcome.CheckDue => ("check-due", Mark.Near),
            MonthOutcome.Met => ("month-met", Mark.Near),
            _ => ("month-under", month.Minutes * Percent >= policy.Month * policy.NearPercent ? Mark.Near : Mark.Ok),
        };
        if (month.MeasuresDue) (outcome, mark) = ("measures-due", Mark.Over);
        var (hours, plan, limit) = (WorkMinute.Length(month.Minutes), WorkMinute.Length(month.ExpectedMinutes), policy.Month / WorkMinute.Hour);
        return new Verdict(outcome, mark,
            new Words(
                Invariant($"{Wareki.Date(month.Month.From)}からの1か月の時間外・休日労働は {hours}(予定を含め {plan})。{limit}時間以上は面接指導が条件です。"),
                Invariant($"Overtime and holiday work of the month from {month.Month.From:yyyy-MM-dd}: {hours} (with the plan {plan}). {limit} h and more need the interview.")),
            [
                new("month", new Words("時間外・休日労働", "Overtime and holiday work"), Hours(month.Minutes), limit, HoursUnit),
                new("month-expected", new Words("予定を含む見込み", "Expected with the plan"), Hours(month.ExpectedMinutes), limit, HoursUnit),
            ],
            [policy.Rule(WorkRuleIds.Month), policy.Rule(WorkRuleIds.Interview), policy.Rule(WorkRuleIds.Fatigue), policy.Rule(WorkRuleIds.Measures), policy.Rule(WorkRuleIds.Timeline), policy.Rule(WorkRuleIds.Period)],
            Nearest(month, policy), on, policy.Edition);
    }

    /// <summary>A year at one employment: the total over all employers, and inside the institution.</summary>
    public static Verdict Year(HoursStanding hours, DateOnly on, WorkPolicy policy)
    {
        var over = hours.YearSum.Beyond > hours.TotalLimit || hours.OwnYear > hours.OwnLimit;
        var near = hours.YearSum.Beyond * Percent >= hours.TotalLimit * policy.NearPercent || hours.OwnYear * Percent >= hours.OwnLimit * policy.NearPercent;
        var left = Math.Min(hours.TotalLimit - hours.YearSum.Beyond, hours.OwnLimit - hours.OwnYear);
        var (total, totalLimit, own, ownLimit) = (WorkMinute.Length(hours.YearSum.Beyond), hours.TotalLimit / WorkMinute.Hour, WorkMinute.Length(hours.OwnYear), hours.OwnLimit / WorkMinute.Hour);
        return new Verdict(over ? "year-over" : "year-within", over ? Mark.Over : near ? Mark.Near : Mark.Ok,
            new Words(
                Invariant($"{Wareki.Date(hours.Year.From)}からの1年: 全勤務先の合計 {total} / {totalLimit}時間、この勤務先 {own} / {ownLimit}時間。"),
                Invariant($"Year from {hours.Year.From:yyyy-MM-dd}: all employers {total} of {totalLimit} h, this one {own} of {ownLimit} h.")),
            [
                new("year", new Words("全勤務先の合計", "All employers"), Hours(hours.YearSum.Beyond), totalLimit, HoursUnit),
                new("year-own", new Words("この勤務先", "This employer"), Hours(hours.OwnYear), ownLimit, HoursUnit),
                new("worked", new Words("労働時間", "Hours worked"), Hours(hours.YearSum.Worked), null, HoursUnit),
                new("holiday", new Words("うち法定休日", "Of it on statutory holidays"), Hours(hours.YearSum.Holiday), null, HoursUnit),
            ],
            [policy.Rule(WorkRuleIds.Level(hours.Level)), policy.Rule(WorkRuleIds.Combined), policy.Rule(WorkRuleIds.Timeline), policy.Rule(WorkRuleIds.Day), policy.Rule(WorkRuleIds.Week), policy.Rule(WorkRuleIds.Period)],
            over ? new Words("上限を超えています。", "The limit is passed.") : new Words(Invariant($"上限まであと {WorkMinute.Length(left)}。"), Invariant($"{WorkMinute.Length(left)} left.")), on, policy.Edition);
    }

    /// <summary>Rest and what is owed of it.</summary>
    public static Verdict Rest(WorkReview review, int asOf, WorkPolicy policy)
    {
        var on = WorkMinute.DateOf(asOf);
        var open = review.Compensatory.Sum(c => c.Owed - c.Taken);
        var overdue = review.Compensatory.Count(c => c.Force is not null && c.Overdue(asOf));
        var broken = review.Windows.Count(w => w.Force is not null && w.Outcome is RestOutcome.NotPlanned or RestOutcome.NotGivenAtOnce or RestOutcome.NotOpen);
        var next = review.Compensatory.Where(c => c.Taken < c.Owed && !c.Overdue(asOf)).MinBy(c => c.Due);
        return new Verdict(overdue + broken > 0 ? "rest-broken" : open > 0 ? "rest-owed" : "rest-kept", overdue + broken > 0 ? Mark.Over : open > 0 ? Mark.Near : Mark.Ok,
            new Words(
                Invariant($"確保できていない休息 {broken}件、未付与の代償休息 {WorkMinute.Length(open)}(期限切れ {overdue}件)。"),
                Invariant($"Rest not left {broken} times; compensatory rest not given {WorkMinute.Length(open)} (overdue: {overdue}).")),
            [
                new("rest-broken", new Words("確保できていない休息", "Rest not left"), broken),
                new("compensatory-open", new Words("未付与の代償休息", "Compensatory rest not given"), Hours(open), null, HoursUnit),
                new("compensatory-overdue", new Words("うち期限切れ", "Of it overdue"), overdue),
            ],
            [policy.Rule(WorkRuleIds.RestNormal), policy.Rule(WorkRuleIds.RestNight), policy.Rule(WorkRuleIds.RestPermitted), policy.Rule(WorkRuleIds.RestEffort), policy.Rule(WorkRuleIds.Compensatory)],
            next is null ? null : new Words(
                Invariant($"{Wareki.Date(next.Due)}までに {WorkMinute.Length(next.Owed - next.Taken)}。"), Invariant($"{WorkMinute.Length(next.Owed - next.Taken)} by {next.Due:yyyy-MM-dd}.")),
            on, policy.Edition);
    }

    /// <summary>Minutes as hours to two places, for figures.</summary>
    public static decimal Hours(int minutes) => Math.Round(minutes / (decimal)WorkMinute.Hour, 2, MidpointRounding.AwayFromZero);

    static Words? Nearest(MonthStanding month, WorkPolicy policy)
    {
        if (month.MeasuresDue) return new Words(
            Invariant($"{policy.Measures / WorkMinute.Hour}時間を超えました。遅滞なく労働時間を減らす措置をとり、記録してください。"),
            Invariant($"Over {policy.Measures / WorkMinute.Hour} h: cut hours without delay and record how."));
        return month.Outcome switch
        {
            MonthOutcome.CheckDue => new Words("睡眠と疲労の状況を確認してください。", "Have sleep and fatigue checked."),
            MonthOutcome.InterviewDue => new Words(Invariant($"{Wareki.Date(month.Expected!.Value)}までに面接指導を。"), Invariant($"Interview by {month.Expected:yyyy-MM-dd}.")),
            MonthOutcome.InterviewFollows => new Words(
                Invariant($"{Wareki.Date(month.Reached!.Value.AddDays(policy.PromptDays))}までに面接指導を。"), Invariant($"Interview by {month.Reached.Value.AddDays(policy.PromptDays):yyyy-MM-dd}.")),
            _ => null,
        };
    }
}
