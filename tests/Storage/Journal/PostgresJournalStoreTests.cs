namespace JmaActors.Tests.Storage.Journal;

/// <summary>The whole contract on PostgreSQL.</summary>
public sealed class PostgresJournalStoreTests : OutboxContract
{
    protected override async Task<StoreUnderTest> Open() => await PostgresUnderTest.Alone();
}
