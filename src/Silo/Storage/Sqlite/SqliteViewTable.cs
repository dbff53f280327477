using JmaActors.Journal;

namespace JmaActors.Storage.Sqlite;

/// <summary>Writes the view rows of one table within the writer's transaction.</summary>
sealed class SqliteViewTable(ViewTable table)
{
    readonly SqliteColumn[] columns = [.. table.Columns.Select(SqliteColumn.Of)];
    readonly string put = SqliteViewSql.Put(table);
    readonly string delete = SqliteViewSql.Delete(table);

    public void Write(SqliteSession session, ViewBatch rows)
    {
        if (rows.Deletes.Count > 0) Run(session.Statement(delete), rows.Deletes, table.KeyColumns);
        if (rows.Adds.Count > 0) Run(session.Statement(put), rows.Adds, columns.Length);
        if (rows.Puts.Count > 0) Run(session.Statement(put), rows.Puts, columns.Length);
    }

    void Run(SqliteStatement statement, List<object> rows, int bound)
    {
        foreach (var row in rows)
        {
            for (var i = 0; i < bound; i++) columns[i].Bind(statement, i + 1, row);
            statement.Run();
        }
    }
}
