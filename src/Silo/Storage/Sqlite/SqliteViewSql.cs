using JmaActors.Journal;

namespace JmaActors.Storage.Sqlite;

/// <summary>The statements of one view table, generated from its definition.</summary>
static class SqliteViewSql
{
    public static string Create(ViewTable table)
    {
        if (HasRowId(table))
        {
            var rest = table.Columns.Skip(1).Select(Declare);
            return $"CREATE TABLE IF NOT EXISTS {table.Name} ({string.Join(", ", rest.Prepend($"{table.Columns[0].Name} INTEGER PRIMARY KEY"))}) STRICT";
        }
        return $"CREATE TABLE IF NOT EXISTS {table.Name} ({string.Join(", ", table.Columns.Select(Declare))}, PRIMARY KEY ({Key(table)})) STRICT, WITHOUT ROWID";
    }

    /// <summary>Adds a column a table of an older edition lacks; one that must have a value begins with its type's zero.</summary>
    public static string Add(ViewTable table, ViewColumn column) =>
        $"ALTER TABLE {table.Table} ADD COLUMN {Declare(column)}{(column.Nullable ? "" : $" DEFAULT {ZeroOf(column.Type)}")}";

    public static string Index(ViewTable table, ViewIndex index) =>
        $"CREATE INDEX IF NOT EXISTS {index.Name} ON {table.Table} ({string.Join(", ", index.Columns)})";

    public static string Put(ViewTable table)
    {
        var rest = SharedRows.Rest(table);
        var names = string.Join(", ", table.Columns.Concat(rest).Select(c => c.Name));
        var values = string.Join(", ", table.Columns.Select((_, i) => $"?{i + 1}").Concat(rest.Select(c => ZeroOf(c.Type))));
        var sets = table.Columns.Skip(table.KeyColumns).Select(c => $"{c.Name} = excluded.{c.Name}").ToList();
        var change = sets.Count == 0 ? "NOTHING" : $"UPDATE SET {string.Join(", ", sets)}";
        return $"INSERT INTO {table.Table} ({names}) VALUES ({values}) ON CONFLICT ({Key(table)}) DO {change}";
    }

    public static string Delete(ViewTable table) =>
        $"DELETE FROM {table.Table} WHERE {string.Join(" AND ", table.Columns.Take(table.KeyColumns).Select((c, i) => $"{c.Name} = ?{i + 1}"))}";

    /// <summary>A single number as key is the row's own id; other tables are clustered by their key.</summary>
    static bool HasRowId(ViewTable table) => table.KeyColumns == 1 && table.Columns[0].Type is (ColumnType.Integer or ColumnType.BigInteger);

    static string Key(ViewTable table) => string.Join(", ", table.Columns.Take(table.KeyColumns).Select(c => c.Name));

    static string Declare(ViewColumn column) => $"{column.Name} {TypeOf(column.Type)}{(column.Nullable ? "" : " NOT NULL")}";

    static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Text or ColumnType.Date => "TEXT",
        ColumnType.Bytes => "BLOB",
        _ => "INTEGER",
    };

    static string ZeroOf(ColumnType type) => type switch
    {
        ColumnType.Text => "''",
        ColumnType.Date => "'0001-01-01'",
        ColumnType.Bytes => "x''",
        _ => "0",
    };
}
