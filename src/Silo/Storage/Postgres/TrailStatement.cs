using JmaActors.Journal;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>Brings rows of heads up to where their ledgers stand. One that another silo has brought further stays.</summary>
sealed class TrailStatement
{
    readonly PostgresList<string> ledgers = new(PostgresTypes.Texts);
    readonly PostgresList<long> versions = new(PostgresTypes.Numbers);
    readonly PostgresList<byte[]> hashes = new(PostgresTypes.Bytes);
    readonly NpgsqlBatchCommand command;

    public TrailStatement() => command = PostgresStatement.Of(
        "UPDATE jma.ledger_head AS h SET version = u.version, hash = u.hash "
        + "FROM (SELECT unnest($1::text[]), unnest($2::bigint[]), unnest($3::bytea[])) AS u(ledger, version, hash) WHERE h.ledger = u.ledger AND h.version < u.version",
        ledgers.Parameter, versions.Parameter, hashes.Parameter);

    public void AddTo(NpgsqlBatch batch, List<HeadMove> rows)
    {
        ledgers.Clear();
        versions.Clear();
        hashes.Clear();
        foreach (var row in rows)
        {
            ledgers.Add(row.Ledger);
            versions.Add(row.Version);
            hashes.Add(row.Hash);
        }
        batch.BatchCommands.Add(command);
    }
}

/// <summary>Compares the heads of ledgers of which a group puts rows without an event: aborts the transaction when one has gone on.</summary>
sealed class LastStatement
{
    readonly PostgresList<string> ledgers = new(PostgresTypes.Texts);
    readonly PostgresList<long> versions = new(PostgresTypes.Numbers);
    readonly NpgsqlBatchCommand command;

    public LastStatement() => command = PostgresStatement.Of("SELECT jma.expect_last($1, $2)", ledgers.Parameter, versions.Parameter);

    public void AddTo(NpgsqlBatch batch, List<HeadMove> rows)
    {
        ledgers.Clear();
        versions.Clear();
        foreach (var row in rows)
        {
            if (row.Version > row.Expected) continue;
            ledgers.Add(row.Ledger);
            versions.Add(row.Version);
        }
        if (ledgers.Count > 0) batch.BatchCommands.Add(command);
    }
}
