using System.Runtime.InteropServices;
using JmaActors.Journal;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>Appends the events of a group.</summary>
sealed class EventStatement
{
    readonly PostgresList<string> ledgers = new(PostgresTypes.Texts);
    readonly PostgresList<long> versions = new(PostgresTypes.Numbers);
    readonly PostgresList<string> types = new(PostgresTypes.Texts);
    readonly PostgresList<short> schemas = new(PostgresTypes.Shorts);
    readonly PostgresList<long> recorded = new(PostgresTypes.Numbers);
    readonly PostgresList<byte[]> bodies = new(PostgresTypes.Bytes);
    readonly PostgresList<byte[]> hashes = new(PostgresTypes.Bytes);
    readonly ColumnStatement statement;

    public EventStatement() => statement = new ColumnStatement(
        "INSERT INTO jma.ledger_event (ledger, version, type, schema, recorded_us, body, hash) "
        + "SELECT unnest($1::text[]), unnest($2::bigint[]), unnest($3::text[]), unnest($4::smallint[]), unnest($5::bigint[]), unnest($6::bytea[]), unnest($7::bytea[])",
        ledgers, versions, types, schemas, recorded, bodies, hashes);

    public void AddTo(NpgsqlBatch batch, List<EventRow> rows)
    {
        statement.Begin();
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows))
        {
            StorableText.Check(row.Type, "type");
            ledgers.Add(row.Ledger);
            versions.Add(row.Version);
            types.Add(row.Type);
            schemas.Add(row.Schema);
            recorded.Add(row.RecordedMicros);
            bodies.Add(row.Body);
            hashes.Add(row.Hash);
        }
        statement.AddTo(batch);
    }
}
