namespace JmaActors.Tests.Storage.Journal;

/// <summary>The whole contract on PostgreSQL.</summary>
public sealed class PostgresJournalStoreTests : OutboxContract
{
    protected override Task<StoreUnderTest> Open() => PostgresUnderTest.Open();
}
