namespace JmaActors.Storage.Sqlite;

/// <summary>The journal's file with the threads that write and read it. One per process and file.</summary>
public sealed class SqliteDatabase : IDisposable
{
    public SqliteDatabase(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        Writer = new SqliteThreads("journal-writer", Path, readOnly: false, count: 1);
        Readers = new SqliteThreads("journal-reader", Path, readOnly: true, SqliteLimits.JournalReaders);
        Searchers = new SqliteThreads("view-reader", Path, readOnly: true, SqliteLimits.ViewReaders);
    }

    public string Path { get; }

    internal SqliteThreads Writer { get; }

    internal SqliteThreads Readers { get; }

    internal SqliteThreads Searchers { get; }

    public void Dispose()
    {
        Searchers.Dispose();
        Readers.Dispose();
        Writer.Dispose();
    }
}
