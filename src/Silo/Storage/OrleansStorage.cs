using JmaActors.Storage.Postgres;
using Microsoft.Data.Sqlite;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Storage;

namespace JmaActors.Storage;

/// <summary>Points Orleans' grain storage, reminders and clustering at the database of this process.</summary>
public static class OrleansStorage
{
    /// <summary>The grain storage that keeps ledgers' snapshots.</summary>
    public const string Snapshots = "snapshots";

    const string PostgresInvariant = "Npgsql";

    /// <summary>Despite its name Orleans loads Microsoft.Data.Sqlite by it.</summary>
    const string SqliteInvariant = "System.Data.SQLite";

    /// <summary>Snapshots, reminders and clustering in PostgreSQL.</summary>
    public static ISiloBuilder UsePostgresStorage(this ISiloBuilder silo, string connectionString)
    {
        var tuned = PostgresConnections.ForOrleans(connectionString);
        return silo
            .AddSnapshots(PostgresInvariant, tuned)
            .UseAdoNetReminderService(o => (o.Invariant, o.ConnectionString) = (PostgresInvariant, tuned))
            .UseAdoNetClustering(o => (o.Invariant, o.ConnectionString) = (PostgresInvariant, tuned));
    }

    /// <summary>Finds the silos in PostgreSQL, for a process that is only a client.</summary>
    public static IClientBuilder UsePostgresStorage(this IClientBuilder client, string connectionString)
    {
        var tuned = PostgresConnections.ForOrleans(connectionString);
        return client.UseAdoNetClustering(o => (o.Invariant, o.ConnectionString) = (PostgresInvariant, tuned));
    }

    /// <summary>Snapshots and reminders in a SQLite file. Clustering stays in the process: one silo only.</summary>
    public static ISiloBuilder UseSqliteStorage(this ISiloBuilder silo, string path)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = SqliteWaitSeconds }.ConnectionString;
        return silo
            .AddSnapshots(SqliteInvariant, connection)
            .UseAdoNetReminderService(o => (o.Invariant, o.ConnectionString) = (SqliteInvariant, connection));
    }

    /// <summary>How long a write waits for another one: the file takes one at a time.</summary>
    const int SqliteWaitSeconds = 5;

    static ISiloBuilder AddSnapshots(this ISiloBuilder silo, string invariant, string connectionString) => silo.AddAdoNetGrainStorage(
        Snapshots,
        options => options.Configure<Serializer>((o, serializer) =>
        {
            o.Invariant = invariant;
            o.ConnectionString = connectionString;
            o.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
        }));
}
