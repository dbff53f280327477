using JmaActors.Composition;
using JmaActors.Dues;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Tests.Grains.Associations;
using JmaActors.Tests.Grains.Ledgers;
using JmaActors.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Orleans;

namespace JmaActors.Tests.Storage.Dues;

/// <summary>
/// The real silo on a database that outlives it. Its store loses answers now and then, of commits that were made and of such that were not; when it dies nothing is committed any more, in the middle of
/// whatever is under way, and the next silo begins on what is there.
/// </summary>
sealed class DuesHouse : IAsyncDisposable
{
    static readonly JournalLimits Impatient = new() { RetryPause = TimeSpan.FromMilliseconds(2), RetryPauseMost = TimeSpan.FromMilliseconds(10) };

    readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("jma-dues-");
    readonly TestDatabase? database;
    readonly Random random;
    WebApplication? app;
    int left;

    DuesHouse(TestDatabase? database, int seed) => (this.database, random) = (database, new Random(seed));

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Nothing is committed any more.</summary>
    public bool Dead => Volatile.Read(ref left) < 0;

    public IGrainFactory Grains => app!.Services.GetRequiredService<IClusterClient>();

    public T Service<T>()
        where T : notnull => app!.Services.GetRequiredService<T>();

    public static async Task<DuesHouse> Open(bool postgres, int seed)
    {
        var house = new DuesHouse(postgres ? await TestDatabase.Create() : null, seed);
        await house.Start();
        return house;
    }

    /// <summary>Lets so many commits through and none after.</summary>
    public void DiesAfter(int commits) => Volatile.Write(ref left, commits);

    /// <summary>The next silo.</summary>
    public async Task Again()
    {
        DiesAfter(-1);
        await Stop();
        await Start();
    }

    /// <summary>Every parcel has arrived, and everybody's dues follow the record.</summary>
    public async Task Quiet()
    {
        await Service<Outbox>().Sweep(Ct);
        await Eventually.Be("no parcel waits", () => Service<IJournalStore>().OutboxSize(Ct), size => size.Waiting == 0, Ct);
        await Service<DuesFollowing>().Follow(Ct);
        await Eventually.Be("nobody is behind", () => Service<IDuesIndex>().Behind(0, 1, Ct), behind => behind.Count == 0, Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        if (database is not null) await database.DisposeAsync();
    }

    async Task Start()
    {
        DiesAfter(int.MaxValue);
        var settings = new SiloSettings { Data = folder.FullName, Postgres = database?.ConnectionString, Role = database is null ? "all" : "silo", Empty = true, Urls = ["http://127.0.0.1:0"] };
        app = await SiloHost.Build(settings, Ct, services =>
        {
            services.AddSingleton(Impatient);
            // Of what is killed and cut off on purpose there is nothing to say.
            services.RemoveAll<ILoggerProvider>();
            var real = services.Last(d => d.ServiceType == typeof(IJournalStore)).ImplementationType!;
            services.AddSingleton(real);
            services.AddSingleton<IJournalStore>(s => new FaultyStore((IJournalStore)s.GetRequiredService(real)) { OnCommit = Commit });
        });
        await app.StartAsync(Ct);
    }

    async Task Stop()
    {
        await app!.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    async ValueTask<IReadOnlyList<string>> Commit(CommitGroup group, Func<ValueTask<IReadOnlyList<string>>> commit)
    {
        if (group.Heads.Count > 0 && Interlocked.Decrement(ref left) < 0)
        {
            // Never up again, however many still try.
            DiesAfter(-1);
            throw new InvalidOperationException("killed");
        }
        var dice = Dice();
        if (dice == 0) throw new OutcomeUnknownException("lost with its answer");
        var losers = await commit();
        return dice == 1 ? throw new OutcomeUnknownException("its answer was lost") : losers;
    }

    int Dice()
    {
        lock (random) return random.Next(20);
    }
}
