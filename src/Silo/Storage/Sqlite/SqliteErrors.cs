using JmaActors.Journal;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace JmaActors.Storage.Sqlite;

/// <summary>What a failure of the database means for those who wait.</summary>
static class SqliteErrors
{
    /// <summary>A failure before the commit began to be written; the transaction was rolled back.</summary>
    public static Exception BeforeCommit(SqliteException failure) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_TOOBIG or raw.SQLITE_RANGE =>
            new GroupFaultException($"The database refused a row ({failure.SqliteExtendedErrorCode}).", failure),
        _ => new JournalAwayException($"The database could not commit now ({failure.SqliteExtendedErrorCode}).", failure),
    };

    /// <summary>A failure of the commit itself: when it only found the file busy nothing was written, otherwise nobody knows.</summary>
    public static Exception OfCommit(SqliteException failure) => failure.SqliteErrorCode == raw.SQLITE_BUSY
        ? new JournalAwayException("The database file is locked by another process.", failure)
        : new OutcomeUnknownException($"The commit failed on its way to the disk ({failure.SqliteExtendedErrorCode}).", failure);

    public static JournalAwayException OfRead(SqliteException failure) => new($"The database could not be read ({failure.SqliteExtendedErrorCode}).", failure);
}
