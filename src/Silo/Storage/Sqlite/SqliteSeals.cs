using JmaActors.Operations;

namespace JmaActors.Storage.Sqlite;

/// <summary>Daily signatures over the heads. Sealing a date again replaces its seal.</summary>
static class SqliteSeals
{
    public static int Save(SqliteSession session, HeadSeal seal)
    {
        var statement = session.Statement(
            "INSERT INTO head_seal (date, ledgers, digest, signature, key_id, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
            + "ON CONFLICT (date) DO UPDATE SET ledgers = excluded.ledgers, digest = excluded.digest, signature = excluded.signature, "
            + "key_id = excluded.key_id, at = excluded.at");
        statement.Bind(1, SqliteValues.Text(seal.Date));
        statement.Bind(2, seal.Ledgers);
        statement.Bind(3, seal.Digest);
        statement.Bind(4, seal.Signature);
        statement.Bind(5, seal.KeyId);
        statement.Bind(6, SqliteValues.Micros(seal.At));
        return statement.Run();
    }

    public static IReadOnlyList<HeadSeal> Newest(SqliteSession session, int limit)
    {
        var statement = session.Statement("SELECT date, ledgers, digest, signature, key_id, at FROM head_seal ORDER BY date DESC LIMIT ?1");
        statement.Bind(1, limit);
        List<HeadSeal> seals = [];
        while (statement.Step())
        {
            seals.Add(new HeadSeal(
                SqliteValues.Date(statement.Text(0)), statement.Number(1), statement.Text(2), statement.Text(3), statement.Text(4), SqliteValues.Instant(statement.Number(5))));
        }
        statement.Reset();
        return seals;
    }
}
