using System.Collections.Concurrent;
using JmaActors.Tests.Support;

[assembly: AssemblyFixture(typeof(JmaActors.Tests.Storage.Journal.EmptiedDatabases))]

namespace JmaActors.Tests.Storage.Journal;

/// <summary>Databases whose tests have ended: emptied they serve the next ones, since one made anew costs more than most tests. Gone with the last test.</summary>
public sealed class EmptiedDatabases : IAsyncDisposable
{
    /// <summary>Rows go, tables stay as they are; keys to other tables are not asked.</summary>
    const string Empty = """
        SET session_replication_role = replica;
        DO $$ DECLARE it text; BEGIN
            FOR it IN SELECT tablename FROM pg_tables WHERE schemaname = 'jma' AND tablename <> 'schema_version' LOOP EXECUTE format('DELETE FROM jma.%I', it); END LOOP;
        END $$
        """;

    static readonly ConcurrentBag<TestDatabase> Waiting = [];

    public static async Task<TestDatabase> Take() => Waiting.TryTake(out var database) ? database : await TestDatabase.Create();

    public static async Task Give(TestDatabase database)
    {
        try
        {
            await database.Execute(Empty);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
        Waiting.Add(database);
    }

    public async ValueTask DisposeAsync()
    {
        while (Waiting.TryTake(out var database)) await database.DisposeAsync();
    }
}
