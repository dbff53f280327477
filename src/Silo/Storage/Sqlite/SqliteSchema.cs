using JmaActors.Journal;

namespace JmaActors.Storage.Sqlite;

/// <summary>Makes what is missing of the journal's tables and the views.</summary>
static class SqliteSchema
{
    /// <summary>Edition of the journal's own tables.</summary>
    const int Version = 1;

    public static int Ensure(SqliteSession session, IEnumerable<ViewTable> views) =>
        session.Together(s =>
        {
            s.Execute(StorageResources.Text("Sqlite.journal.sql"));
            foreach (var view in SharedRows.InOrder(views)) Ensure(s, view);
            s.Execute($"INSERT INTO schema_version (part, version) VALUES ('journal', {Version}) ON CONFLICT (part) DO UPDATE SET version = excluded.version");
            return Version;
        });

    static void Ensure(SqliteSession session, ViewTable view)
    {
        if (view.Beside is null) session.Execute(SqliteViewSql.Create(view));
        var present = ColumnsOf(session, view.Table);
        foreach (var column in view.Columns)
        {
            if (!present.Contains(column.Name)) session.Execute(SqliteViewSql.Add(view, column));
        }
        foreach (var index in view.Indexes) session.Execute(SqliteViewSql.Index(view, index));
    }

    static HashSet<string> ColumnsOf(SqliteSession session, string table)
    {
        var statement = session.Statement("SELECT name FROM pragma_table_info(?1)");
        statement.Bind(1, table);
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        while (statement.Step()) names.Add(statement.Text(0));
        statement.Reset();
        return names;
    }
}
