using Microsoft.Data.Sqlite;

namespace JmaActors.Tests.Web.Http.Fuzz;

/// <summary>All that a site has stored, table by table, row by row: journal heads and events, views, outbox. The audit, which says who looked, is left out, and the daily seals.</summary>
public static class StoredState
{
    public static IReadOnlySet<string> Of(string folder)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "journal.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").Select(r => r[0])
            .Where(t => t is not ("audit_line" or "head_seal")).SelectMany(t => Of(connection, t)).ToHashSet(StringComparer.Ordinal);
    }

    static IEnumerable<string> Of(SqliteConnection connection, string table) =>
        Rows(connection, $"SELECT * FROM {table}{(table.StartsWith("ledger_", StringComparison.Ordinal) ? " WHERE ledger NOT LIKE 'audit/%'" : "")}").Select(r => $"{table}: {string.Join('|', r)}");

    static List<string[]> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<string[]> rows = [];
        while (reader.Read())
        {
            var row = new string[reader.FieldCount];
            for (var i = 0; i < row.Length; i++) row[i] = reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture)!;
            rows.Add(row);
        }

        return rows;
    }
}
