using JmaActors.Journal;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>Brings rows of heads up to where their ledgers stand. One that another silo has brought further, or is at work on, stays.</summary>
sealed class TrailStatement
{
    readonly PostgresList<string> ledgers = new(PostgresTypes.Texts);
    readonly PostgresList<long> versions = new(PostgresTypes.Numbers);
    readonly PostgresList<byte[]> hashes = new(PostgresTypes.Bytes);
    readonly ColumnStatement statement;

    public TrailStatement() => statement = new ColumnStatement("SELECT jma.trail_heads($1, $2, $3)", ledgers, versions, hashes);

    public void AddTo(NpgsqlBatch batch, List<HeadMove> rows)
    {
        statement.Begin();
        foreach (var row in rows)
        {
            ledgers.Add(row.Ledger);
            versions.Add(row.Version);
            hashes.Add(row.Hash);
        }
        statement.AddTo(batch);
    }
}
