using JmaActors.Journal;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>
/// Locks the rows that several views of a group share, all at once and in order. Each view's own statement takes its rows in order of key, but two statements over
/// one table would take them in two orders, and another group the other way round. Needed only where a group changes both a person and what a benefit
/// knows of one: seldom, so that its parameters are made anew.
/// </summary>
static class RowLock
{
    public static NpgsqlBatchCommand Of(List<ViewBatch> views)
    {
        var keys = new SortedSet<long>();
        foreach (var view in views)
        {
            var key = (Func<object, long>)(row => KeyOf(view.Table, row));
            foreach (var row in view.Puts.Concat(view.Adds).Concat(view.Deletes)) keys.Add(key(row));
        }
        var command = new NpgsqlBatchCommand(PostgresViewSql.Lock(views[0].Table));
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. keys], NpgsqlDbType = PostgresTypes.Numbers });
        return command;
    }

    static long KeyOf(ViewTable table, object row) => table.Columns[0].Number(row);
}
