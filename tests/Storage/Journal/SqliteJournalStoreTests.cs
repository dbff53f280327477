namespace JmaActors.Tests.Storage.Journal;

/// <summary>The whole contract on SQLite.</summary>
public sealed class SqliteJournalStoreTests : OutboxContract
{
    protected override Task<StoreUnderTest> Open() => SqliteUnderTest.Open();
}
