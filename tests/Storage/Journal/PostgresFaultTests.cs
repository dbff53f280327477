using JmaActors.Journal;
using JmaActors.Storage.Postgres;
using JmaActors.Tests.Support;
using Npgsql;

namespace JmaActors.Tests.Storage.Journal;

/// <summary>A PostgreSQL that is killed, stopped, or whose answers are lost.</summary>
public sealed class PostgresFaultTests : IAsyncLifetime
{
    readonly Groups groups = new();
    ThrowawayPostgres server = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await ThrowawayPostgres.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_killed_server_keeps_what_it_acknowledged_and_is_used_again_once_it_is_back()
    {
        await using var connections = new PostgresConnections(server.ConnectionString);
        await using var store = new PostgresJournalStore(connections);
        await store.EnsureSchema([TestView.Table], Ct);
        for (var i = 0; i < 20; i++) Assert.Empty(await store.Commit(groups.Append("a/1", "a/2"), 0, Ct));

        await server.Kill();
        var before = groups.HeadOf("a/1");
        var failure = await Record.ExceptionAsync(async () => await store.Commit(groups.Append("a/1", "a/2"), 0, Ct));
        var away = await Record.ExceptionAsync(async () => await store.Commit(groups.Append("a/1", "a/2"), 0, Ct));
        await Assert.ThrowsAsync<JournalAwayException>(() => store.Heads(["a/1"], Ct));
        await server.StartAgain();

        Assert.True(failure is OutcomeUnknownException or JournalAwayException, $"{failure}");
        Assert.IsType<JournalAwayException>(away);
        var heads = await store.Heads(["a/1", "a/2"], Ct);
        Assert.Equal(before.Hash, heads["a/1"].Hash);
        groups.Believe("a/1", heads["a/1"]);
        groups.Believe("a/2", heads["a/2"]);
        Assert.Empty(await store.Commit(groups.Append("a/1", "a/2"), 0, Ct));
        Assert.Equal(21, (await store.Read("a/1", 0, Ct)).Events.Count);
    }

    [Fact]
    public async Task A_stopped_server_is_away_and_nothing_was_written()
    {
        await using var connections = new PostgresConnections(server.ConnectionString);
        await using var store = new PostgresJournalStore(connections);
        await store.EnsureSchema([TestView.Table], Ct);
        await server.Stop();

        await Assert.ThrowsAsync<JournalAwayException>(async () => await store.Commit(new Groups().Append("a/1"), 0, Ct));
        await Assert.ThrowsAsync<JournalAwayException>(async () => await store.Read("a/1", 0, Ct));

        await server.StartAgain();
        Assert.Empty(await store.Commit(groups.Append("a/1"), 0, Ct));
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_found_in_the_heads()
    {
        await using var proxy = new LossyProxy(new NpgsqlConnectionStringBuilder(server.ConnectionString).Port);
        var through = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Port = proxy.Port }.ConnectionString;
        await using var connections = new PostgresConnections(through);
        await using var store = new PostgresJournalStore(connections);
        await store.EnsureSchema([TestView.Table], Ct);
        Assert.Empty(await store.Commit(groups.Append("a/1"), 0, Ct));

        proxy.LoseAnswers();
        await Assert.ThrowsAsync<OutcomeUnknownException>(async () => await store.Commit(groups.Append("a/1", "a/2"), 0, Ct));
        proxy.PassAnswers();

        var heads = await Retry(() => store.Heads(["a/1", "a/2"], Ct));
        Assert.Equal(groups.HeadOf("a/1").Hash, heads["a/1"].Hash);
        Assert.Equal(groups.HeadOf("a/2").Hash, heads["a/2"].Hash);
        Assert.Empty(await store.Commit(groups.Append("a/1", "a/2"), 0, Ct));
    }

    [Fact]
    public async Task Connections_ended_under_load_lose_no_acknowledged_commit_and_double_none()
    {
        const int Commits = 150;
        await using var connections = new PostgresConnections(server.ConnectionString);
        await using var store = new PostgresJournalStore(connections);
        await store.EnsureSchema([TestView.Table], Ct);
        await using var ending = new NpgsqlConnection(server.ConnectionString);
        await ending.OpenAsync(Ct);

        var acknowledged = 0L;
        var faults = 0;
        for (var i = 0; i < Commits; i++)
        {
            var before = groups.HeadOf("a/1");
            // Every third commit races with the end of its connection.
            var ended = i % 3 == 0 ? EndWriters(ending) : Task.CompletedTask;
            try
            {
                Assert.Empty(await store.Commit(groups.Append("a/1"), 0, Ct));
            }
            catch (Exception e) when (e is OutcomeUnknownException or JournalAwayException)
            {
                faults++;
                var now = (await Retry(() => store.Heads(["a/1"], Ct))).GetValueOrDefault("a/1", LedgerHead.None);
                Assert.True(now.Version == before.Version || now.Hash.SequenceEqual(groups.HeadOf("a/1").Hash), "The head is neither before nor after the commit.");
                if (e is JournalAwayException) Assert.Equal(before.Version, now.Version);
                groups.Believe("a/1", now);
            }
            acknowledged = groups.HeadOf("a/1").Version;
            await ended;
        }

        Assert.NotEqual(0, faults);
        Assert.Equal(acknowledged, (await store.Heads(["a/1"], Ct))["a/1"].Version);
        Assert.Equal(acknowledged, (await store.Read("a/1", 0, Ct)).Events.Count);
    }

    static async Task EndWriters(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name LIKE 'jma-writer%'", connection);
        await command.ExecuteNonQueryAsync(Ct);
    }

    /// <summary>Reads back until the database answers: its connections may have been ended, too.</summary>
    static async Task<T> Retry<T>(Func<Task<T>> read)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await read();
            }
            catch (JournalAwayException) when (attempt < 10)
            {
                await Task.Yield();
            }
        }
    }
}
