namespace JmaActors.Dues;

/// <summary>The fiscal year in months and terms. Months count from April: 0 to 11. Pure.</summary>
public sealed class DuesCalendar(FiscalYear year, IReadOnlyList<int> terms)
{
    public const int Months = FiscalYear.Months;

    /// <summary>First months of the terms, counted from April, ascending.</summary>
    readonly int[] starts = [.. terms.Select(FiscalYear.Place)];

    public int Terms => starts.Length;

    /// <summary>The term a month belongs to.</summary>
    public int TermOf(int month) => Array.FindLastIndex(starts, s => s <= month);

    /// <summary>The term of a day within the year.</summary>
    public int TermOf(DateOnly day) => TermOf(MonthOf(day));

    /// <summary>First month of a term, and the month after its last.</summary>
    public (int From, int To) MonthsOf(int term) => (starts[term], term + 1 < starts.Length ? starts[term + 1] : Months);

    public DateOnly FirstDay(int month) => year.FirstDay.AddMonths(month);

    public static int MonthOf(DateOnly day) => FiscalYear.Place(day.Month);

    /// <summary>What of a year's amount falls on months <paramref name="from"/> to before <paramref name="to"/>: parts of a year always come to the whole.</summary>
    public static Yen Share(Yen annual, int from, int to) => new(annual.Amount * to / Months - annual.Amount * from / Months);
}
