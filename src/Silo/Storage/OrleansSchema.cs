using JmaActors.Storage.Postgres;
using JmaActors.Storage.Sqlite;
using Npgsql;

namespace JmaActors.Storage;

/// <summary>Makes what Orleans' own providers need: their tables, and their statements in OrleansQuery.</summary>
public static class OrleansSchema
{
    /// <summary>Another number than the journal's: the two never wait for each other.</summary>
    const long Lock = 0x6A6D_615F_0002;

    /// <summary>In PostgreSQL; silos that start together take turns.</summary>
    public static Task EnsurePostgres(NpgsqlDataSource source, CancellationToken ct) =>
        PostgresSchema.Run(source, Lock, StorageResources.Text("Postgres.orleans.sql"), ct);

    /// <summary>In a SQLite file of Orleans' own. Blocking: for the start of a process.</summary>
    public static void EnsureSqlite(string path)
    {
        using var session = new SqliteSession(path, readOnly: false);
        session.Execute("BEGIN IMMEDIATE;" + StorageResources.Text("Sqlite.orleans.sql") + "COMMIT;");
    }
}
