using JmaActors.Composition;
using JmaActors.Tests.Support;
using JmaActors.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans;
using Orleans.TestingHost;

namespace JmaActors.Tests.Storage.Records;

/// <summary>The real silo on an empty database of its own, on a clock that only the test moves.</summary>
sealed class RecordHouse : IAsyncDisposable
{
    readonly WebApplication app;
    readonly DirectoryInfo folder;
    readonly TestDatabase? database;

    RecordHouse(WebApplication app, FakeTimeProvider clock, DirectoryInfo folder, TestDatabase? database) => (this.app, Clock, this.folder, this.database) = (app, clock, folder, database);

    public FakeTimeProvider Clock { get; }

    public IGrainFactory Grains => app.Services.GetRequiredService<IClusterClient>();

    public T Service<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public static async Task<RecordHouse> Open(bool postgres)
    {
        var clock = new FakeTimeProvider(Tokyo.At(new DateOnly(2026, 3, 20), new TimeOnly(9, 0)));
        var folder = System.IO.Directory.CreateTempSubdirectory("jma-records-");
        var database = postgres ? await TestDatabase.Create() : null;
        var settings = new SiloSettings { Data = folder.FullName, Postgres = database?.ConnectionString, Role = "silo", Empty = true, Urls = ["http://127.0.0.1:0"] };
        var app = await SiloHost.Build(settings, CancellationToken.None, services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
        });
        await app.StartAsync();
        return new RecordHouse(app, clock, folder, database);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        if (database is not null) await database.DisposeAsync();
    }
}
