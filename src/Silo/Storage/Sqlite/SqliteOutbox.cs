using JmaActors.Journal;
using JmaActors.Operations;

namespace JmaActors.Storage.Sqlite;

/// <summary>Questions about waiting parcels, and notes on those that cannot be delivered.</summary>
static class SqliteOutbox
{
    static readonly string SendersSql = OutboxSql.Senders("", "?1", "?2");

    public static IReadOnlyList<string> Senders(SqliteSession session, string after, int limit)
    {
        var statement = session.Statement(SendersSql);
        statement.Bind(1, after);
        statement.Bind(2, limit);
        List<string> senders = [];
        while (statement.Step()) senders.Add(statement.Text(0));
        statement.Reset();
        return senders;
    }

    public static int Park(SqliteSession session, ParcelKey parcel, string reason, int attempts, DateTimeOffset at)
    {
        var statement = session.Statement(
            "UPDATE outbox SET parked_reason = ?4, parked_attempts = ?5, parked_at = ?6 WHERE sender = ?1 AND version = ?2 AND receiver = ?3");
        statement.Bind(1, parcel.Sender);
        statement.Bind(2, parcel.Version);
        statement.Bind(3, parcel.Receiver);
        statement.Bind(4, reason);
        statement.Bind(5, attempts);
        statement.Bind(6, SqliteValues.Micros(at));
        return statement.Run();
    }

    public static int Unpark(SqliteSession session, string sender)
    {
        var statement = session.Statement("UPDATE outbox SET parked_reason = NULL, parked_attempts = NULL, parked_at = NULL WHERE sender = ?1 AND parked_at IS NOT NULL");
        statement.Bind(1, sender);
        return statement.Run();
    }

    public static IReadOnlyList<ParkedParcel> Parked(SqliteSession session, int limit)
    {
        var statement = session.Statement(
            "SELECT sender, version, receiver, type, parked_reason, parked_attempts, parked_at FROM outbox "
            + "WHERE parked_at IS NOT NULL ORDER BY parked_at, sender, version, receiver LIMIT ?1");
        statement.Bind(1, limit);
        List<ParkedParcel> parked = [];
        while (statement.Step())
        {
            parked.Add(new ParkedParcel(
                statement.Text(0), statement.Number(1), statement.Text(2), statement.Text(3), statement.Text(4), (int)statement.Number(5),
                SqliteValues.Instant(statement.Number(6))));
        }
        statement.Reset();
        return parked;
    }

    public static (int Waiting, int Parked) Size(SqliteSession session)
    {
        var statement = session.Statement("SELECT count(*), count(parked_at) FROM outbox");
        statement.Step();
        var size = ((int)statement.Number(0), (int)statement.Number(1));
        statement.Reset();
        return size;
    }
}
