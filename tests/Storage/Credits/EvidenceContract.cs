using JmaActors.Applications;
using JmaActors.Credits;
using JmaActors.Storage;
using JmaActors.Storage.Postgres;
using JmaActors.Storage.Sqlite;
using JmaActors.Storage.Views;
using JmaActors.Tests.Storage.Journal;

namespace JmaActors.Tests.Storage.Credits;

/// <summary>What is promised of documents; each database runs all of it.</summary>
public abstract class EvidenceContract : IAsyncLifetime
{
    /// <summary>Nine in the morning in Tokyo.</summary>
    static readonly DateTimeOffset Now = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    static readonly MemberId Her = new(1_000_000_001), Him = new(1_000_000_002);

    StoreUnderTest subject = null!;
    LooseEvidence loose = null!;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected IEvidenceStore Store { get; set; } = null!;

    protected abstract Task<StoreUnderTest> Open();

    /// <summary>Opens the documents anew, as after a restart.</summary>
    protected abstract Task<IEvidenceStore> Reopen();

    /// <summary>How many documents the database has, whoever holds them.</summary>
    protected abstract Task<long> Files();

    public async ValueTask InitializeAsync()
    {
        subject = await Open();
        await subject.EnsureSchema([.. CreditViews.All, .. ApplicationViews.All]);
        Store = await Reopen();
        loose = new LooseEvidence(Store, new EvidenceUses(subject.Views));
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await subject.DisposeAsync();
    }

    [Fact]
    public async Task A_document_is_read_back_as_it_came_also_after_a_restart()
    {
        var file = File(1, EvidenceKind.Jpeg, EvidenceLimits.Bytes);
        Assert.Equal(EvidenceKept.Kept, await Store.Put(Her, file, Now, Ct));
        Store = await Reopen();

        var read = await Store.Read(Her, file.Sha256, Ct);

        Assert.Equal(EvidenceKind.Jpeg, read!.Kind);
        Assert.True(read.Content.Span.SequenceEqual(file.Content.Span));
        Assert.Equal(new EvidenceHolding(Her, file.Sha256, EvidenceKind.Jpeg, EvidenceLimits.Bytes, Now, false), await Store.Find(Her, file.Sha256, Ct));
    }

    [Fact]
    public async Task The_same_document_is_kept_once_and_each_opens_it_only_by_a_holding_of_her_own()
    {
        Assert.Equal(EvidenceKept.Kept, await Store.Put(Her, File(1), Now, Ct));
        Assert.Null(await Store.Read(Him, File(1).Sha256, Ct));
        Assert.Null(await Store.Find(Him, File(1).Sha256, Ct));

        Assert.Equal(EvidenceKept.Held, await Store.Put(Her, File(1), Now.AddHours(1), Ct));
        Assert.Equal(EvidenceKept.Kept, await Store.Put(Him, File(1), Now, Ct));

        Assert.Equal(1, await Files());
        Assert.Equal(Now.AddHours(1), (await Store.Find(Her, File(1).Sha256, Ct))!.Uploaded);
        Assert.NotNull(await Store.Read(Him, File(1).Sha256, Ct));
    }

    [Fact]
    public async Task A_persons_day_takes_so_many_and_the_next_one_as_many_again()
    {
        for (var n = 0; n < EvidenceLimits.PerDay; n++) Assert.Equal(EvidenceKept.Kept, await Store.Put(Her, File(n), Now, Ct));

        Assert.Equal(EvidenceKept.TooMany, await Store.Put(Her, File(99), Now.AddHours(14), Ct));
        Assert.Equal(EvidenceKept.Held, await Store.Put(Her, File(0), Now, Ct));
        Assert.Equal(EvidenceKept.Kept, await Store.Put(Him, File(99), Now, Ct));
        Assert.Equal(EvidenceKept.Kept, await Store.Put(Her, File(99), Now.AddHours(15), Ct));
    }

    [Fact]
    public async Task Many_who_bring_at_once_never_exceed_the_day_and_keep_each_document_once()
    {
        var kept = await Task.WhenAll(Enumerable.Range(0, 2 * EvidenceLimits.PerDay).Select(n => Store.Put(Her, File(n), Now, Ct)));
        var same = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Store.Put(new MemberId(Him.Number + n), File(500), Now, Ct)));

        Assert.Equal(EvidenceLimits.PerDay, kept.Count(k => k == EvidenceKept.Kept));
        Assert.All(same, k => Assert.Equal(EvidenceKept.Kept, k));
        Assert.Equal(EvidenceLimits.PerDay + 1, await Files());
    }

    [Fact]
    public async Task What_no_entry_names_after_a_day_goes_and_what_one_names_stays_for_good()
    {
        await Store.Put(Her, File(1), Now, Ct);
        await Store.Put(Her, File(2), Now, Ct);
        await Store.Put(Him, File(1), Now, Ct);
        await subject.Put(CreditViews.Documents, new CreditDocumentRow(Her.Number, "congress", File(1).Sha256));

        Assert.Equal(0, await loose.Sweep(Now + EvidenceLimits.LooseFor, Ct));
        Assert.Equal(2, await loose.Sweep(Now + EvidenceLimits.LooseFor + TimeSpan.FromSeconds(1), Ct));

        // Hers is named; his was the same file, and is not.
        Assert.True((await Store.Find(Her, File(1).Sha256, Ct))!.Attached);
        Assert.NotNull(await Store.Read(Her, File(1).Sha256, Ct));
        Assert.Null(await Store.Read(Him, File(1).Sha256, Ct));
        Assert.Null(await Store.Read(Her, File(2).Sha256, Ct));
        Assert.Equal(1, await Files());
        Assert.Equal(0, await loose.Sweep(Now.AddYears(5), Ct));
    }

    [Fact]
    public async Task One_that_came_again_meanwhile_stays_and_a_whole_page_of_old_ones_goes_at_once()
    {
        await Store.Put(Her, File(1), Now, Ct);
        var old = await Store.Loose(Now.AddDays(2), LooseEvidence.Page, Ct);
        await Store.Put(Her, File(1), Now.AddDays(2), Ct);
        await Store.Settle([], old, Ct);
        Assert.NotNull(await Store.Read(Her, File(1).Sha256, Ct));

        for (var n = 0; n <= LooseEvidence.Page; n++) await Store.Put(new MemberId(Him.Number + n), File(n), Now, Ct);
        Assert.Equal(LooseEvidence.Page + 1, await loose.Sweep(Now.AddDays(2), Ct));
        Assert.Equal(1, await Files());
    }

    [Fact]
    public async Task Who_is_forgotten_holds_nothing_any_more_and_what_others_hold_stays()
    {
        await Store.Put(Her, File(1), Now, Ct);
        await Store.Put(Her, File(2), Now, Ct);
        await Store.Put(Him, File(2), Now, Ct);
        await Store.Settle([(await Store.Find(Her, File(1).Sha256, Ct))!], [], Ct);

        await Store.Forget(Her, Ct);

        Assert.Null(await Store.Read(Her, File(1).Sha256, Ct));
        Assert.NotNull(await Store.Read(Him, File(2).Sha256, Ct));
        Assert.Equal(1, await Files());
    }

    static EvidenceFile File(int n, EvidenceKind kind = EvidenceKind.Pdf, int bytes = 100)
    {
        var content = new byte[bytes];
        new Random(n).NextBytes(content);
        return new EvidenceFile(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)), kind, content);
    }
}

/// <summary>The documents on SQLite.</summary>
public sealed class SqliteEvidenceTests : EvidenceContract
{
    readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("jma-evidence-");

    string Database => Path.Combine(folder.FullName, "evidence.db");

    protected override Task<StoreUnderTest> Open() => SqliteUnderTest.Open();

    protected override Task<IEvidenceStore> Reopen()
    {
        (Store as IDisposable)?.Dispose();
        SqliteEvidence.EnsureSchema(Database);
        return Task.FromResult<IEvidenceStore>(new SqliteEvidence(Database));
    }

    protected override Task<long> Files()
    {
        using var session = new SqliteSession(Database, readOnly: true);
        var count = session.Statement("SELECT count(*) FROM evidence_file");
        count.Step();
        return Task.FromResult(count.Number(0));
    }

    public override async ValueTask DisposeAsync()
    {
        (Store as IDisposable)?.Dispose();
        await base.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

/// <summary>The documents on PostgreSQL.</summary>
public sealed class PostgresEvidenceTests : EvidenceContract
{
    PostgresUnderTest? database;

    protected override async Task<StoreUnderTest> Open() => database = (PostgresUnderTest)await PostgresUnderTest.Open();

    protected override Task<IEvidenceStore> Reopen() => Task.FromResult<IEvidenceStore>(new PostgresEvidence(database!.Connections));

    protected override async Task<long> Files() => long.Parse(Assert.Single(await database!.Rows("SELECT count(*) FROM jma.evidence_file")), System.Globalization.CultureInfo.InvariantCulture);
}
