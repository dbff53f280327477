using JmaActors.Journal;
using JmaActors.Storage.Sqlite;
using JmaActors.Storage.Views;

namespace JmaActors.Tests.Storage.Journal;

/// <summary>SQLite, a file per test.</summary>
public sealed class SqliteUnderTest : StoreUnderTest
{
    readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("jma-sqlite-");
    SqliteDatabase database;
    SqliteJournalStore store;

    SqliteUnderTest()
    {
        database = new SqliteDatabase(File);
        store = new SqliteJournalStore(database);
    }

    public SqliteDatabase Database => database;

    public string Folder => folder.FullName;

    string File => Path.Combine(folder.FullName, "journal.db");

    public override IJournalStore Store => store;

    public override IViewDatabase Views => new SqliteViews(database);

    public static async Task<StoreUnderTest> Open()
    {
        var opened = new SqliteUnderTest();
        await opened.EnsureSchema([TestView.Table]);
        return opened;
    }

    public override Task EnsureSchema(IEnumerable<ViewTable> views) => store.EnsureSchema(views, CancellationToken.None);

    public override Task Reopen()
    {
        database.Dispose();
        database = new SqliteDatabase(File);
        store = new SqliteJournalStore(database);
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        database.Dispose();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
