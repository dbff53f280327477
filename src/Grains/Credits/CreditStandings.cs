namespace JmaActors.Credits;

/// <summary>The view row of a standing: the same sums as <see cref="CmeRules.Standing"/>, without the words, because every accrual writes one.</summary>
public static class CreditStandings
{
    const int BitsPerWord = 64;

    /// <summary>The standing of a person on a date, from the sums of the fiscal years in the window.</summary>
    public static CreditStandingRow Row(long member, CmeFacts facts, DateOnly on, CmePolicy policy)
    {
        var to = FiscalYear.Of(on).Year;
        var from = to - policy.WindowYears + 1;
        int posted = 0, pending = 0, yearPosted = 0, yearPending = 0;
        foreach (var year in facts.Years)
        {
            if (year.Year < from || year.Year > to) continue;
            posted += year.PostedTenths;
            pending += year.PendingTenths;
            if (year.Year != to) continue;
            yearPosted = year.PostedTenths;
            yearPending = year.PendingTenths;
        }
        var codes = Distinct(facts, from, to);
        var total = posted + codes * 10;
        return new CreditStandingRow(member, to, posted, pending, yearPosted, yearPending, codes, total, total >= policy.Target * 10m);
    }

    static int Distinct(CmeFacts facts, int from, int to)
    {
        var highest = 0;
        foreach (var year in facts.Years)
        {
            if (year.Codes.Length > 0) highest = Math.Max(highest, year.Codes[^1].Code);
        }
        var words = highest / BitsPerWord + 1;
        Span<ulong> held = words <= 4 ? stackalloc ulong[4] : new ulong[words];
        var count = 0;
        foreach (var year in facts.Years)
        {
            if (year.Year < from || year.Year > to) continue;
            foreach (var code in year.Codes)
            {
                ref var word = ref held[code.Code / BitsPerWord];
                var bit = 1UL << (code.Code % BitsPerWord);
                if ((word & bit) == 0) count++;
                word |= bit;
            }
        }
        return count;
    }
}
