using JmaActors.Journal;
using JmaActors.Storage.Postgres;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace JmaActors.Tests.Storage.Journal;

/// <summary>Rows of heads that lag behind their events: nobody takes them for the truth, and they follow.</summary>
public sealed class PostgresHeadTests : IAsyncLifetime
{
    readonly Groups groups = new();
    readonly FakeTimeProvider time = new();
    PostgresUnderTest subject = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => subject = await PostgresUnderTest.Alone(time);

    public ValueTask DisposeAsync() => subject.DisposeAsync();

    [Fact]
    public async Task A_head_is_read_from_the_events_while_its_row_lags()
    {
        await Commit(3, "a/1", "a/2");

        Assert.Equal(["1", "1"], await Rows());
        Assert.Equal(groups.HeadOf("a/1"), await Head("a/1"), new SameHead());
        Assert.Equal(3, (await subject.Store.Read("a/1", 0, Ct)).Head.Version);
        Assert.Equal([3L, 3L], (await subject.Store.ReadMany(["a/1", "a/2"], Ct)).Values.Select(h => h.Head.Version));
        Assert.Equal([3L, 3L], (await subject.Store.HeadPage("", 10, Ct)).Select(h => h.Value.Version));
    }

    [Fact]
    public async Task A_row_follows_with_a_commit_once_it_has_lagged_for_long_enough()
    {
        await using var writer = new PostgresWriter(subject.Connections, new PostgresDoubts(subject.Connections), time, 0);
        for (var i = 0; i < 3; i++) Assert.Empty(await writer.Commit(groups.Append("a/1", "a/2"), Ct));
        Assert.Equal(["1", "1"], await Rows());
        time.Advance(HeadsInMotion.Behind);

        Assert.Empty(await writer.Commit(groups.Append("a/1"), Ct));

        Assert.Equal(["3", "3"], await Rows());
        Assert.Equal(4, (await Head("a/1")).Version);
    }

    [Fact]
    public async Task A_row_somebody_is_at_work_on_is_passed_over()
    {
        await using var writer = new PostgresWriter(subject.Connections, new PostgresDoubts(subject.Connections), time, 0);
        for (var i = 0; i < 3; i++) Assert.Empty(await writer.Commit(groups.Append("a/1", "a/2"), Ct));
        await using var working = await subject.Connections.Writes.OpenConnectionAsync(Ct);
        await using var transaction = await working.BeginTransactionAsync(Ct);
        await using var locking = new NpgsqlCommand("SELECT 1 FROM jma.ledger_head WHERE ledger = 'a/1' FOR UPDATE", working, transaction);
        await locking.ExecuteNonQueryAsync(Ct);

        await writer.Trail(all: true);

        Assert.Equal(["1", "3"], await Rows());
    }

    [Fact]
    public async Task Rows_alone_of_one_ledger_and_an_event_of_one_that_lags_commit_together()
    {
        await Commit(3, "a/1");
        await Commit(1, "a/2");
        await using var other = new PostgresJournalStore(subject.Connections, time);
        var group = groups.Append("a/1").Put(TestRow.Of(1, "k", "both"));
        group.Heads.Add(groups.Rows("a/2").Heads[0]);

        Assert.Empty(await other.Commit(group, 0, Ct));

        Assert.Equal(["4", "1"], await Rows());
        Assert.Equal(["both"], await subject.Rows("SELECT text FROM jma.test_view"));
    }

    [Fact]
    public async Task Rows_follow_without_a_commit_when_a_store_ends()
    {
        await Commit(3, "a/1", "a/2");

        await subject.Reopen();

        Assert.Equal(["3", "3"], await Rows());
    }

    [Fact]
    public async Task Another_silo_goes_on_from_a_row_that_lags_and_the_first_one_then_loses()
    {
        await Commit(3, "a/1");
        await using var other = new PostgresJournalStore(subject.Connections, time);
        var elsewhere = new Groups();
        elsewhere.Believe("a/1", groups.HeadOf("a/1"));

        Assert.Empty(await other.Commit(elsewhere.Append("a/1"), 0, Ct));
        Assert.Equal(["4"], await Rows());
        Assert.Equal(["a/1"], await subject.Store.Commit(groups.Append("a/1"), 0, Ct));

        groups.Believe("a/1", elsewhere.HeadOf("a/1"));
        await Commit(2, "a/1");
        Assert.Equal(6, (await Head("a/1")).Version);
    }

    [Fact]
    public async Task A_silo_that_lags_behind_does_not_set_a_row_back()
    {
        await Commit(3, "a/1");
        await using (var other = new PostgresJournalStore(subject.Connections, time))
        {
            var elsewhere = new Groups();
            elsewhere.Believe("a/1", groups.HeadOf("a/1"));
            Assert.Empty(await other.Commit(elsewhere.Append("a/1"), 0, Ct));
        }

        await subject.Reopen();

        Assert.Equal(["4"], await Rows());
    }

    [Fact]
    public async Task A_database_set_back_to_an_older_state_takes_no_events_with_a_gap_before_them()
    {
        await Commit(3, "a/1", "a/2");
        await Sql("DELETE FROM jma.ledger_event WHERE version = 3");
        await Sql("SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE application_name LIKE 'jma-writer%' AND datname = current_database()");

        await Assert.ThrowsAsync<OutcomeUnknownException>(async () => await subject.Store.Commit(groups.Append("a/2"), 0, Ct));
        time.Advance(HeadsInMotion.Behind);

        Assert.Equal(["a/1"], await subject.Store.Commit(groups.Append("a/1"), 0, Ct));
        await subject.Reopen();
        Assert.Equal(2, (await Head("a/1")).Version);
        Assert.Equal(["1", "1"], await Rows());
    }

    [Fact]
    public async Task A_last_event_that_is_gone_shows_by_the_row()
    {
        await Commit(3, "a/1");
        await subject.Reopen();
        await Sql("DELETE FROM jma.ledger_event WHERE version = 3");

        var history = await subject.Store.Read("a/1", 0, Ct);

        Assert.Equal((3L, 2), (history.Head.Version, history.Events.Count));
    }

    [Fact]
    public async Task A_last_event_with_another_hash_shows_by_the_row()
    {
        await Commit(3, "a/1");
        await subject.Reopen();
        await Sql("UPDATE jma.ledger_event SET hash = decode(repeat('00', 32), 'hex') WHERE version = 3");

        Assert.Equal(groups.HeadOf("a/1"), await Head("a/1"), new SameHead());
    }

    [Fact]
    public async Task A_row_that_is_no_event_of_its_ledger_shows_even_where_it_lags()
    {
        await Commit(3, "a/1");
        await Sql("UPDATE jma.ledger_head SET hash = decode(repeat('00', 32), 'hex')");

        Assert.Equal(new LedgerHead(1, new byte[HashChain.Size]), await Head("a/1"), new SameHead());
    }

    [Fact]
    public async Task A_ledger_without_a_row_loses_alone()
    {
        await Commit(3, "a/1", "a/2");
        await Sql("DELETE FROM jma.ledger_head WHERE ledger = 'a/1'");
        await using var other = new PostgresJournalStore(subject.Connections, time);

        Assert.Equal(["a/1"], await other.Commit(groups.Append("a/1", "a/2"), 0, Ct));
    }

    [Fact]
    public async Task Tables_of_a_newer_edition_are_left_alone()
    {
        await Sql("UPDATE jma.schema_version SET version = 99 WHERE part = 'journal'");

        var refused = await Assert.ThrowsAsync<PostgresException>(() => subject.EnsureSchema([TestView.Table]));

        Assert.Contains("newer edition", refused.MessageText, StringComparison.Ordinal);
        Assert.Equal(["99"], await subject.Rows("SELECT version FROM jma.schema_version WHERE part = 'journal'"));
    }

    async Task Commit(int times, params string[] ledgers)
    {
        for (var i = 0; i < times; i++) Assert.Empty(await subject.Store.Commit(groups.Append(ledgers), 0, Ct));
    }

    async Task<LedgerHead> Head(string ledger) => (await subject.Store.Heads([ledger], Ct))[ledger];

    Task<List<string>> Rows() => subject.Rows("SELECT version FROM jma.ledger_head ORDER BY ledger");

    async Task Sql(string sql)
    {
        await using var command = subject.Connections.Writes.CreateCommand(sql);
        Assert.NotEqual(0, await command.ExecuteNonQueryAsync(Ct));
    }

    sealed class SameHead : IEqualityComparer<LedgerHead>
    {
        public bool Equals(LedgerHead x, LedgerHead y) => x.Version == y.Version && x.Hash.AsSpan().SequenceEqual(y.Hash);

        public int GetHashCode(LedgerHead head) => head.Version.GetHashCode();
    }
}
