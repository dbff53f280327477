using JmaActors.Journal;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>
/// Turns the view rows of a group into one statement each for the rows added, put and taken away. Adding without looking costs half of an upsert.
/// Belongs to one writer.
/// </summary>
sealed class PostgresViewTable
{
    readonly PostgresColumn[] added;
    readonly PostgresColumn[] columns;
    readonly PostgresColumn[] keys;
    readonly NpgsqlBatchCommand add;
    readonly NpgsqlBatchCommand put;
    readonly NpgsqlBatchCommand delete;

    public PostgresViewTable(ViewTable table)
    {
        added = [.. table.Columns.Select(PostgresColumn.Of)];
        columns = [.. table.Columns.Select(PostgresColumn.Of)];
        keys = [.. table.Columns.Take(table.KeyColumns).Select(PostgresColumn.Of)];
        add = PostgresStatement.Of(PostgresViewSql.Add(table), [.. added.Select(c => c.Parameter)]);
        put = PostgresStatement.Of(PostgresViewSql.Put(table), [.. columns.Select(c => c.Parameter)]);
        delete = PostgresStatement.Of(PostgresViewSql.Delete(table), [.. keys.Select(c => c.Parameter)]);
    }

    /// <param name="careful">Added rows may be there all the same: put them with the others.</param>
    public void AddTo(NpgsqlBatch batch, ViewBatch rows, bool careful)
    {
        if (rows.Adds.Count > 0 && !careful)
        {
            foreach (var column in added) column.Fill(rows.Adds);
            batch.BatchCommands.Add(add);
        }
        if (rows.Deletes.Count > 0)
        {
            foreach (var key in keys) key.Fill(rows.Deletes);
            batch.BatchCommands.Add(delete);
        }
        var puts = careful ? [.. rows.Adds, .. rows.Puts] : rows.Puts;
        if (puts.Count > 0)
        {
            foreach (var column in columns) column.Fill(puts);
            batch.BatchCommands.Add(put);
        }
    }
}
