using JmaActors.Benefits;
using JmaActors.Policies;
using static System.FormattableString;

namespace JmaActors.Credits;

/// <summary>
/// Behind a CME standing: entry by entry what counts and what does not, and why. The sum of what counts is the standing's total: units of posted entries of the
/// window, and one for the first of them under each code.
/// </summary>
public static class CmeCountRules
{
    /// <summary>Every CME entry dated up to the date, newest first.</summary>
    public static Counted Of(IEnumerable<CreditEntry> entries, DateOnly on, PolicyBook book)
    {
        var policy = book.Cme(on);
        var (to, first) = (FiscalYear.Of(on), FiscalYear.Of(on).Plus(1 - policy.WindowYears));
        // In order of date, so that the first entry under a code is the one that brings it.
        var ordered = entries.OrderBy(e => e.Date).ThenBy(e => e.Key, StringComparer.Ordinal).ToList();
        var (codes, lines) = (new Dictionary<short, CreditEntry>(), new List<CountedLine>(ordered.Count));
        foreach (var entry in ordered) lines.Add(Line(entry, first, to, codes, policy, book));
        lines.Reverse();
        var more = Math.Max(0, lines.Count - BenefitLimits.CountedLines);
        return new Counted(CmeVerdicts.Benefit, on, more > 0 ? lines[..BenefitLimits.CountedLines] : lines, more, lines.Sum(l => l.Counts));
    }

    static CountedLine Line(CreditEntry entry, FiscalYear first, FiscalYear to, Dictionary<short, CreditEntry> codes, CmePolicy policy, PolicyBook book)
    {
        var about = book.Title(entry.Scheme, entry.Code.Number, entry.Date);
        var shown = entry.Scheme == CreditScheme.Cme ? new Words($"CC {entry.Code.Number} {about.Ja}", $"CC {entry.Code.Number} {about.En}") : about;
        var line = new CountedLine(entry.Key, entry.Date, entry.Title, shown, entry.Units.Value, 0m, new Words("", ""), "");
        if (entry.Scheme != CreditScheme.Cme) return line with { Why = new Words("生涯教育ではない制度の単位です。", "Units of another scheme.") };
        if (entry.CorrectedBy is { } by) return line with { Why = new Words($"訂正されました。{by} が代わりに数えられます。", $"Corrected: {by} counts in its place.") };
        if (entry.State == CreditState.Voided) return line with { Why = new Words("取り消されています。", "It is voided.") };
        var year = FiscalYear.Of(entry.Date);
        if (year.CompareTo(first) < 0 || year.CompareTo(to) > 0) return line with { Rule = CmeRuleIds.Certificate, Why = Outside(year, first, to) };
        if (entry.State == CreditState.Pending) return line with { Why = new Words("仮計上です。確定するまで数えません。", "Pending: it does not count until it is posted.") };
        if (entry.Units <= Units.Zero) return line with { Rule = CmeRuleIds.Time, Why = new Words("0 単位なので、コードも数えません。", "No units, and so no code either.") };
        if (codes.TryAdd(entry.Code.Number, entry)) return line with { Counts = entry.Units.Value + 1m, Rule = CmeRuleIds.Certificate, Why = First(entry) };
        return line with { Counts = entry.Units.Value, Rule = CmeRuleIds.CodeOnce, Why = Held(entry, codes[entry.Code.Number]) };
    }

    static Words Outside(FiscalYear year, FiscalYear first, FiscalYear to) => year.CompareTo(first) < 0
        ? new Words(Invariant($"{year.Year}年度は対象期間({first.Year}〜{to.Year}年度)より前です。"), Invariant($"Fiscal year {year.Year} is before the window ({first.Year} to {to.Year})."))
        : new Words(Invariant($"{year.Year}年度は対象期間({first.Year}〜{to.Year}年度)より後です。"), Invariant($"Fiscal year {year.Year} is after the window ({first.Year} to {to.Year})."));

    static Words First(CreditEntry entry) => new(
        Invariant($"{entry.Units.Value:0.0} 単位 + このコードの最初の1件で 1。"), Invariant($"{entry.Units.Value:0.0} units + 1 for the first entry under this code."));

    static Words Held(CreditEntry entry, CreditEntry first) => new(
        Invariant($"{entry.Units.Value:0.0} 単位。コードは {first.Date:yyyy-MM-dd} の「{first.Title}」で数えているため、1 を加えません。"),
        Invariant($"{entry.Units.Value:0.0} units. The code is counted once, with \"{first.Title}\" of {first.Date:yyyy-MM-dd}."));
}
