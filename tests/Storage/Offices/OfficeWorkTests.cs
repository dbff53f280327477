using JmaActors.Tests.Storage.Journal;

namespace JmaActors.Tests.Storage.Offices;

/// <summary>What waits in offices, on SQLite.</summary>
public sealed class SqliteOfficeWorkTests : OfficeWorkContract
{
    protected override Task<StoreUnderTest> Open() => SqliteUnderTest.Open();
}

/// <summary>What waits in offices, on PostgreSQL.</summary>
public sealed class PostgresOfficeWorkTests : OfficeWorkContract
{
    protected override Task<StoreUnderTest> Open() => PostgresUnderTest.Open();
}
