using JmaActors.Journal;

namespace JmaActors.Storage.Sqlite;

/// <summary>Reads of heads and histories, on a reader thread.</summary>
static class SqliteReads
{
    const string Head = "SELECT version, hash FROM ledger_head WHERE ledger = ?1";
    const string Events = "SELECT ledger, version, type, schema, recorded_us, body, hash FROM ledger_event WHERE ledger = ?1 AND version > ?2 ORDER BY version LIMIT ?3";
    const string Parcels = "SELECT sender, version, receiver, type, body FROM outbox WHERE sender = ?1 ORDER BY version, receiver";
    const string Page = "SELECT ledger, version, hash FROM ledger_head WHERE ledger > ?1 ORDER BY ledger LIMIT ?2";

    public static IReadOnlyDictionary<string, LedgerHead> Heads(SqliteSession session, IReadOnlyCollection<string> ledgers)
    {
        var heads = new Dictionary<string, LedgerHead>(ledgers.Count, StringComparer.Ordinal);
        foreach (var ledger in ledgers)
        {
            if (OneHead(session, ledger) is { Version: > 0 } head) heads[ledger] = head;
        }
        return heads;
    }

    public static LedgerHistory Read(SqliteSession session, string ledger, long after)
    {
        var head = OneHead(session, ledger);
        return new LedgerHistory(head, head.Version > after ? EventsOf(session, ledger, after) : [], LedgerHistory.OwesAt(after) ? ParcelsOf(session, ledger) : []);
    }

    public static IReadOnlyDictionary<string, LedgerHistory> ReadMany(SqliteSession session, IReadOnlyCollection<string> ledgers)
    {
        var histories = new Dictionary<string, LedgerHistory>(ledgers.Count, StringComparer.Ordinal);
        foreach (var ledger in ledgers) histories[ledger] = Read(session, ledger, 0);
        return histories;
    }

    public static IReadOnlyList<KeyValuePair<string, LedgerHead>> HeadPage(SqliteSession session, string after, int limit)
    {
        var statement = session.Statement(Page);
        statement.Bind(1, after);
        statement.Bind(2, limit);
        List<KeyValuePair<string, LedgerHead>> page = [];
        while (statement.Step()) page.Add(new(statement.Text(0), new LedgerHead(statement.Number(1), statement.Bytes(2))));
        statement.Reset();
        return page;
    }

    static LedgerHead OneHead(SqliteSession session, string ledger)
    {
        var statement = session.Statement(Head);
        statement.Bind(1, ledger);
        var head = statement.Step() ? new LedgerHead(statement.Number(0), statement.Bytes(1)) : LedgerHead.None;
        statement.Reset();
        return head;
    }

    static List<EventRow> EventsOf(SqliteSession session, string ledger, long after)
    {
        var statement = session.Statement(Events);
        statement.Bind(1, ledger);
        statement.Bind(2, after);
        statement.Bind(3, JournalLimits.ReadPage);
        List<EventRow> events = [];
        while (statement.Step())
        {
            events.Add(new EventRow(
                ledger, statement.Number(1), statement.Text(2), (short)statement.Number(3), statement.Number(4), statement.Bytes(5), statement.Bytes(6)));
        }
        statement.Reset();
        return events;
    }

    static List<ParcelRow> ParcelsOf(SqliteSession session, string sender)
    {
        var statement = session.Statement(Parcels);
        statement.Bind(1, sender);
        List<ParcelRow> parcels = [];
        while (statement.Step()) parcels.Add(new ParcelRow(sender, statement.Number(1), statement.Text(2), statement.Text(3), statement.Bytes(4)));
        statement.Reset();
        return parcels;
    }
}
