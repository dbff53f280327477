using JmaActors.Journal;

namespace JmaActors.Storage.Postgres;

/// <summary>The statements of one view table, generated from its definition.</summary>
static class PostgresViewSql
{
    public static string Create(ViewTable table)
    {
        var columns = table.Columns.Select(c => $"{c.Name} {TypeOf(c.Type)}{(c.Nullable ? "" : " NOT NULL")}");
        return $"CREATE TABLE IF NOT EXISTS jma.{table.Name} ({string.Join(", ", columns)}, PRIMARY KEY ({Key(table)})) WITH (fillfactor = {FillFactor(table)});";
    }

    /// <summary>A row per actor is updated all the time and needs room beside it (HOT); rows that gather under an actor are mostly added.</summary>
    static int FillFactor(ViewTable table) => table.KeyColumns == 1 ? 70 : 95;

    /// <summary>Brings a table of an older edition up to this one: columns that are new; those that must have a value begin with their type's zero.</summary>
    public static IEnumerable<string> Upgrade(ViewTable table)
    {
        foreach (var column in table.Columns.Skip(table.KeyColumns))
        {
            var rest = column.Nullable ? "" : $" NOT NULL DEFAULT {ZeroOf(column.Type)}";
            yield return $"ALTER TABLE jma.{table.Table} ADD COLUMN IF NOT EXISTS {column.Name} {TypeOf(column.Type)}{rest};";
        }
        foreach (var index in table.Indexes)
        {
            yield return $"CREATE INDEX IF NOT EXISTS {index.Name} ON jma.{table.Table} ({string.Join(", ", index.Columns)});";
        }
    }

    /// <summary>Adds rows given as one array per column; fails when one is there.</summary>
    public static string Add(ViewTable table)
    {
        var rest = SharedRows.Rest(table);
        var names = string.Join(", ", table.Columns.Concat(rest).Select(c => c.Name));
        return $"INSERT INTO jma.{table.Table} ({names}) SELECT {string.Join(", ", rest.Select(c => ZeroOf(c.Type)).Prepend(Rows(table.Columns)))}";
    }

    /// <summary>
    /// Puts the rows of a view with a row per actor, given as one array per column. Nearly always all of them are there: changing them without asking first costs a
    /// seventh less than an upsert, which locks each row before. What was missing is added by an upsert of all of them, in the same transaction.
    /// </summary>
    public static string PutFunction(ViewTable table)
    {
        var rest = table.Columns.Skip(1).ToList();
        return $"""
            CREATE OR REPLACE FUNCTION jma.put_{table.Name}({string.Join(", ", table.Columns.Select(c => $"{PlainTypeOf(c.Type)}[]"))}) RETURNS void LANGUAGE plpgsql AS $put$
            DECLARE
                changed bigint;
            BEGIN
                UPDATE jma.{table.Table} AS t SET {string.Join(", ", rest.Select(c => $"{c.Name} = n.{c.Name}"))}
                FROM (SELECT {Rows(table.Columns)}) AS n({string.Join(", ", table.Columns.Select(c => c.Name))})
                WHERE t.{Key(table)} = n.{Key(table)};
                GET DIAGNOSTICS changed = ROW_COUNT;
                IF changed <> cardinality($1) THEN
                    {Upsert(table)};
                END IF;
            END
            $put$;
            """;
    }

    /// <summary>A view with a row per actor, whose rows are there nearly always.</summary>
    public static bool HasPutFunction(ViewTable table) => table is { KeyColumns: 1, PartOf: null } && table.Columns.Count > 1;

    /// <summary>Puts rows given as one array per column, whether they are there or not.</summary>
    public static string Put(ViewTable table) => HasPutFunction(table)
        ? $"SELECT jma.put_{table.Name}({string.Join(", ", table.Columns.Select((c, i) => $"${i + 1}::{PlainTypeOf(c.Type)}[]"))})"
        : Upsert(table);

    static string Upsert(ViewTable table)
    {
        var sets = table.Columns.Skip(table.KeyColumns).Select(c => $"{c.Name} = excluded.{c.Name}").ToList();
        var change = sets.Count == 0 ? "NOTHING" : $"UPDATE SET {string.Join(", ", sets)}";
        return $"{Add(table)} ON CONFLICT ({Key(table)}) DO {change}";
    }

    /// <summary>Locks the rows of several views that share them, in order of key, before any is changed: groups that meet take turns instead of waiting for each other.</summary>
    public static string Lock(ViewTable table) =>
        $"SELECT 1 FROM jma.{table.Table} WHERE {table.Columns[0].Name} = ANY($1) ORDER BY {table.Columns[0].Name} FOR NO KEY UPDATE";

    /// <summary>Takes rows away, keys given as one array per key column.</summary>
    public static string Delete(ViewTable table)
    {
        var keys = table.Columns.Take(table.KeyColumns).ToList();
        var match = string.Join(" AND ", keys.Select(c => $"t.{c.Name} = d.{c.Name}"));
        return $"DELETE FROM jma.{table.Table} AS t USING (SELECT {Rows(keys)}) AS d({Key(table)}) WHERE {match}";
    }

    /// <summary>Arrays side by side as rows. In the select list nothing is gathered first, which a table function does: a fifth to a third less work.</summary>
    static string Rows(IEnumerable<ViewColumn> columns) => string.Join(", ", columns.Select((c, i) => $"unnest(${i + 1}::{PlainTypeOf(c.Type)}[])"));

    static string Key(ViewTable table) => string.Join(", ", table.Columns.Take(table.KeyColumns).Select(c => c.Name));

    static string TypeOf(ColumnType type) => type == ColumnType.Text ? "text COLLATE \"C\"" : PlainTypeOf(type);

    static string PlainTypeOf(ColumnType type) => type switch
    {
        ColumnType.Integer => "int",
        ColumnType.BigInteger => "bigint",
        ColumnType.Text => "text",
        ColumnType.Boolean => "boolean",
        ColumnType.Date => "date",
        ColumnType.Instant => "timestamptz",
        ColumnType.Bytes => "bytea",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No such column type."),
    };

    static string ZeroOf(ColumnType type) => type switch
    {
        ColumnType.Integer or ColumnType.BigInteger => "0",
        ColumnType.Boolean => "false",
        ColumnType.Date => "'0001-01-01'",
        ColumnType.Instant => "'epoch'",
        _ => "''",
    };
}
