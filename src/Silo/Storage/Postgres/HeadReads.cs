using JmaActors.Journal;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>Reads heads by ledger name.</summary>
static class HeadReads
{
    public static NpgsqlCommand Of(IReadOnlyCollection<string> ledgers)
    {
        var command = new NpgsqlCommand("SELECT ledger, version, hash FROM jma.ledger_head WHERE ledger = ANY($1)");
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. ledgers], NpgsqlDbType = PostgresTypes.Texts });
        return command;
    }

    public static async Task<Dictionary<string, LedgerHead>> Read(NpgsqlCommand command, CancellationToken ct)
    {
        var heads = new Dictionary<string, LedgerHead>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) heads[reader.GetString(0)] = new LedgerHead(reader.GetInt64(1), reader.GetFieldValue<byte[]>(2));
        return heads;
    }
}
