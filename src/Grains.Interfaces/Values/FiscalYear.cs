namespace JmaActors;

/// <summary>年度: 1 April to 31 March, named by the year it begins in.</summary>
[GenerateSerializer, Immutable, Alias("fiscal-year"), JsonConverter(typeof(FiscalYearJson))]
public readonly record struct FiscalYear([property: Id(0)] int Year) : IComparable<FiscalYear>
{
    public static FiscalYear Of(DateOnly date) => new(date.Month >= 4 ? date.Year : date.Year - 1);

    public DateOnly FirstDay => new(Year, 4, 1);

    public DateOnly LastDay => new(Year + 1, 3, 31);

    public FiscalYear Plus(int years) => new(Year + years);

    public const int Months = 12;

    /// <summary>Where a month of the calendar stands in the year: 0 for April, 11 for March.</summary>
    public static int Place(int month) => (month + Months - 4) % Months;

    /// <summary>The month of the calendar at a place: 4 for 0.</summary>
    public static int MonthAt(int place) => (place + 3) % Months + 1;

    public int CompareTo(FiscalYear other) => Year.CompareTo(other.Year);

    public override string ToString() => $"FY{Year}";
}
