using JmaActors.Feeds;
using JmaActors.Storage.Views;
using JmaActors.Tests.Storage.Journal;
using JmaActors.Webhooks;

namespace JmaActors.Tests.Storage.Webhooks;

/// <summary>Which workplaces have something to send, and what a calendar's address leads to; each database runs all of it.</summary>
public abstract class DueContract : IAsyncLifetime
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    StoreUnderTest subject = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<StoreUnderTest> Open();

    public async ValueTask InitializeAsync()
    {
        subject = await Open();
        await subject.EnsureSchema([.. WebhookViews.All, .. FeedViews.All]);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await subject.DisposeAsync();
    }

    [Fact]
    public async Task What_is_due_comes_the_longest_waiting_first_and_nothing_else()
    {
        await subject.Put(WebhookViews.Due, new WebhookRow("W1", Now, 1), new WebhookRow("W2", Now.AddHours(-1), 1), new WebhookRow("W3", null, 1), new WebhookRow("W4", Now.AddSeconds(1), 1));

        Assert.Equal(["W2", "W1"], await new SqlWebhookIndex(subject.Views).Due(Now, 10, Ct));
        Assert.Equal(["W2"], await new SqlWebhookIndex(subject.Views).Due(Now, 1, Ct));
    }

    [Fact]
    public async Task An_address_leads_to_its_calendar_alone()
    {
        await subject.Put(FeedViews.Feeds, new FeedRow("member:1000000001", "a", new string('a', 64)), new FeedRow("workplace:W1", "a", new string('b', 64)));
        var index = new SqlFeedIndex(subject.Views);

        Assert.Equal(("workplace:W1", "a"), await index.Find(new string('b', 64), Ct));
        Assert.Null(await index.Find(new string('c', 64), Ct));
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteDueTests : DueContract
{
    protected override Task<StoreUnderTest> Open() => SqliteUnderTest.Open();
}

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresDueTests : DueContract
{
    protected override Task<StoreUnderTest> Open() => PostgresUnderTest.Open();
}
