using Npgsql;

namespace JmaActors.Benchmarks;

/// <summary>The PostgreSQL all sides run on; <c>bench.sh</c> starts it and names it in the environment.</summary>
static class Database
{
    public const int Members = 10_000;

    /// <summary>A connection string to a fresh database of this run.</summary>
    public static async Task<string> Fresh(string name)
    {
        var server = Environment.GetEnvironmentVariable("JMA_BENCH_POSTGRES") ?? throw new InvalidOperationException("JMA_BENCH_POSTGRES names the PostgreSQL to measure on; ./bench.sh sets it.");
        await using var source = NpgsqlDataSource.Create(server);
        await using (var drop = source.CreateCommand($"DROP DATABASE IF EXISTS {name} WITH (FORCE)")) await drop.ExecuteNonQueryAsync();
        await using (var create = source.CreateCommand($"CREATE DATABASE {name}")) await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    /// <summary>The careful hand's connections: no reset between uses, statements prepared by themselves.</summary>
    public static NpgsqlDataSource Tuned(string connection, int pool) => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection)
    {
        NoResetOnClose = true,
        MaxAutoPrepare = 20,
        AutoPrepareMinUsages = 2,
        MaxPoolSize = pool,
    }.ConnectionString);

    public static async Task Execute(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Flushes what earlier rounds left, so that no side pays for another's checkpoint.</summary>
    public static async Task Settle(NpgsqlDataSource source) => await Execute(source, "CHECKPOINT");
}
