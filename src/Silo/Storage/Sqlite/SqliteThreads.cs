using System.Collections.Concurrent;
using JmaActors.Journal;
using Microsoft.Data.Sqlite;

namespace JmaActors.Storage.Sqlite;

/// <summary>
/// Threads of their own that do a database's blocking work in the order it came, so that no grain's thread ever waits for a disk.
/// Each has one connection, opened when first needed and again after a failure that may have spoilt it.
/// </summary>
sealed class SqliteThreads : IDisposable
{
    readonly BlockingCollection<Work> queue = new(SqliteLimits.Queue);
    readonly Thread[] threads;
    readonly string path;
    readonly bool readOnly;

    public SqliteThreads(string name, string path, bool readOnly, int count)
    {
        (this.path, this.readOnly) = (path, readOnly);
        threads = [.. Enumerable.Range(0, count).Select(i => new Thread(Loop) { IsBackground = true, Name = $"{name}-{i}" })];
        foreach (var thread in threads) thread.Start();
    }

    /// <summary>Does the work on a thread of its own.</summary>
    /// <exception cref="JournalAwayException">The database could not be opened, or too much is waiting.</exception>
    public Task<T> Run<T>(Func<SqliteSession, T> work, CancellationToken ct)
    {
        var item = new Work<T>(work, ct);
        try
        {
            if (!queue.TryAdd(item)) throw new JournalAwayException($"{SqliteLimits.Queue} pieces of work wait for the database.");
        }
        catch (InvalidOperationException e)
        {
            throw new JournalAwayException("The database has been closed.", e);
        }
        return item.Done;
    }

    /// <summary>Finishes what waits, then ends the threads.</summary>
    public void Dispose()
    {
        queue.CompleteAdding();
        foreach (var thread in threads) thread.Join();
        queue.Dispose();
    }

    void Loop()
    {
        SqliteSession? session = null;
        foreach (var work in queue.GetConsumingEnumerable())
        {
            session ??= Open(work);
            if (session is not null && !work.Do(session))
            {
                session.Dispose();
                session = null;
            }
        }
        session?.Dispose();
    }

    SqliteSession? Open(Work work)
    {
        try
        {
            return new SqliteSession(path, readOnly);
        }
        catch (SqliteException e)
        {
            work.Fail(new JournalAwayException("The database file cannot be opened.", e));
            return null;
        }
    }

    abstract class Work
    {
        /// <summary>False when the session should not be used again.</summary>
        public abstract bool Do(SqliteSession session);

        public abstract void Fail(Exception why);
    }

    sealed class Work<T>(Func<SqliteSession, T> work, CancellationToken ct) : Work
    {
        readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<T> Done => done.Task;

        public override bool Do(SqliteSession session)
        {
            if (ct.IsCancellationRequested)
            {
                done.TrySetCanceled(ct);
                return true;
            }
            try
            {
                done.TrySetResult(work(session));
                return true;
            }
            catch (SqliteException e)
            {
                done.TrySetException(SqliteErrors.OfRead(e));
                return false;
            }
            catch (Exception e)
            {
                done.TrySetException(e);
                return e is not (OutcomeUnknownException or JournalAwayException);
            }
        }

        public override void Fail(Exception why) => done.TrySetException(why);
    }
}
