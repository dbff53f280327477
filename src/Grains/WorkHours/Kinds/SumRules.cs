namespace JmaActors.WorkHours;

/// <summary>Sums over a period or a window of days, and the limits they pass.</summary>
public static class SumRules
{
    /// <summary>What a sum rule finds.</summary>
    public static IEnumerable<WorkFinding> Findings(SumRule rule, HoursBasis basis)
    {
        for (var e = 0; e < basis.Facts.Employments.Count; e++)
        {
            // A window of days is the same for every employer, when all are taken together.
            if (rule is { Own: false, Over: SumOver.Days } && e > 0) yield break;
            var found = rule.Over == SumOver.Days ? Moving(rule, basis, e) : Periods(rule, basis, e);
            foreach (var finding in found) yield return finding;
        }
    }

    /// <summary>The first day of a span on which the sum reaches so much; null when it does not.</summary>
    public static int? Reached(IDayFigures figures, DaySpan over, int amount)
    {
        var sum = 0;
        for (var day = over.First; day <= over.Last; day++)
        {
            sum += figures.On(day);
            if (sum >= amount) return day;
        }
        return null;
    }

    /// <summary>What may be worked in all: the most any of the levels allows.</summary>
    public static int Total(IReadOnlyList<Employment> employments, DateOnly on, IReadOnlyDictionary<WorkLevel, LevelLimits> levels)
    {
        var limit = 0;
        foreach (var e in employments) limit = Math.Max(limit, levels[e.LevelOn(on)].Total);
        return limit;
    }

    static IEnumerable<WorkFinding> Periods(SumRule rule, HoursBasis basis, int employment)
    {
        var at = basis.Facts.Employments[employment];
        var figures = basis.Figures(rule, rule.Own ? employment : null);
        for (var period = Period(rule, at, basis.Over.From); period.First <= basis.Over.Last; period = Period(rule, at, period.To.AddDays(1)))
        {
            if (rule is { Own: false, Level: null } && Told(rule, basis, employment, period)) continue;
            // Levels change: a period is judged by those of the first and of the last day asked about in it.
            var (first, last) = (Math.Max(period.First, basis.Over.First), Math.Min(period.Last, basis.Over.Last));
            var early = Judge(rule, basis, employment, figures, period, first);
            if (early is not null) yield return early;
            if (last != first && Judge(rule, basis, employment, figures, period, last) is { } late && late != early) yield return late;
        }
    }

    static WorkFinding? Judge(SumRule rule, HoursBasis basis, int employment, IDayFigures figures, DaySpan period, int day)
    {
        var (on, at) = (DateOnly.FromDayNumber(day), basis.Facts.Employments[employment]);
        if (!at.HoldsOn(on) || (rule.Level is { } level && at.LevelOn(on) != level)) return null;
        var limit = rule.From switch
        {
            LimitFrom.LevelTotal => Total(basis.Facts.Employments, on, basis.Rest.Levels),
            LimitFrom.LevelOwn => basis.Rest.Levels[at.LevelOn(on)].Own,
            _ => rule.Limit,
        };
        var (amount, least) = (figures.Over(period), rule.Reached ? limit : limit + 1);
        return amount < least || Excused(rule, basis, period) ? null : Of(rule, figures, period, rule.Own ? at.Workplace.Code : "", least, amount, limit);
    }

    static IEnumerable<WorkFinding> Moving(SumRule rule, HoursBasis basis, int employment)
    {
        var figures = basis.Figures(rule, rule.Own ? employment : null);
        var place = rule.Own ? basis.Facts.Employments[employment].Workplace.Code : "";
        foreach (var worst in WindowRules.Worst(rule.Window, basis, Standing)) yield return Of(rule, figures, worst.Window, place, worst.Amount - worst.By + 1, worst.Amount, worst.Limit);

        WindowRules.Standing Standing(DaySpan window)
        {
            var limit = rule.Limit * WindowRules.Counted(window, basis) / rule.Window.Per;
            var amount = figures.Over(window);
            return new WindowRules.Standing(window, amount, limit, Excused(rule, basis, window) ? 0 : amount - (rule.Reached ? limit : limit + 1) + 1);
        }
    }

    static WorkFinding Of(SumRule rule, IDayFigures figures, DaySpan over, string place, int least, int amount, int limit) => new(
        rule.Rule, rule.Force ?? FindingForce.Breach, over.From, place, WorkMinute.Day * (Reached(figures, over, least) ?? over.Last + 1), amount, limit, rule.Unit);

    static bool Excused(SumRule rule, HoursBasis basis, DaySpan period)
    {
        if (rule.Excuse is not { } excuse) return false;
        foreach (var measure in basis.Facts.Measures)
        {
            if (measure.Kind == excuse && period.Holds(WorkMinute.DayOf(measure.At))) return true;
        }
        return false;
    }

    /// <summary>Whether an employment before this one has the same period: over all employers it is the same sum.</summary>
    static bool Told(SumRule rule, HoursBasis basis, int employment, DaySpan period)
    {
        for (var e = 0; e < employment; e++)
        {
            if (Period(rule, basis.Facts.Employments[e], period.From) == period) return true;
        }
        return false;
    }

    static DaySpan Period(SumRule rule, Employment employment, DateOnly on) =>
        rule.Over == SumOver.AgreementYear ? AgreementPeriods.Year(employment.AgreementFrom, on) : AgreementPeriods.Month(employment.AgreementFrom, on);
}
