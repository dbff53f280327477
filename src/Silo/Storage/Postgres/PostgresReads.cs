using JmaActors.Journal;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>Reads of heads and histories. Every batch sees one moment (repeatable read).</summary>
sealed class PostgresReads(NpgsqlDataSource source)
{
    const string Events = "SELECT ledger, version, type, schema, recorded_us, body, hash FROM jma.ledger_event";
    const string Parcels = "SELECT sender, version, receiver, type, body FROM jma.outbox";

    public async Task<IReadOnlyDictionary<string, LedgerHead>> Heads(IReadOnlyCollection<string> ledgers, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = HeadReads.Of(ledgers);
        command.Connection = connection;
        return await HeadReads.Read(command, ct);
    }

    public async Task<LedgerHistory> Read(string ledger, long after, CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(PostgresStatement.Of(HeadReads.One, Text(ledger)));
        batch.BatchCommands.Add(PostgresStatement.Of(
            $"{Events} WHERE ledger = $1 AND version > $2 ORDER BY version LIMIT $3", Text(ledger), Number(after), Number(JournalLimits.ReadPage)));
        if (LedgerHistory.OwesAt(after)) batch.BatchCommands.Add(PostgresStatement.Of($"{Parcels} WHERE sender = $1 ORDER BY version, receiver", Text(ledger)));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var head = await reader.ReadAsync(ct) ? new LedgerHead(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : LedgerHead.None;
        await reader.NextResultAsync(ct);
        List<EventRow> events = [];
        while (await reader.ReadAsync(ct)) events.Add(Event(reader));
        List<ParcelRow> parcels = [];
        if (await reader.NextResultAsync(ct))
        {
            while (await reader.ReadAsync(ct)) parcels.Add(Parcel(reader));
        }
        return new LedgerHistory(head, events, parcels);
    }

    public async Task<IReadOnlyDictionary<string, LedgerHistory>> ReadMany(IReadOnlyCollection<string> ledgers, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ledgers.Count, JournalLimits.ReadPage);
        string[] names = [.. ledgers];
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(PostgresStatement.Of(HeadReads.Named, Texts(names)));
        batch.BatchCommands.Add(PostgresStatement.Of($"{Events} WHERE ledger = ANY($1) AND version <= $2 ORDER BY ledger, version", Texts(names), Number(JournalLimits.ReadPage)));
        batch.BatchCommands.Add(PostgresStatement.Of($"{Parcels} WHERE sender = ANY($1) ORDER BY sender, version, receiver", Texts(names)));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var histories = new HistoryBuilder(names);
        while (await reader.ReadAsync(ct)) histories.Add(reader.GetString(0), new LedgerHead(reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)));
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct)) histories.Add(Event(reader));
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct)) histories.Add(Parcel(reader));
        return histories.Build();
    }

    public async Task<IReadOnlyList<KeyValuePair<string, LedgerHead>>> HeadPage(string after, int limit, CancellationToken ct)
    {
        await using var command = source.CreateCommand(HeadReads.Page);
        command.Parameters.Add(Text(after));
        command.Parameters.Add(Number(limit));
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<KeyValuePair<string, LedgerHead>> page = [];
        while (await reader.ReadAsync(ct)) page.Add(new(reader.GetString(0), new LedgerHead(reader.GetInt64(1), reader.GetFieldValue<byte[]>(2))));
        return page;
    }

    static EventRow Event(NpgsqlDataReader reader) => new(
        reader.GetString(0), reader.GetInt64(1), reader.GetString(2), reader.GetInt16(3), reader.GetInt64(4), reader.GetFieldValue<byte[]>(5), reader.GetFieldValue<byte[]>(6));

    static ParcelRow Parcel(NpgsqlDataReader reader) =>
        new(reader.GetString(0), reader.GetInt64(1), reader.GetString(2), reader.GetString(3), reader.GetFieldValue<byte[]>(4));

    static NpgsqlParameter Text(string value) => new NpgsqlParameter<string> { TypedValue = value };

    static NpgsqlParameter Texts(string[] value) => new NpgsqlParameter<string[]> { TypedValue = value, NpgsqlDbType = PostgresTypes.Texts };

    static NpgsqlParameter Number(long value) => new NpgsqlParameter<long> { TypedValue = value };
}
