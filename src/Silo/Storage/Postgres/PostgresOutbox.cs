using JmaActors.Journal;
using JmaActors.Operations;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>Questions about waiting parcels, and notes on those that cannot be delivered.</summary>
sealed class PostgresOutbox(PostgresConnections connections)
{
    public async Task<IReadOnlyList<string>> Senders(string after, int limit, CancellationToken ct)
    {
        await using var command = connections.Reads.CreateCommand(OutboxSql.Senders("jma.", "$1", "$2"));
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = limit });
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<string> senders = [];
        while (await reader.ReadAsync(ct)) senders.Add(reader.GetString(0));
        return senders;
    }

    public async Task<int> Park(ParcelKey parcel, string reason, int attempts, DateTimeOffset at, CancellationToken ct)
    {
        await using var command = connections.Writes.CreateCommand(
            "UPDATE jma.outbox SET parked_reason = $4, parked_attempts = $5, parked_at = $6 WHERE sender = $1 AND version = $2 AND receiver = $3");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = parcel.Sender });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = parcel.Version });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = parcel.Receiver });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = reason });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = attempts });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = at.UtcDateTime });
        return await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<int> Unpark(string sender, CancellationToken ct)
    {
        await using var command = connections.Writes.CreateCommand(
            "UPDATE jma.outbox SET parked_reason = NULL, parked_attempts = NULL, parked_at = NULL WHERE sender = $1 AND parked_at IS NOT NULL");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = sender });
        return await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<IReadOnlyList<ParkedParcel>> Parked(int limit, CancellationToken ct)
    {
        await using var command = connections.Reads.CreateCommand(
            "SELECT sender, version, receiver, type, parked_reason, parked_attempts, parked_at FROM jma.outbox "
            + "WHERE parked_at IS NOT NULL ORDER BY parked_at, sender, version, receiver LIMIT $1");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = limit });
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<ParkedParcel> parked = [];
        while (await reader.ReadAsync(ct))
        {
            parked.Add(new ParkedParcel(
                reader.GetString(0), reader.GetInt64(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetInt32(5),
                new DateTimeOffset(reader.GetDateTime(6), TimeSpan.Zero)));
        }
        return parked;
    }

    public async Task<(int Waiting, int Parked)> Size(CancellationToken ct)
    {
        await using var command = connections.Reads.CreateCommand("SELECT count(*)::int, count(parked_at)::int FROM jma.outbox");
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetInt32(0), reader.GetInt32(1));
    }
}
