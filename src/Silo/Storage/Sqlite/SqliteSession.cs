using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace JmaActors.Storage.Sqlite;

/// <summary>A connection with its prepared statements, used by one thread only.</summary>
sealed class SqliteSession : IDisposable
{
    readonly Dictionary<string, SqliteStatement> statements = new(StringComparer.Ordinal);

    public SqliteSession(string path, bool readOnly)
    {
        Connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = (int)SqliteLimits.BusyTimeout.TotalSeconds,
        }.ConnectionString);
        Connection.Open();
        Execute($"PRAGMA busy_timeout = {(int)SqliteLimits.BusyTimeout.TotalMilliseconds}");
        if (readOnly)
        {
            Execute($"PRAGMA cache_size = -{SqliteLimits.ReaderCacheKilobytes}");
            return;
        }
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");
        // What is deleted is overwritten in its page, which costs no further write: an erased name does not lie on in the file.
        Execute("PRAGMA secure_delete = FAST");
        Execute($"PRAGMA cache_size = -{SqliteLimits.WriterCacheKilobytes}");
        Execute($"PRAGMA wal_autocheckpoint = {SqliteLimits.CheckpointPages}");
        Execute($"PRAGMA journal_size_limit = {SqliteLimits.WalBytesKept}");
    }

    public SqliteConnection Connection { get; }

    /// <summary>The statement for this text, prepared at first use.</summary>
    public SqliteStatement Statement(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement)) statements[sql] = statement = new SqliteStatement(Connection.Handle!, sql);
        return statement;
    }

    public void Execute(string sql)
    {
        var result = raw.sqlite3_exec(Connection.Handle!, sql);
        if (result != raw.SQLITE_OK)
        {
            throw new SqliteException(raw.sqlite3_errmsg(Connection.Handle!).utf8_to_string(), result & 0xff, raw.sqlite3_extended_errcode(Connection.Handle!));
        }
    }

    /// <summary>Brings the log into the file and empties it: pages of before stand in it until then. False when somebody still reads from it.</summary>
    public bool EmptyLog()
    {
        using var command = Connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        return command.ExecuteScalar() is 0L;
    }

    /// <summary>Runs changes that stand together or not at all.</summary>
    public T Together<T>(Func<SqliteSession, T> change)
    {
        Execute("BEGIN IMMEDIATE");
        try
        {
            var done = change(this);
            Execute("COMMIT");
            return done;
        }
        catch (Exception)
        {
            Undo();
            throw;
        }
    }

    /// <summary>Takes back what the transaction has done so far. Some failures end it by themselves.</summary>
    public void Undo()
    {
        if (raw.sqlite3_get_autocommit(Connection.Handle!) == 0) Execute("ROLLBACK");
    }

    /// <summary>Runs reads that must see one moment.</summary>
    public T Snapshot<T>(Func<SqliteSession, T> read)
    {
        Execute("BEGIN");
        try
        {
            return read(this);
        }
        finally
        {
            Execute("COMMIT");
        }
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        statements.Clear();
        Connection.Dispose();
    }
}
