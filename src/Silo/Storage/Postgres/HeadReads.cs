using JmaActors.Journal;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>Reads heads by ledger name.</summary>
static class HeadReads
{
    /// <summary>Names of ledgers ($1) with their heads; those without one are left out.</summary>
    public const string Named = "SELECT n.ledger, h.version, h.hash FROM unnest($1::text[]) AS n(ledger) CROSS JOIN LATERAL jma.head_of(n.ledger) AS h";

    /// <summary>The head of one ledger ($1); no row when it has none.</summary>
    public const string One = "SELECT version, hash FROM jma.head_of($1)";

    /// <summary>Ledgers in order after a name ($1), as many as asked for ($2), with their heads.</summary>
    public const string Page = "SELECT n.ledger, h.version, h.hash FROM (SELECT ledger FROM jma.ledger_head WHERE ledger > $1 ORDER BY ledger LIMIT $2) AS n "
        + "CROSS JOIN LATERAL jma.head_of(n.ledger) AS h ORDER BY n.ledger";

    public static NpgsqlCommand Of(IReadOnlyCollection<string> ledgers)
    {
        var command = new NpgsqlCommand(Named);
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
