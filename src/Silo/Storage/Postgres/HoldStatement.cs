using JmaActors.Journal;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>Holds ledgers of which a group puts rows without an event until the transaction ends; aborts it when one has gone on.</summary>
sealed class HoldStatement
{
    readonly PostgresList<string> ledgers = new(PostgresTypes.Texts);
    readonly PostgresList<long> versions = new(PostgresTypes.Numbers);
    readonly NpgsqlBatchCommand command;

    public HoldStatement() => command = PostgresStatement.Of("SELECT jma.hold_ledgers($1, $2)", ledgers.Parameter, versions.Parameter);

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
