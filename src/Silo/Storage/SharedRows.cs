using JmaActors.Journal;

namespace JmaActors.Storage;

/// <summary>Views that lie beside another: their rows stand in its table.</summary>
static class SharedRows
{
    /// <summary>Each view once, a table before what lies beside it, whether it was named or not; parts have nothing of their own.</summary>
    public static IEnumerable<ViewTable> InOrder(IEnumerable<ViewTable> views)
    {
        List<ViewTable> all = [.. views.Where(v => v.PartOf is null)];
        return all.Where(v => v.Beside is not null).Select(v => v.Beside!).Concat(all).DistinctBy(v => v.Name).OrderBy(v => v.Beside is not null);
    }

    /// <summary>
    /// Columns of the table that a new row must have and this view does not know: the row begins with their type's zero. What lies beside is declared with that
    /// as default, the table itself is not.
    /// </summary>
    public static IReadOnlyList<ViewColumn> Rest(ViewTable view) => (view.Beside ?? view.PartOf) is { } table
        ? [.. table.Columns.Skip(table.KeyColumns).Where(c => !c.Nullable && !view.Columns.Any(own => own.Name == c.Name))] : [];

    /// <summary>Of a group's views, those of which several share rows, by table.</summary>
    public static IEnumerable<List<ViewBatch>> Met(List<ViewBatch> views)
    {
        if (!views.Exists(static v => v.Table.Beside is not null)) return [];
        return views.Where(v => v.Table.PartOf is null).GroupBy(v => v.Table.Table, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.ToList());
    }
}
