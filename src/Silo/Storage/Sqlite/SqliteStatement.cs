using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace JmaActors.Storage.Sqlite;

/// <summary>
/// A prepared statement, bound and stepped without ADO.NET between: bulk writes bind a dozen values a row, and naming and boxing each of them
/// cost more than the database did. Parameters and columns count from 1 and 0, as in SQLite. Belongs to one thread.
/// </summary>
sealed class SqliteStatement : IDisposable
{
    readonly sqlite3 database;
    readonly sqlite3_stmt statement;
    byte[] text = new byte[1024];

    public SqliteStatement(sqlite3 database, string sql)
    {
        this.database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    public void Bind(int index, long value) => Check(raw.sqlite3_bind_int64(statement, index, value));

    public void Bind(int index, ReadOnlySpan<byte> value) => Check(raw.sqlite3_bind_blob(statement, index, value));

    public void Bind(int index, string? value)
    {
        if (value is null)
        {
            BindNull(index);
            return;
        }
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (text.Length < most) text = new byte[most];
        var length = Encoding.UTF8.GetBytes(value, text);
        Check(raw.sqlite3_bind_text(statement, index, text.AsSpan(0, length)));
    }

    public void BindNull(int index) => Check(raw.sqlite3_bind_null(statement, index));

    /// <summary>True when a row is ready, false when the statement is done.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result == raw.SQLITE_ROW) return true;
        if (result == raw.SQLITE_DONE) return false;
        raw.sqlite3_reset(statement);
        throw Failure(result);
    }

    /// <summary>Makes it ready to be bound and stepped again.</summary>
    public void Reset() => raw.sqlite3_reset(statement);

    /// <summary>Runs a statement without rows; answers how many rows it changed.</summary>
    public int Run()
    {
        Step();
        Reset();
        return raw.sqlite3_changes(database);
    }

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(statement, column).ToArray();

    public void Dispose() => statement.Dispose();

    void Check(int result)
    {
        if (result != raw.SQLITE_OK) throw Failure(result);
    }

    SqliteException Failure(int result) =>
        new(raw.sqlite3_errmsg(database).utf8_to_string(), result & 0xff, raw.sqlite3_extended_errcode(database));
}
