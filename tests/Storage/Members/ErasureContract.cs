using JmaActors.Credits;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Storage.Postgres;
using JmaActors.Storage.Sqlite;
using JmaActors.Storage.Views;
using JmaActors.Tests.Storage.Journal;
using JmaActors.Works;

namespace JmaActors.Tests.Storage.Members;

/// <summary>What an erased person leaves in the tables: the rows that are counted, and no name; each database runs all of it.</summary>
public abstract class ErasureContract : IAsyncLifetime
{
    const string Name = "消去希望之助";
    const string Kana = "ショウキョキボウノスケ";
    const long Number = 1_000_000_001;

    static readonly Membership Own = new(AssociationId.Local(26, 7), MembershipLayers.All, MemberCategory.A1);
    static readonly MemberLedger Ledger = new();

    /// <summary>Every table a person's attributes stand in; the standing's, because people are searched by it.</summary>
    static readonly string[] Tables = ["member", "member_name", "member_merged", "person_key", "credit_standing", "work_chunk"];

    StoreUnderTest subject = null!;

    protected StoreUnderTest Subject => subject;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<StoreUnderTest> Open();

    /// <summary>Has what is not in any row any more overwritten too.</summary>
    protected abstract Task Purge(StoreUnderTest subject);

    /// <summary>Everything the database keeps on the disk of this test, where the test can see it.</summary>
    protected abstract IEnumerable<byte[]> Disk(StoreUnderTest subject);

    public async ValueTask InitializeAsync()
    {
        subject = await Open();
        await subject.EnsureSchema([.. MemberViews.All, .. CreditViews.All, .. WorkViews.All]);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await subject.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_row_and_no_page_holds_the_name_and_who_is_counted_is_counted(bool merged)
    {
        var state = new MemberState();
        var person = new Person(Name, Kana, new DateOnly(1951, 2, 3), new RegistryNumber("1234567"), null);
        await Happens(state, 1, new MemberRegistered([1, 2, 3], new CardNumber("CARD0001"), Own, false) { Person = person, WrappedKey = [9, 9] });
        if (merged) await Happens(state, 2, new MemberMerged("m#1", Number + 1, false, false, "同一人"));
        Assert.Contains(await Rows(), row => row.Contains(Name, StringComparison.Ordinal));

        await Happens(state, 3, new MemberErased());
        await Purge(subject);

        Assert.DoesNotContain(await Rows(), row => row.Contains(Name, StringComparison.Ordinal) || row.Contains(Kana, StringComparison.Ordinal) || row.Contains("1234567", StringComparison.Ordinal));
        Assert.Empty(await subject.Rows($"SELECT * FROM {Table("person_key")}"));
        Assert.Empty(await subject.Rows($"SELECT * FROM {Table("member_name")}"));
        Assert.Equal(merged ? [] : [$"{Number}|26-007|7|1"], await subject.Rows($"SELECT member_id, local, layers, category FROM {Table("member")}"));
        NothingReadable();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_an_export_gathered_goes_when_it_is_expired_for_an_erasure_or_stopped(bool expired)
    {
        var (works, state) = (new SqlWorkIndex(subject.Views), new WorkState());
        var bytes = System.Text.Encoding.UTF8.GetBytes($"[\"{Name}\",\"{Kana}\"]");
        var started = new WorkStarted(WorkKind.Export, ["name"], ExportFormat.Csv, "", null, Caller.System, DateTimeOffset.UnixEpoch.AddYears(100)) { Request = bytes };
        await Happens(new WorkLedger(), "w1", state, 1, started);
        await Happens(new WorkLedger(), "w1", state, 2, new WorkGathered(0, 1, false, [], 0) { Gathered = new WorkChunk(bytes, Kana) });
        Assert.Equal(["w1"], await works.Kept("", 10, Ct));
        Assert.Empty(await works.Kept("w1", 10, Ct));

        await Happens(new WorkLedger(), "w1", state, 3, expired ? new WorkExpired() : new WorkEnded(WorkStage.Cancelled));
        await Purge(subject);

        Assert.Empty(await works.Kept("", 10, Ct));
        Assert.Empty(await subject.Rows($"SELECT * FROM {Table("work_chunk")}"));
        NothingReadable();
    }

    void NothingReadable()
    {
        foreach (var bytes in Disk(subject))
        {
            Assert.True(bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Name)) < 0, "The name lies on in a page.");
            Assert.True(bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Kana)) < 0, "The reading lies on in a page.");
        }
    }

    string Table(string name) => subject.Views.Dialect.Table(name);

    async Task<List<string>> Rows()
    {
        List<string> all = [];
        foreach (var table in Tables) all.AddRange(await subject.Rows($"SELECT * FROM {Table(table)}"));
        return all;
    }

    /// <summary>Folds an event and commits the view rows it changes, as a ledger's append does.</summary>
    Task Happens(MemberState state, long version, MemberEvent e) => Happens(Ledger, $"{Number}", state, version, e);

    async Task Happens<TState, TEvent>(LedgerDefinition<TState, TEvent> ledger, string key, TState state, long version, TEvent e)
        where TState : class, new()
        where TEvent : class
    {
        var meta = new EventMeta(version, new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero), new DateOnly(2026, 11, 23), Caller.System, "", null, 0);
        ledger.Evolve(state, e, meta);
        var sink = new ViewSink();
        ledger.Project(key, state, e, meta, sink);
        foreach (var table in sink.Rows.GroupBy(r => r.Table))
        {
            await subject.Commit(table.Key, batch =>
            {
                foreach (var row in table) (row.Delete ? batch.Deletes : batch.Puts).Add(row.Row);
            });
        }
    }
}

/// <summary>Erasure on PostgreSQL: rows only, for whose disk it is the operator answers.</summary>
public sealed class PostgresErasureTests : ErasureContract
{
    protected override async Task<StoreUnderTest> Open() => await PostgresUnderTest.Alone();

    protected override Task Purge(StoreUnderTest subject) => new PostgresErased(((PostgresUnderTest)subject).Connections).Purge(TestContext.Current.CancellationToken);

    protected override IEnumerable<byte[]> Disk(StoreUnderTest subject) => [];
}

/// <summary>Erasure on SQLite: the file and its log.</summary>
public sealed class SqliteErasureTests : ErasureContract
{
    protected override Task<StoreUnderTest> Open() => SqliteUnderTest.Open();

    protected override Task Purge(StoreUnderTest subject) => new SqliteErased(((SqliteUnderTest)subject).Database).Purge(TestContext.Current.CancellationToken);

    [Fact]
    public async Task While_somebody_reads_from_the_log_it_is_said_that_it_could_not_be_emptied()
    {
        var sqlite = (SqliteUnderTest)Subject;
        using (var reader = new SqliteSession(Path.Combine(sqlite.Folder, "journal.db"), readOnly: true))
        {
            reader.Execute("BEGIN");
            reader.Execute("SELECT count(*) FROM member");
            await Subject.Put(MemberViews.Names, MemberNameRow.Of(1, "消去希望之助", "ショウキョキボウノスケ"));
            await Assert.ThrowsAsync<TryAgainException>(() => Purge(Subject));
        }
        await Purge(Subject);
    }

    protected override IEnumerable<byte[]> Disk(StoreUnderTest subject)
    {
        foreach (var path in System.IO.Directory.EnumerateFiles(((SqliteUnderTest)subject).Folder))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            file.CopyTo(copy);
            yield return copy.ToArray();
        }
    }
}
