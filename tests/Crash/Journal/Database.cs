using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace JmaActors.Crash.Journal;

/// <summary>The database itself, read without the silo's help.</summary>
sealed class Database(CrashSettings settings)
{
    /// <summary>Reads rows one after another.</summary>
    public IEnumerable<T> Rows<T>(string sql, Func<DbDataReader, T> row)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return row(reader);
    }

    /// <summary>Ledger, version and hash of every head. In PostgreSQL a row may lag behind its ledger, but must be an event of it.</summary>
    public string Heads => settings.Postgres is null ? "SELECT ledger, version, hash FROM ledger_head" : """
        SELECT h.ledger, CASE WHEN e.ledger IS NULL THEN h.version ELSE n.version END, CASE WHEN e.ledger IS NULL THEN h.hash ELSE n.hash END
        FROM ledger_head AS h CROSS JOIN LATERAL head_of(h.ledger) AS n
        LEFT JOIN ledger_event AS e ON e.ledger = h.ledger AND e.version = h.version AND e.hash = h.hash
        """;

    public long Number(string sql) => Rows(sql, r => Number(r, 0)).Single();

    public static long Number(DbDataReader row, int column) => Convert.ToInt64(row.GetValue(column), CultureInfo.InvariantCulture);

    public static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>SQLite keeps dates as text.</summary>
    public static DateOnly Date(DbDataReader row, int column) => row.GetValue(column) switch
    {
        string text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime date => DateOnly.FromDateTime(date),
        DateOnly date => date,
        var other => throw new InvalidDataException($"{other} is no date."),
    };

    /// <summary>SQLite keeps instants as microseconds since 1970.</summary>
    public static DateTimeOffset Instant(DbDataReader row, int column) => row.GetValue(column) switch
    {
        long micros => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond),
        DateTime at => new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)),
        var other => throw new InvalidDataException($"{other} is no instant."),
    };

    DbConnection Open()
    {
        DbConnection connection = settings.Postgres is { } postgres
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(postgres) { SearchPath = "jma" }.ConnectionString)
            : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(settings.Data, "journal.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }
}
