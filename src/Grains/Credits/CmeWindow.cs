using System.Numerics;
using JmaActors.Policies;

namespace JmaActors.Credits;

/// <summary>The sums over the fiscal years of the window, and what of them leaves it when its last year ends.</summary>
/// <param name="Codes">Distinct codes with posted units, in order.</param>
/// <param name="LeavingTenths">Posted units of the first year of the window.</param>
/// <param name="LeavingCodes">Codes that only the first year of the window holds.</param>
sealed record CmeWindow(int PostedTenths, int PendingTenths, int[] Codes, int FirstYear, int LeavingTenths, int LeavingCodes)
{
    const int Words64 = CurriculumTable.LargestCode / 64 + 1;

    /// <summary>Units + distinct codes.</summary>
    public decimal Total => PostedTenths / 10m + Codes.Length;

    /// <summary>What the total loses on the next 1 April.</summary>
    public decimal Leaving => LeavingTenths / 10m + LeavingCodes;

    /// <param name="years">The years of the window, oldest first.</param>
    public static CmeWindow Of(ReadOnlySpan<CmeYearFacts> years)
    {
        Span<ulong> staying = stackalloc ulong[Words64];
        Span<ulong> all = stackalloc ulong[Words64];
        staying.Clear();
        Mark(years[1..], staying);
        staying.CopyTo(all);
        Mark(years[..1], all);
        var (posted, pending) = (0, 0);
        foreach (var year in years)
        {
            posted += year.PostedTenths;
            pending += year.PendingTenths;
        }
        var codes = Listed(all);
        return new CmeWindow(posted, pending, codes, years[0].Year, years[0].PostedTenths, codes.Length - Count(staying));
    }

    /// <summary>Units + distinct codes alone, in tenths; allocates nothing, for the many times only the figure is wanted.</summary>
    /// <param name="to">The last fiscal year of the window.</param>
    public static int TenthsOf(CmeFacts facts, int to, int windowYears)
    {
        Span<ulong> codes = stackalloc ulong[Words64];
        codes.Clear();
        var tenths = 0;
        foreach (var year in facts.Years)
        {
            if (year.Year > to || year.Year <= to - windowYears) continue;
            tenths += year.PostedTenths;
            Mark(year, codes);
        }
        return tenths + Count(codes) * 10;
    }

    static void Mark(ReadOnlySpan<CmeYearFacts> years, Span<ulong> codes)
    {
        foreach (var year in years) Mark(year, codes);
    }

    static void Mark(CmeYearFacts year, Span<ulong> codes)
    {
        foreach (var code in year.Codes) codes[code.Code >> 6] |= 1UL << (code.Code & 63);
    }

    static int Count(ReadOnlySpan<ulong> codes)
    {
        var count = 0;
        foreach (var word in codes) count += BitOperations.PopCount(word);
        return count;
    }

    static int[] Listed(ReadOnlySpan<ulong> codes)
    {
        var list = new int[Count(codes)];
        var at = 0;
        for (var word = 0; word < codes.Length; word++)
        {
            for (var bits = codes[word]; bits != 0; bits &= bits - 1) list[at++] = (word << 6) + BitOperations.TrailingZeroCount(bits);
        }
        return list;
    }
}
