using JmaActors.Journal;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>Makes what is missing of the journal's tables and the views.</summary>
static class PostgresSchema
{
    /// <summary>Edition of the journal's own tables. 2: rows of heads may lag behind their ledgers.</summary>
    const int Version = 2;

    /// <summary>An arbitrary number all silos agree on: who holds it may change the schema.</summary>
    const long Lock = 0x6A6D_615F_0001;

    const int TimeoutSeconds = 120;

    /// <summary>A program that does not know what the tables mean by now must not touch them.</summary>
    static string NotNewer => $"""
        DO $newer$ BEGIN
            IF EXISTS (SELECT 1 FROM jma.schema_version WHERE part = 'journal' AND version > {Version}) THEN
                RAISE EXCEPTION 'The tables of the journal are of a newer edition than {Version}, which this program knows: start the newer program.';
            END IF;
        END $newer$;
        """;

    public static async Task Ensure(NpgsqlDataSource source, IEnumerable<ViewTable> views, CancellationToken ct)
    {
        List<string> statements = [StorageResources.Text("Postgres.journal.sql"), NotNewer];
        foreach (var view in SharedRows.InOrder(views))
        {
            if (view.Beside is null) statements.Add(PostgresViewSql.Create(view));
            statements.AddRange(PostgresViewSql.Upgrade(view));
            if (PostgresViewSql.HasPutFunction(view)) statements.Add(PostgresViewSql.PutFunction(view));
        }
        statements.Add($"INSERT INTO jma.schema_version (part, version) VALUES ('journal', {Version}) ON CONFLICT (part) DO UPDATE SET version = excluded.version");
        await Run(source, Lock, string.Join('\n', statements), ct);
    }

    /// <summary>Runs a script in one transaction while holding a lock that other silos wait for.</summary>
    public static async Task Run(NpgsqlDataSource source, long turn, string script, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var take = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", connection, transaction) { CommandTimeout = TimeoutSeconds };
        take.Parameters.Add(new NpgsqlParameter<long> { TypedValue = turn });
        await take.ExecuteNonQueryAsync(ct);
        await using var command = new NpgsqlCommand(script, connection, transaction) { CommandTimeout = TimeoutSeconds };
        await command.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
