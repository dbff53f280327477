namespace JmaActors.Dues;

/// <summary>Sums of the books, from which boards and lists of dues are drawn.</summary>
public interface IDuesTallies
{
    /// <summary>Figures of a year per local association through which it is collected, in one query; associations through which nothing is are left out.</summary>
    /// <param name="prefecture">Only local associations of this prefecture (two digits); null for all.</param>
    /// <param name="local">Only this local association; null for all.</param>
    /// <param name="today">Civil date: what is open and due before it is overdue.</param>
    Task<IReadOnlyDictionary<string, DuesFigures>> ByLocal(FiscalYear year, string? prefecture, string? local, DateOnly today, CancellationToken ct);

    /// <summary>People of an office who are billed something for a year.</summary>
    Task<DuesPage> People(DuesQuery query, DateOnly today, CancellationToken ct);
}
