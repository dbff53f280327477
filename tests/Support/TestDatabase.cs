using Npgsql;

namespace JmaActors.Tests.Support;

/// <summary>
/// An empty database of a test's own in a PostgreSQL shared by all: the one that JMA_TEST_POSTGRES names, or one started for this process.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    static readonly Lazy<Task<string>> Shared = new(FindServer);

    readonly string server;
    readonly string name;

    TestDatabase(string server, string name) => (this.server, this.name) = (server, name);

    public string ConnectionString => new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;

    public static async Task<TestDatabase> Create()
    {
        var database = new TestDatabase(await Shared.Value, $"test_{Guid.NewGuid():N}");
        await Execute(database.server, $"CREATE DATABASE {database.name}");
        return database;
    }

    /// <summary>Runs a statement as the database's owner.</summary>
    public Task Execute(string sql) => Execute(ConnectionString, sql);

    public async ValueTask DisposeAsync() => await Execute(server, $"DROP DATABASE {name} WITH (FORCE)");

    static async Task Execute(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    static async Task<string> FindServer()
    {
        if (Environment.GetEnvironmentVariable("JMA_TEST_POSTGRES") is { Length: > 0 } given) return given;
        var own = await ThrowawayPostgres.Start();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => own.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return own.ConnectionString;
    }
}
