namespace JmaActors.Storage.Sqlite;

/// <summary>Named limits of the SQLite store.</summary>
static class SqliteLimits
{
    /// <summary>How long a statement waits for another process that has the file locked.</summary>
    public static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(4);

    /// <summary>Threads that read journals, and as many connections.</summary>
    public const int JournalReaders = 2;

    /// <summary>Threads that search views; a long count never holds up a ledger that wakes.</summary>
    public const int ViewReaders = 2;

    /// <summary>Threads that read documents, of at most ten megabytes each.</summary>
    public const int EvidenceReaders = 2;

    /// <summary>Pieces of work waiting for a thread; one more is answered as if the database were away.</summary>
    public const int Queue = 65_536;

    public const int WriterCacheKilobytes = 64 * 1024;

    public const int ReaderCacheKilobytes = 16 * 1024;

    /// <summary>Pages in the write-ahead log before they go to the file: large, so that a page changed often is written once.</summary>
    public const int CheckpointPages = 8_000;

    /// <summary>What of the write-ahead log's file is kept after a checkpoint.</summary>
    public const long WalBytesKept = 64L * 1024 * 1024;
}
