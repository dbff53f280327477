namespace JmaActors.Storage.Views;

/// <summary>A standing as of today, whenever its row was written: a row says beforehand what it will be after the next two 1 Aprils.</summary>
static class StandingSql
{
    /// <summary>The parameter every query that uses these must set: the fiscal year now.</summary>
    public const string Year = "year";

    /// <summary>Whether the certificate's condition is reached.</summary>
    public const string Reached = "CASE @year - s.fiscal_year WHEN 0 THEN s.reached WHEN 1 THEN s.next_reached WHEN 2 THEN s.last_reached ELSE false END";

    /// <summary>Units + codes in tenths.</summary>
    public const string Total = "CASE @year - s.fiscal_year WHEN 0 THEN s.total_tenths WHEN 1 THEN s.next_total_tenths WHEN 2 THEN s.last_total_tenths ELSE 0 END";

    /// <summary>A sum over this fiscal year only.</summary>
    public static string ThisYear(string column) => $"CASE WHEN s.fiscal_year = @year THEN s.{column} ELSE 0 END";

    public static ViewQuery WithYear(this ViewQuery query, int fiscalYear) => query.With(Year, fiscalYear);
}
