using JmaActors.Members;

namespace JmaActors.Storage.Sqlite;

/// <summary>Brings the write-ahead log into the file and empties it: pages of before, with what was erased, stand in it until then.</summary>
public sealed class SqliteErased(SqliteDatabase database) : IErasedContent
{
    public Task Purge(CancellationToken ct) => database.Writer.Run(
        session =>
        {
            session.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            return true;
        },
        ct);
}
