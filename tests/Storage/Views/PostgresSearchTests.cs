using JmaActors.Tests.Storage.Journal;

namespace JmaActors.Tests.Storage.Views;

/// <summary>The searches on PostgreSQL.</summary>
public sealed class PostgresSearchTests : SearchContract
{
    protected override Task<StoreUnderTest> Open() => PostgresUnderTest.Open();
}
