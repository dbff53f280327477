namespace JmaActors.Tests.Storage.Orleans;

/// <summary>Orleans' providers on SQLite.</summary>
public sealed class SqliteOrleansTests : OrleansContract
{
    protected override Task<OrleansUnderTest> Open() => OrleansUnderTest.OnSqlite();
}
