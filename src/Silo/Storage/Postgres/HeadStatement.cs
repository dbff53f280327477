using JmaActors.Journal;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>Compares and sets the heads of a group, in one call that aborts the transaction when any is not where it was expected.</summary>
sealed class HeadStatement
{
    readonly PostgresList<string> oldNames = new(PostgresTypes.Texts);
    readonly PostgresList<long> expected = new(PostgresTypes.Numbers);
    readonly PostgresList<byte[]> expectedHashes = new(PostgresTypes.Bytes);
    readonly PostgresList<long> oldVersions = new(PostgresTypes.Numbers);
    readonly PostgresList<byte[]> oldHashes = new(PostgresTypes.Bytes);
    readonly PostgresList<string> newNames = new(PostgresTypes.Texts);
    readonly PostgresList<long> newVersions = new(PostgresTypes.Numbers);
    readonly PostgresList<byte[]> newHashes = new(PostgresTypes.Bytes);
    readonly ColumnStatement statement;

    public HeadStatement() => statement = new ColumnStatement(
        "SELECT jma.move_heads($1, $2, $3, $4, $5, $6, $7, $8)",
        oldNames, expected, expectedHashes, oldVersions, oldHashes,
        newNames, newVersions, newHashes);

    /// <param name="motion">Heads that need not be compared here: the key of the events does it.</param>
    public void AddTo(NpgsqlBatch batch, List<HeadMove> rows, HeadsInMotion motion)
    {
        statement.Begin();
        foreach (var row in rows)
        {
            if (row.Expected == 0) AddNew(row);
            else if (!motion.Knows(row)) AddOld(row);
        }
        if (oldNames.Count + newNames.Count > 0) statement.AddTo(batch);
    }

    void AddNew(in HeadMove row)
    {
        StorableText.Check(row.Ledger, "ledger");
        newNames.Add(row.Ledger);
        newVersions.Add(row.Version);
        newHashes.Add(row.Hash);
    }

    void AddOld(in HeadMove row)
    {
        oldNames.Add(row.Ledger);
        expected.Add(row.Expected);
        expectedHashes.Add(row.ExpectedHash);
        oldVersions.Add(row.Version);
        oldHashes.Add(row.Hash);
    }
}
