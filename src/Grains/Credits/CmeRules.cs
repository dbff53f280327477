using JmaActors.Policies;

namespace JmaActors.Credits;

/// <summary>
/// 日医生涯教育認定証: units + distinct codes over three consecutive fiscal years, towards 60 (rule <c>cme.certificate</c>). Only posted entries count;
/// a code counts once in the window and is lost when its last entry falls out of it, so the standing is always computed, never incremented.
/// </summary>
public static class CmeRules
{
    /// <summary>The standing on a date, from the sums of at most three fiscal years.</summary>
    /// <param name="licensedOn">Date of the licence, before which plus three years there is no certificate; null when not known.</param>
    public static CmeStanding Standing(CmeFacts facts, DateOnly on, PolicyBook book, DateOnly? licensedOn = null)
    {
        var policy = book.Cme(on);
        var to = FiscalYear.Of(on);
        var years = new CmeYearFacts[policy.WindowYears];
        for (var i = 0; i < years.Length; i++) years[i] = facts.Of(to.Year - years.Length + 1 + i);
        var window = CmeWindow.Of(years);
        return new CmeStanding(
            to.Plus(1 - years.Length),
            to,
            new Units(window.PostedTenths),
            new Units(window.PendingTenths),
            window.Codes.Length,
            window.Total,
            policy.Target,
            [.. years.Select(y => new CmeYear(y.Year, new Units(y.PostedTenths), new Units(y.PendingTenths), y.Codes.Length))],
            window.Codes,
            CmeVerdicts.Standing(window, on, policy, book.Codes.Count, licensedOn));
    }

    /// <summary>True when the condition of the certificate is met on the date. What the tallies count.</summary>
    public static bool Reached(CmeFacts facts, DateOnly on, PolicyBook book)
    {
        var policy = book.Cme(on);
        return CmeWindow.TenthsOf(facts, FiscalYear.Of(on).Year, policy.WindowYears) >= policy.Target * 10m;
    }

    /// <summary>Units + distinct codes on the date, without a verdict: cheap enough for every view row.</summary>
    public static decimal Total(CmeFacts facts, DateOnly on, PolicyBook book) =>
        CmeWindow.TenthsOf(facts, FiscalYear.Of(on).Year, book.Cme(on).WindowYears) / 10m;

    /// <summary>The standing as the benefit card shows it.</summary>
    public static Benefits.Standing Card(CmeStanding standing) => new(
        CmeVerdicts.Benefit,
        new Words("日医生涯教育", "JMA continuing education"),
        standing.Verdict.Figures.First(f => f.Key == CmeVerdicts.TotalKey),
        standing.Verdict);
}
