namespace JmaActors.WorkHours;

/// <summary>A run of civil days, by number (<see cref="DateOnly.DayNumber"/>), both ends included.</summary>
public readonly record struct DaySpan(int First, int Last)
{
    /// <summary>Number of days.</summary>
    public int Days => Last - First + 1;

    /// <summary>Whether a day lies in it.</summary>
    public bool Holds(int day) => day >= First && day <= Last;

    /// <summary>The first date.</summary>
    public DateOnly From => DateOnly.FromDayNumber(First);

    /// <summary>The last date.</summary>
    public DateOnly To => DateOnly.FromDayNumber(Last);
}

/// <summary>
/// Months and years of a 36協定, counted from the day it began (rule <c>work.period</c>). A month that lacks that day of the month begins on its own last day.
/// </summary>
public static class AgreementPeriods
{
    const int YearMonths = 12;

    /// <summary>The month a day lies in.</summary>
    public static DaySpan Month(DateOnly agreementFrom, DateOnly on) => Period(agreementFrom, on, 1);

    /// <summary>The year a day lies in.</summary>
    public static DaySpan Year(DateOnly agreementFrom, DateOnly on) => Period(agreementFrom, on, YearMonths);

    /// <summary>The months of a year, in order.</summary>
    public static IEnumerable<DaySpan> Months(DateOnly agreementFrom, DaySpan year)
    {
        for (var month = Month(agreementFrom, year.From); month.First <= year.Last; month = Month(agreementFrom, month.To.AddDays(1))) yield return month;
    }

    /// <summary>
    /// The last day on which a month can have begun that is over by a day, whatever day agreements count from: what began later runs. Where months lack the day of an agreement the first day alone
    /// does not tell (28 February to 30 March), and what may be over counts as over.
    /// </summary>
    public static DateOnly LastOver(DateOnly on)
    {
        var (sameDay, dayBeforeNext) = (on.AddMonths(-1), on.AddDays(1).AddMonths(-1).AddDays(-1));
        return sameDay > dayBeforeNext ? sameDay : dayBeforeNext;
    }

    static DaySpan Period(DateOnly start, DateOnly on, int months)
    {
        var elapsed = (on.Year - start.Year) * YearMonths + on.Month - start.Month;
        var at = (int)Math.Floor(elapsed / (double)months);
        while (start.AddMonths(at * months) > on) at--;
        while (start.AddMonths((at + 1) * months) <= on) at++;
        return new DaySpan(start.AddMonths(at * months).DayNumber, start.AddMonths((at + 1) * months).DayNumber - 1);
    }
}
