using JmaActors.Members;

namespace JmaActors.Storage.Sqlite;

/// <summary>Brings the write-ahead log into the file and empties it: pages of before, with what was erased, stand in it until then.</summary>
public sealed class SqliteErased(SqliteDatabase database) : IErasedContent
{
    public async Task Purge(CancellationToken ct)
    {
        if (!await database.Writer.Run(session => session.EmptyLog(), ct)) throw new TryAgainException("The database is being read; what was erased is overwritten when this is asked again.");
    }
}
