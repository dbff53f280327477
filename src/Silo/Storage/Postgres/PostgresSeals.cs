using JmaActors.Operations;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>Daily signatures over the heads. Sealing a date again replaces its seal.</summary>
static class PostgresSeals
{
    public static async Task<int> Save(NpgsqlDataSource source, HeadSeal seal, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "INSERT INTO jma.head_seal (date, ledgers, digest, signature, key_id, at) VALUES ($1, $2, $3, $4, $5, $6) "
            + "ON CONFLICT (date) DO UPDATE SET ledgers = excluded.ledgers, digest = excluded.digest, signature = excluded.signature, "
            + "key_id = excluded.key_id, at = excluded.at");
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = seal.Date });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = seal.Ledgers });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = seal.Digest });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = seal.Signature });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = seal.KeyId });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = seal.At.UtcDateTime });
        return await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task<IReadOnlyList<HeadSeal>> Newest(NpgsqlDataSource source, int limit, CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT date, ledgers, digest, signature, key_id, at FROM jma.head_seal ORDER BY date DESC LIMIT $1");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = limit });
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<HeadSeal> seals = [];
        while (await reader.ReadAsync(ct))
        {
            seals.Add(new HeadSeal(
                reader.GetFieldValue<DateOnly>(0), reader.GetInt64(1), reader.GetString(2), reader.GetString(3), reader.GetString(4),
                new DateTimeOffset(reader.GetDateTime(5), TimeSpan.Zero)));
        }
        return seals;
    }
}
