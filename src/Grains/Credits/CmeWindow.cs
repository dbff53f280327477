namespace JmaActors.Credits;

/// <summary>The sums over the fiscal years of the window, and what of them leaves it when its last year ends.</summary>
/// <param name="Codes">Distinct codes with posted units, in order.</param>
/// <param name="LeavingTenths">Posted units of the first year of the window.</param>
/// <param name="LeavingCodes">Codes that only the first year of the window holds.</param>
sealed record CmeWindow(int PostedTenths, int PendingTenths, int[] Codes, int FirstYear, int LeavingTenths, int LeavingCodes)
{
    /// <summary>Units + distinct codes.</summary>
    public decimal Total => PostedTenths / 10m + Codes.Length;

    /// <summary>What the total loses on the next 1 April.</summary>
    public decimal Leaving => LeavingTenths / 10m + LeavingCodes;

    /// <param name="years">The years of the window, oldest first.</param>
    public static CmeWindow Of(ReadOnlySpan<CmeYearFacts> years)
    {
        var staying = default(CmeCodeSet);
        foreach (var year in years[1..]) staying.Unite(year.Set);
        var all = staying;
        all.Unite(years[0].Set);
        var (posted, pending) = (0, 0);
        foreach (var year in years)
        {
            posted += year.PostedTenths;
            pending += year.PendingTenths;
        }
        var codes = all.ToArray();
        return new CmeWindow(posted, pending, codes, years[0].Year, years[0].PostedTenths, codes.Length - staying.Count);
    }

    /// <summary>Units + distinct codes alone, in tenths; allocates nothing, for the many times only the figure is wanted.</summary>
    /// <param name="to">The last fiscal year of the window.</param>
    public static int TenthsOf(CmeFacts facts, int to, int windowYears)
    {
        var codes = default(CmeCodeSet);
        var tenths = 0;
        foreach (var year in facts.Years)
        {
            if (year.Year > to || year.Year <= to - windowYears) continue;
            tenths += year.PostedTenths;
            codes.Unite(year.Set);
        }
        return tenths + codes.Count * 10;
    }
}
