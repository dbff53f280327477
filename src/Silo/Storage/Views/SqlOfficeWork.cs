using JmaActors.Offices;

namespace JmaActors.Storage.Views;

/// <summary><see cref="IOfficeWork"/> over the views of either database.</summary>
/// <param name="name">Its stable name.</param>
/// <param name="lines">
/// Ends a query that begins <c>SELECT … AS late</c> for a line of work, and says of which lines: by the very conditions of the list that shows them. The date
/// is today's.
/// </param>
sealed class SqlOfficeWork(string name, IViewDatabase database, Func<ViewDialect, AssociationId, DateOnly, ViewQuery> lines) : IOfficeWork
{
    public string Name => name;

    public Task<WorkWaiting> Count(AssociationId office, DateOnly today, CancellationToken ct) => database.Query(
        lines(database.Dialect, office, today).Then("LIMIT @most) w").With("most", OfficeLimits.CountedMost + 1),
        static r => r.Read() && r.GetInt64(0) is var count ? new WorkWaiting((int)Math.Min(count, OfficeLimits.CountedMost), count > OfficeLimits.CountedMost, (int)r.GetInt64(1)) : default,
        ct);

    /// <summary>Begins such a query.</summary>
    /// <param name="from">The tables.</param>
    /// <param name="late">What makes a line late; null when none is.</param>
    public static ViewQuery Lines(string from, string? late = null) =>
        new($"SELECT count(*), coalesce(sum(w.late), 0) FROM (SELECT {(late is null ? "0" : $"CASE WHEN {late} THEN 1 ELSE 0 END")} AS late FROM {from}");
}
