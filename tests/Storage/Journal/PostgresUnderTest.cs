using JmaActors.Journal;
using JmaActors.Storage.Postgres;
using JmaActors.Storage.Views;
using JmaActors.Tests.Support;

namespace JmaActors.Tests.Storage.Journal;

/// <summary>PostgreSQL, an empty database per test.</summary>
public sealed class PostgresUnderTest : StoreUnderTest
{
    readonly TestDatabase database;
    readonly bool alone;
    readonly TimeProvider? time;
    PostgresConnections connections;
    PostgresJournalStore store;

    PostgresUnderTest(TestDatabase database, TimeProvider? time, bool alone)
    {
        (this.database, this.time, this.alone) = (database, time, alone);
        connections = new PostgresConnections(database.ConnectionString);
        store = new PostgresJournalStore(connections, time);
    }

    public override IJournalStore Store => store;

    public PostgresConnections Connections => connections;

    public override IViewDatabase Views => new PostgresViews(connections);

    public static async Task<StoreUnderTest> Open() => await Opened(new PostgresUnderTest(await EmptiedDatabases.Take(), null, alone: false));

    /// <summary>For tests that change tables or look into their pages: a database nobody has had and nobody gets.</summary>
    public static async Task<PostgresUnderTest> Alone(TimeProvider? time = null) => await Opened(new PostgresUnderTest(await TestDatabase.Create(), time, alone: true));

    static async Task<PostgresUnderTest> Opened(PostgresUnderTest subject)
    {
        await subject.EnsureSchema([TestView.Table]);
        return subject;
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
        if (alone) await database.DisposeAsync();
        else await EmptiedDatabases.Give(database);
    }

    async Task Close()
    {
        await store.DisposeAsync();
        await connections.DisposeAsync();
    }
}
