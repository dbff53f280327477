using JmaActors.Journal;
using JmaActors.Storage.Postgres;
using JmaActors.Storage.Views;
using JmaActors.Tests.Support;

namespace JmaActors.Tests.Storage.Journal;

/// <summary>PostgreSQL, a database per test.</summary>
public sealed class PostgresUnderTest : StoreUnderTest
{
    readonly TestDatabase database;
    readonly TimeProvider? time;
    PostgresConnections connections;
    PostgresJournalStore store;

    PostgresUnderTest(TestDatabase database, TimeProvider? time)
    {
        (this.database, this.time) = (database, time);
        connections = new PostgresConnections(database.ConnectionString);
        store = new PostgresJournalStore(connections, time);
    }

    public override IJournalStore Store => store;

    public PostgresConnections Connections => connections;

    public override IViewDatabase Views => new PostgresViews(connections);

    public static async Task<StoreUnderTest> Open() => await Open(null);

    public static async Task<PostgresUnderTest> Open(TimeProvider? time)
    {
        var opened = new PostgresUnderTest(await TestDatabase.Create(), time);
        await opened.EnsureSchema([TestView.Table]);
        return opened;
    }

    public override Task EnsureSchema(IEnumerable<ViewTable> views) => store.EnsureSchema(views, CancellationToken.None);

    public override async Task Reopen()
    {
        await Close();
        connections = new PostgresConnections(database.ConnectionString);
        store = new PostgresJournalStore(connections, time);
    }

    public override async ValueTask DisposeAsync()
    {
        await Close();
        await database.DisposeAsync();
    }

    async Task Close()
    {
        await store.DisposeAsync();
        await connections.DisposeAsync();
    }
}
