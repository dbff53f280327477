using JmaActors.Journal;

namespace JmaActors.Tests.Storage.Journal;

/// <summary>What every journal store promises; each database runs all of it.</summary>
public abstract class JournalStoreContract : IAsyncLifetime
{
    private protected readonly Groups groups = new();

    protected StoreUnderTest Subject { get; private set; } = null!;

    protected IJournalStore Store => Subject.Store;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<StoreUnderTest> Open();

    public async ValueTask InitializeAsync() => Subject = await Open();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Subject.DisposeAsync();
    }

    protected async Task Commit(CommitGroup group, int writer = 0) => Assert.Empty(await Store.Commit(group, writer, Ct));

    [Fact]
    public async Task What_was_committed_is_read_back_unchanged()
    {
        var group = groups.Append("member/1", 3).Send("credits/1", "credits/2");
        await Commit(group);

        var history = await Store.Read("member/1", 0, Ct);

        Assert.Equal(3, history.Head.Version);
        Assert.Equal(groups.HeadOf("member/1").Hash, history.Head.Hash);
        Assert.Equal(group.Events.Count, history.Events.Count);
        Assert.All(group.Events.Zip(history.Events), pair =>
        {
            Assert.Equal(pair.First with { Body = [], Hash = [] }, pair.Second with { Body = [], Hash = [] }, new WithoutBytes());
            Assert.Equal(pair.First.Body, pair.Second.Body);
            Assert.Equal(pair.First.Hash, pair.Second.Hash);
        });
        Assert.Equal(["credits/1", "credits/2"], history.Parcels.Select(p => p.Receiver));
        Assert.All(history.Parcels, p => Assert.Equal(("member/1", 3, "told", 3), (p.Sender, p.Version, p.Type, p.Body.Length)));
    }

    [Fact]
    public async Task A_ledger_never_written_stands_at_nothing()
    {
        var history = await Store.Read("member/404", 0, Ct);

        Assert.Equal(0, history.Head.Version);
        Assert.Empty(history.Head.Hash);
        Assert.Empty(history.Events);
        Assert.Empty(await Store.Heads(["member/404"], Ct));
    }

    [Fact]
    public async Task A_history_is_read_in_pages()
    {
        await Commit(groups.Append("session/long", JournalLimits.ReadPage + 200));

        var first = await Store.Read("session/long", 0, Ct);
        var second = await Store.Read("session/long", first.Events[^1].Version, Ct);

        Assert.Equal(JournalLimits.ReadPage, first.Events.Count);
        Assert.Equal(200, second.Events.Count);
        Assert.Equal(first.Events[^1].Version + 1, second.Events[0].Version);
        Assert.Equal(JournalLimits.ReadPage + 200, first.Head.Version);
    }

    [Fact]
    public async Task Many_ledgers_are_read_at_once_with_those_never_written()
    {
        await Commit(groups.Append("a/1", "a/2").Send("b/9"));
        await Commit(groups.Append("a/1"));

        var read = await Store.ReadMany(["a/1", "a/2", "a/3"], Ct);

        Assert.Equal([2, 1, 0], new[] { "a/1", "a/2", "a/3" }.Select(n => read[n].Events.Count));
        Assert.Equal([2L, 1L, 0L], new[] { "a/1", "a/2", "a/3" }.Select(n => read[n].Head.Version));
        Assert.Single(read["a/2"].Parcels);
    }

    [Fact]
    public async Task What_was_committed_is_there_after_a_restart()
    {
        await Commit(groups.Append("member/1", "member/2").Send("credits/1").Put(TestRow.Of(1, "k", "kept")));

        await Subject.Reopen();

        Assert.Equal(groups.HeadOf("member/2").Hash, (await Store.Heads(["member/1", "member/2"], Ct))["member/2"].Hash);
        Assert.Equal((1, 0), await Store.OutboxSize(Ct));
        Assert.Equal(["kept"], await Subject.Rows($"SELECT text FROM {Subject.Views.Dialect.Table("test_view")}"));
        await Commit(groups.Append("member/1", "member/2"));
    }

    [Fact]
    public async Task Heads_come_in_pages_in_order_of_their_bytes()
    {
        string[] names = ["a/10", "a/2", "B/1", "a/1", "z/é", "z/z", "z/𠮷"];
        await Commit(groups.Append(names));

        var first = await Store.HeadPage("", 4, Ct);
        var second = await Store.HeadPage(first[^1].Key, 10, Ct);

        Assert.Equal(["B/1", "a/1", "a/10", "a/2", "z/z", "z/é", "z/𠮷"], first.Concat(second).Select(h => h.Key));
        Assert.Equal(groups.HeadOf("z/é").Hash, second.Single(h => h.Key == "z/é").Value.Hash);
    }

    [Fact]
    public async Task A_full_group_commits_at_once()
    {
        var names = Enumerable.Range(0, new JournalLimits().Group).Select(i => $"credits/{1_000_000_000 + i}").ToList();
        var group = groups.Append(names);
        group.Put([.. names.Select((_, i) => TestRow.Of(i, "k", "x"))]);
        await Commit(group);
        await Commit(groups.Append(names));

        Assert.Equal(names.Count, (await Store.Heads(names, Ct)).Values.Count(h => h.Version == 2));
        Assert.Equal([$"{names.Count}"], await Subject.Rows($"SELECT count(*) FROM {Subject.Views.Dialect.Table("test_view")}"));
    }

    [Fact]
    public async Task Seals_are_kept_newest_first_and_a_date_is_sealed_once()
    {
        var at = new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
        await Store.SaveSeal(new(new DateOnly(2026, 11, 22), 10, "d1", "s1", "k", at.AddDays(-1)), Ct);
        await Store.SaveSeal(new(new DateOnly(2026, 11, 23), 11, "d2", "s2", "k", at), Ct);
        await Store.SaveSeal(new(new DateOnly(2026, 11, 23), 12, "d3", "s3", "k", at), Ct);

        var seals = await Store.Seals(10, Ct);

        Assert.Equal([new(new DateOnly(2026, 11, 23), 12, "d3", "s3", "k", at), new(new DateOnly(2026, 11, 22), 10, "d1", "s1", "k", at.AddDays(-1))], seals);
        Assert.Single(await Store.Seals(1, Ct));
    }

    /// <summary>Arrays of records compare by reference; their bytes are compared apart.</summary>
    sealed class WithoutBytes : IEqualityComparer<EventRow>
    {
        public bool Equals(EventRow x, EventRow y) =>
            (x.Ledger, x.Version, x.Type, x.Schema, x.RecordedMicros) == (y.Ledger, y.Version, y.Type, y.Schema, y.RecordedMicros);

        public int GetHashCode(EventRow row) => row.Version.GetHashCode();
    }
}
