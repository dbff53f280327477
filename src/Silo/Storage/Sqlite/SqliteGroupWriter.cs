using System.Runtime.InteropServices;
using JmaActors.Journal;
using Microsoft.Data.Sqlite;

namespace JmaActors.Storage.Sqlite;

/// <summary>Writes a commit group in one transaction. Used by the writer thread only.</summary>
sealed class SqliteGroupWriter
{
    readonly Dictionary<ViewTable, SqliteViewTable> views = [];

    /// <summary>The ledgers whose head was not as expected; when there are any, nothing was written.</summary>
    public IReadOnlyList<string> Commit(SqliteSession session, CommitGroup group)
    {
        try
        {
            session.Execute("BEGIN IMMEDIATE");
            var losers = MoveHeads(session, group.Heads);
            if (losers.Count > 0)
            {
                session.Undo();
                return losers;
            }
            AddEvents(session, group.Events);
            Send(session, group.Parcels);
            TakeAway(session, group.Delivered);
            foreach (var view in group.Views) TableOf(view.Table).Write(session, view);
        }
        catch (SqliteException e)
        {
            session.Undo();
            throw SqliteErrors.BeforeCommit(e);
        }
        catch (GroupFaultException)
        {
            session.Undo();
            throw;
        }
        Finish(session);
        return [];
    }

    static void Finish(SqliteSession session)
    {
        try
        {
            session.Execute("COMMIT");
        }
        catch (SqliteException e)
        {
            // The session is closed after this, which ends what the transaction may have left.
            throw SqliteErrors.OfCommit(e);
        }
    }

    static List<string> MoveHeads(SqliteSession session, List<HeadMove> heads)
    {
        var old = session.Statement("UPDATE ledger_head SET version = ?1, hash = ?2 WHERE ledger = ?3 AND version = ?4 AND hash = ?5");
        var fresh = session.Statement("INSERT INTO ledger_head (ledger, version, hash) VALUES (?3, ?1, ?2) ON CONFLICT (ledger) DO NOTHING");
        List<string> losers = [];
        foreach (var head in heads)
        {
            var statement = head.Expected == 0 ? fresh : old;
            if (head.Expected == 0) StorableText.Check(head.Ledger, "ledger");
            statement.Bind(1, head.Version);
            statement.Bind(2, head.Hash.AsSpan());
            statement.Bind(3, head.Ledger);
            if (head.Expected != 0)
            {
                statement.Bind(4, head.Expected);
                statement.Bind(5, head.ExpectedHash.AsSpan());
            }
            if (statement.Run() != 1) losers.Add(head.Ledger);
        }
        return losers;
    }

    static void AddEvents(SqliteSession session, List<EventRow> events)
    {
        var insert = session.Statement("INSERT INTO ledger_event (ledger, version, type, schema, recorded_us, body, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(events))
        {
            StorableText.Check(row.Type, "type");
            insert.Bind(1, row.Ledger);
            insert.Bind(2, row.Version);
            insert.Bind(3, row.Type);
            insert.Bind(4, row.Schema);
            insert.Bind(5, row.RecordedMicros);
            insert.Bind(6, row.Body.AsSpan());
            insert.Bind(7, row.Hash.AsSpan());
            insert.Run();
        }
    }

    static void Send(SqliteSession session, List<ParcelRow> parcels)
    {
        var insert = session.Statement("INSERT INTO outbox (sender, version, receiver, type, body) VALUES (?1, ?2, ?3, ?4, ?5)");
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(parcels))
        {
            StorableText.Check(row.Receiver, "receiver");
            StorableText.Check(row.Type, "type");
            insert.Bind(1, row.Sender);
            insert.Bind(2, row.Version);
            insert.Bind(3, row.Receiver);
            insert.Bind(4, row.Type);
            insert.Bind(5, row.Body.AsSpan());
            insert.Run();
        }
    }

    static void TakeAway(SqliteSession session, List<ParcelKey> delivered)
    {
        var delete = session.Statement("DELETE FROM outbox WHERE sender = ?1 AND version = ?2 AND receiver = ?3");
        foreach (var parcel in delivered)
        {
            delete.Bind(1, parcel.Sender);
            delete.Bind(2, parcel.Version);
            delete.Bind(3, parcel.Receiver);
            delete.Run();
        }
    }

    SqliteViewTable TableOf(ViewTable table)
    {
        if (!views.TryGetValue(table, out var known)) views[table] = known = new SqliteViewTable(table);
        return known;
    }
}
