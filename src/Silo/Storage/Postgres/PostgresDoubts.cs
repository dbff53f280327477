using System.Collections.Concurrent;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>
/// Connections that broke while committing. The server may still be at work on what they sent, so that a head read now could move afterwards:
/// before anybody reads back, the server is made to end them.
/// </summary>
sealed class PostgresDoubts(PostgresConnections connections)
{
    const int WaitMs = 2_000;
    readonly ConcurrentDictionary<string, bool> names = new(StringComparer.Ordinal);

    /// <param name="name">The application name under which the server knows the connection; never used twice.</param>
    public void Add(string name) => names[name] = true;

    /// <summary>Returns once the server has ended every doubtful connection.</summary>
    /// <exception cref="NpgsqlException">The server is away, or would not end one in time.</exception>
    public async ValueTask Settle(CancellationToken ct)
    {
        if (names.IsEmpty) return;
        foreach (var name in names.Keys)
        {
            await using var command = connections.Writes.CreateCommand(
                "SELECT coalesce(bool_and(pg_terminate_backend(pid, $2)), true) FROM pg_stat_activity WHERE application_name = $1");
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = WaitMs });
            if (await command.ExecuteScalarAsync(ct) is not true) throw new NpgsqlException("A broken connection's work has not ended yet.");
            names.TryRemove(name, out _);
        }
    }
}
