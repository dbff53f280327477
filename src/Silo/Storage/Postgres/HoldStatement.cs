using JmaActors.Journal;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>Holds ledgers of which a group puts rows without an event until the transaction ends; aborts it when one has gone on.</summary>
sealed class HoldStatement
{
    readonly PostgresList<string> ledgers = new(PostgresTypes.Texts);
    readonly PostgresList<long> versions = new(PostgresTypes.Numbers);
    readonly ColumnStatement statement;

    public HoldStatement() => statement = new ColumnStatement("SELECT jma.hold_ledgers($1, $2)", ledgers, versions);

    public void AddTo(NpgsqlBatch batch, List<HeadMove> rows)
    {
        statement.Begin();
        foreach (var row in rows)
        {
            if (row.Version > row.Expected) continue;
            ledgers.Add(row.Ledger);
            versions.Add(row.Version);
        }
        if (ledgers.Count > 0) statement.AddTo(batch);
    }
}
