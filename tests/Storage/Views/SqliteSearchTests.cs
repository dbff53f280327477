using JmaActors.Tests.Storage.Journal;

namespace JmaActors.Tests.Storage.Views;

/// <summary>The searches on SQLite.</summary>
public sealed class SqliteSearchTests : SearchContract
{
    protected override Task<StoreUnderTest> Open() => SqliteUnderTest.Open();
}
