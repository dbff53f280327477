using JmaActors.Credits;
using JmaActors.Journal;

namespace JmaActors.Storage.Sqlite;

/// <summary>Documents in <c>evidence.db</c> of the data folder, apart from the journal's file, with threads of its own.</summary>
public sealed class SqliteEvidence : IEvidenceStore, IDisposable
{
    readonly SqliteThreads writer;
    readonly SqliteThreads readers;

    public SqliteEvidence(string path)
    {
        var file = Path.GetFullPath(path);
        writer = new SqliteThreads("evidence-writer", file, readOnly: false, count: 1);
        readers = new SqliteThreads("evidence-reader", file, readOnly: true, SqliteLimits.EvidenceReaders);
    }

    /// <summary>Makes what is missing of the tables.</summary>
    public static void EnsureSchema(string path)
    {
        using var session = new SqliteSession(Path.GetFullPath(path), readOnly: false);
        session.Execute(StorageResources.Text("Sqlite.evidence.sql"));
    }

    public Task<EvidenceKept> Put(MemberId member, EvidenceFile file, DateTimeOffset at, CancellationToken ct) =>
        Reached(writer.Run(s => SqliteEvidenceRows.Put(s, member, file, at), ct));

    public Task<EvidenceHolding?> Find(MemberId member, string sha256, CancellationToken ct) => Reached(readers.Run(s => SqliteEvidenceRows.Find(s, member, sha256), ct));

    public Task<EvidenceFile?> Read(MemberId member, string sha256, CancellationToken ct) => Reached(readers.Run(s => SqliteEvidenceRows.Read(s, member, sha256), ct));

    public Task<IReadOnlyList<EvidenceHolding>> Loose(DateTimeOffset before, int most, CancellationToken ct) =>
        Reached(readers.Run(s => SqliteEvidenceRows.Loose(s, before, most), ct));

    public Task Settle(IReadOnlyCollection<EvidenceHolding> attached, IReadOnlyCollection<EvidenceHolding> loose, CancellationToken ct) =>
        Reached(writer.Run(s => SqliteEvidenceRows.Settle(s, attached, loose), ct));

    public async Task Forget(MemberId member, CancellationToken ct)
    {
        var emptied = await Reached(writer.Run(
            s =>
            {
                // A document lies in pages of its own, which only this overwrites; the log of before is brought in and emptied.
                s.Execute("PRAGMA secure_delete = ON");
                SqliteEvidenceRows.Forget(s, member);
                return s.EmptyLog();
            },
            ct));
        if (!emptied) throw new TryAgainException("A document is being read; what was deleted is overwritten when this is asked again.");
    }

    public void Dispose()
    {
        readers.Dispose();
        writer.Dispose();
    }

    static async Task<T> Reached<T>(Task<T> work)
    {
        try
        {
            return await work;
        }
        catch (JournalAwayException e)
        {
            throw new TryAgainException("The documents cannot be reached; send the same again.", e);
        }
    }
}
