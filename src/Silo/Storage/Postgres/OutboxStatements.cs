using System.Runtime.InteropServices;
using JmaActors.Journal;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>Puts a group's parcels into the outbox.</summary>
sealed class SendStatement
{
    readonly PostgresList<string> senders = new(PostgresTypes.Texts);
    readonly PostgresList<long> versions = new(PostgresTypes.Numbers);
    readonly PostgresList<string> receivers = new(PostgresTypes.Texts);
    readonly PostgresList<string> types = new(PostgresTypes.Texts);
    readonly PostgresList<byte[]> bodies = new(PostgresTypes.Bytes);
    readonly ColumnStatement statement;

    public SendStatement() => statement = new ColumnStatement(
        "INSERT INTO jma.outbox (sender, version, receiver, type, body) "
        + "SELECT unnest($1::text[]), unnest($2::bigint[]), unnest($3::text[]), unnest($4::text[]), unnest($5::bytea[])",
        senders, versions, receivers, types, bodies);

    public void AddTo(NpgsqlBatch batch, List<ParcelRow> rows)
    {
        statement.Begin();
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows))
        {
            StorableText.Check(row.Receiver, "receiver");
            StorableText.Check(row.Type, "type");
            senders.Add(row.Sender);
            versions.Add(row.Version);
            receivers.Add(row.Receiver);
            types.Add(row.Type);
            bodies.Add(row.Body);
        }
        statement.AddTo(batch);
    }
}

/// <summary>Takes delivered parcels out of the outbox.</summary>
sealed class DeliveredStatement
{
    readonly PostgresList<string> senders = new(PostgresTypes.Texts);
    readonly PostgresList<long> versions = new(PostgresTypes.Numbers);
    readonly PostgresList<string> receivers = new(PostgresTypes.Texts);
    readonly ColumnStatement statement;

    public DeliveredStatement() => statement = new ColumnStatement(
        "DELETE FROM jma.outbox AS o USING (SELECT unnest($1::text[]), unnest($2::bigint[]), unnest($3::text[])) AS d(sender, version, receiver) "
        + "WHERE o.sender = d.sender AND o.version = d.version AND o.receiver = d.receiver",
        senders, versions, receivers);

    public void AddTo(NpgsqlBatch batch, List<ParcelKey> rows)
    {
        statement.Begin();
        foreach (var row in rows)
        {
            senders.Add(row.Sender);
            versions.Add(row.Version);
            receivers.Add(row.Receiver);
        }
        statement.AddTo(batch);
    }
}
