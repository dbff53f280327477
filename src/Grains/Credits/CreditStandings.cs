namespace JmaActors.Credits;

/// <summary>The view row of a standing: the same sums as <see cref="CmeRules.Standing"/>, without the words, because every accrual writes one.</summary>
public static class CreditStandings
{
    /// <summary>The standing of a person on a date, from the sums of the fiscal years in the window.</summary>
    public static CreditStandingRow Row(long member, CmeFacts facts, DateOnly on, CmePolicy policy)
    {
        var to = FiscalYear.Of(on).Year;
        var from = to - policy.WindowYears + 1;
        int posted = 0, pending = 0, yearPosted = 0, yearPending = 0, nextPosted = 0, lastPosted = 0;
        foreach (var year in facts.Years)
        {
            if (year.Year > from && year.Year <= to + 1) nextPosted += year.PostedTenths;
            if (year.Year > from + 1 && year.Year <= to + 2) lastPosted += year.PostedTenths;
            if (year.Year < from || year.Year > to) continue;
            posted += year.PostedTenths;
            pending += year.PendingTenths;
            if (year.Year != to) continue;
            yearPosted = year.PostedTenths;
            yearPending = year.PendingTenths;
        }
        var total = CmeWindow.TenthsOf(facts, to, policy.WindowYears);
        var next = CmeWindow.TenthsOf(facts, to + 1, policy.WindowYears);
        var last = CmeWindow.TenthsOf(facts, to + 2, policy.WindowYears);
        var target = policy.Target * 10m;
        return new CreditStandingRow(
            member, to, posted, pending, yearPosted, yearPending, (total - posted) / 10, total, total >= target, next, next >= target, last, last >= target, nextPosted, lastPosted);
    }
}
